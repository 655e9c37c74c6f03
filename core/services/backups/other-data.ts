import { join, resolve } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import type { JournalEvent } from '../../domain/history/events.ts';
import { negationOf, type Negation } from '../../domain/history/voided.ts';
import { isFork, readDevice } from '../store/journal/device.ts';
import type { BadPiece } from '../store/journal/device-journal.ts';
import type { Files } from '../disk/files.ts';
import type { History } from '../store/fold/history.ts';
import type { Covered } from '../store/journal/journal-index.ts';
import { Journals } from '../store/journal/journals.ts';
import { rebuilding } from '../store/fold/rebuild.ts';
import { inSlices } from '../disk/slices.ts';
import { tempName } from '../disk/whole-file.ts';
import { unpackArchive } from './archive.ts';
import type { Manifest } from './manifest.ts';
import type { Step } from './work.ts';

/** A data folder that is only read: another device's, an unpacked archive, or our own. */
export interface FolderReading {
  readonly dir: string;
  readonly journals: Journals;
  /** Pieces of its journals that are no events. */
  readonly bad: readonly BadPiece[];
  readonly negations: readonly Negation[];
  readonly events: number;
  readonly upTo: Reached | null;
  /** Numbers are missing between its events: lines were lost. */
  readonly hasGaps: boolean;
}

/** How far each device's events are asked for. */
export type Reached = Readonly<Record<string, number>>;
export const reachedIn = (covered: readonly Covered[]): Reached =>
  Object.fromEntries(covered.map(({ device, seq }) => [device, seq]));

/** Reads the journals of a folder from their begin, in slices. @param upTo counts only events up to here; null for all */
export async function readFolder(files: Files, dir: string, upTo: Reached | null, step: Step): Promise<FolderReading> {
  const bad: BadPiece[] = [];
  const negations: Negation[] = [];
  let events = 0;
  let hasGaps = false;
  const reached = new Map<string, number>();
  const journals = new Journals(files, join(dir, 'journal'), [], (piece) => void bad.push(piece));
  const reading = function* () {
    for (const event of journals.unread()) {
      if (upTo !== null && event.seq > (upTo[event.device] ?? 0)) continue;
      const before = reached.get(event.device) ?? (isFork(event.device) ? event.seq - 1 : 0);
      hasGaps ||= event.seq !== before + 1;
      reached.set(event.device, event.seq);
      const negation = negationOf(event);
      if (negation) negations.push(negation);
      if (++events % 500 === 0) yield;
    }
  };
  const expected = upTo === null ? 0 : Object.values(upTo).reduce((sum, seq) => sum + seq, 0);
  await inSlices(reading(), () => step(events, Math.max(expected, events + 1)));
  return { dir, journals, bad, negations, events, upTo, hasGaps };
}

function* upToHere(events: Iterable<JournalEvent>, upTo: Reached | null): Generator<JournalEvent> {
  for (const event of events) if (upTo === null || event.seq <= (upTo[event.device] ?? 0)) yield event;
}

/** The history that the journals of a folder make. */
export function replayFolder({ journals, negations, upTo }: FolderReading, step: Step): Promise<History> {
  const total = journals.covered.reduce((sum, { seq }) => sum + seq, 0);
  let groups = 0;
  const counting = function* () {
    const steps = rebuilding(
      journals,
      journals.all.map((journal) => upToHere(journal.events(), upTo)),
      negations,
    );
    for (let next = steps.next(); ; next = steps.next()) {
      if (next.done) return next.value;
      groups++;
      yield;
    }
  };
  return inSlices(counting(), () => step(Math.min(groups * 500, total), total));
}

/** Data from elsewhere, opened for reading; nothing in it is changed. */
export interface OtherData extends FolderReading {
  /** Name of the device it comes from. */
  readonly name: string;
  readonly manifest: Manifest | null;
  close(): void;
}

/**
 * Opens another data folder or an archive.
 * @throws AppError `not-found`, `foreign-data`, `bad-input` for our own folder, `data-too-new`, `data-corrupt`, `cancelled`
 */
export async function openOther(files: Files, dataDir: string, path: string, step: Step): Promise<OtherData> {
  const facts = files.facts(path);
  if (facts === null) throw new AppError('not-found', 'nothing is there', { what: 'file' });
  if (facts.folder) {
    if (resolve(path) === resolve(dataDir))
      throw new AppError('bad-input', 'this is the data folder itself', { method: 'data.merge', field: 'path' });
    if (!files.facts(join(path, 'journal'))?.folder) throw new AppError('foreign-data', 'no journal in this folder');
    const reading = await readFolder(files, path, null, step);
    return { ...reading, name: readDevice(files, path)?.name ?? '', manifest: null, close: () => undefined };
  }
  const dir = tempName(join(dataDir, 'unpacked'));
  const close = () => files.remove(dir);
  try {
    const manifest = await unpackArchive(files, path, dir, step);
    files.makeFolder(join(dir, 'journal'));
    const reading = await readFolder(files, dir, null, step);
    // Lines that are no events any more may have been events to the app that counted them.
    if (reading.events > manifest.events || reading.events + reading.bad.length < manifest.events)
      throw new AppError('data-corrupt', 'the archive holds another number of events than it says', {
        expected: manifest.events,
        found: reading.events,
      });
    return { ...reading, name: manifest.device.name, manifest, close };
  } catch (error) {
    close();
    throw error;
  }
}
