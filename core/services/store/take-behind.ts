import { AppError } from '../../domain/errors.ts';
import { MAX_DEVICES } from '../../domain/history/limits.ts';
import { negationOf } from '../../domain/history/voided.ts';
import type { Files } from '../disk/files.ts';
import type { Quarantine } from '../disk/quarantine.ts';
import { breathe } from '../jobs/slices.ts';
import type { AddedEvents } from './data-store.ts';
import { appendBehind } from './journal/append-behind.ts';
import type { Journals } from './journal/journals.ts';
import type { RawLine } from './journal/raw-line.ts';

/** Lines that are written before the loop is given free. */
const GROUP = 2_000;

/**
 * Puts lines of other devices behind theirs, in slices.
 * @returns what they add, as far as they are events to this version
 * @throws AppError `internal` where there is no place for another device; errors of the disk
 */
export async function takingBehind(
  files: Files,
  dataDir: string,
  journals: Journals,
  quarantine: Quarantine,
  behind: ReadonlyMap<string, readonly RawLine[]>,
): Promise<AddedEvents> {
  const added = { events: 0, negations: [] as AddedEvents['negations'][number][] };
  for (const [device, lines] of behind) {
    if (journals.all.length >= MAX_DEVICES - 1 && !journals.covered.some((known) => known.device === device))
      throw new AppError('internal', 'no place for another device');
    const journal = journals.of(device);
    await appendBehind(files, dataDir, journal, quarantine, lines);
    for (const [i, { event }] of lines.entries()) {
      if (i % GROUP === GROUP - 1) await breathe();
      if (event === null) continue;
      added.events++;
      const negation = negationOf(event);
      if (negation) added.negations.push(negation);
    }
  }
  return added;
}
