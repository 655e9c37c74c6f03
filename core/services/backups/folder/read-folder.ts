import { join } from 'node:path';
import { AppError } from '../../../domain/errors.ts';
import type { JournalEvent } from '../../../domain/history/events.ts';
import { negationOf, type Negation } from '../../../domain/history/voided.ts';
import type { Files } from '../../disk/files.ts';
import { inSlices } from '../../jobs/slices.ts';
import type { Step } from '../../jobs/work.ts';
import type { History } from '../../store/fold/history.ts';
import { rebuilding } from '../../store/fold/rebuild.ts';
import { isFork } from '../../store/journal/device.ts';
import type { BadPiece } from '../../store/journal/device-journal.ts';
import type { Covered } from '../../store/journal/journal-index.ts';
import { Journals } from '../../store/journal/journals.ts';

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
/** 0 for a device that is not named; a device may be called like something every object has. */
export const reachedBy = (reached: Reached, device: string): number =>
  Object.hasOwn(reached, device) ? (reached[device] ?? 0) : 0;
export const reachedIn = (covered: readonly Covered[]): Reached =>
  Object.fromEntries(covered.map(({ device, seq }) => [device, seq]));

/** Our own journals as the store knows them; only what came since is read, in slices. */
export async function ownJournals(files: Files, dataDir: string, covered: readonly Covered[]): Promise<Journals> {
  const journals = new Journals(
    files,
    join(dataDir, 'journal'),
    structuredClone(covered) as Covered[],
    () => undefined,
  );
  let events = 0;
  const reading = function* () {
    for (const _event of journals.unread()) if (++events % 500 === 0) yield;
  };
  await inSlices(reading());
  return journals;
}

/**
 * Reads the journals of a folder from their begin, in slices.
 * @param upTo counts only events up to here; null for all
 * @param mostBad bytes that may be unreadable
 * @param highest the largest order that its events may follow, though what explains it is not in it
 * @throws AppError `data-corrupt` beyond that, `cancelled`
 */
export async function readFolder(
  files: Files,
  dir: string,
  upTo: Reached | null,
  step: Step,
  mostBad = Infinity,
  highest = 0,
): Promise<FolderReading> {
  const bad: BadPiece[] = [];
  let badBytes = 0;
  const negations: Negation[] = [];
  let events = 0;
  let hasGaps = false;
  const reached = new Map<string, number>();
  const journals = new Journals(files, join(dir, 'journal'), [], (piece) => {
    badBytes += piece.bytes.length;
    if (badBytes > mostBad)
      throw new AppError('data-corrupt', 'more of a journal can not be read than can be an accident', {
        file: `journal/${piece.device}/${piece.file}`,
      });
    bad.push(piece);
  });
  journals.passed(highest);
  const reading = function* () {
    for (const event of journals.unread()) {
      if (upTo !== null && event.seq > reachedBy(upTo, event.device)) continue;
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
  for (const event of events) if (upTo === null || event.seq <= reachedBy(upTo, event.device)) yield event;
}

/** The history that the journals of a folder make. */
export function replayFolder({ journals, negations, upTo }: FolderReading, step: Step): Promise<History> {
  const total = journals.covered.reduce((sum, { seq }) => sum + seq, 0);
  let groups = 0;
  const counting = function* () {
    const steps = rebuilding(
      journals,
      () => journals.all.map((journal) => upToHere(journal.events(), upTo)),
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
