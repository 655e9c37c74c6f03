import type { DayTotal } from '../../domain/progress.ts';
import type { Output } from '../../api/contract.ts';
import { daysOf, type Gap } from '../store/journal/gaps.ts';
import type { Journals } from '../store/journal/journals.ts';
import type { Reached } from './folder/read-folder.ts';

type Missing = Output<'data.check'>['missing'][number];
type Days = ReadonlyMap<number, DayTotal>;

/** The highest number of each device that anything knows of. */
export function reachedByAny(all: readonly Reached[]): Map<string, number> {
  const reached = new Map<string, number>();
  for (const one of all)
    for (const [device, seq] of Object.entries(one)) reached.set(device, Math.max(seq, reached.get(device) ?? 0));
  return reached;
}

/** Numbers that were given, and whose events are not in the journals. @param reached up to which numbers each device is known to have come */
export function gapsOf(journals: Journals, reached: ReadonlyMap<string, number>): readonly Gap[] {
  for (const device of reached.keys()) journals.of(device);
  return journals.all.flatMap((journal) => journal.gapsUpTo(reached.get(journal.covered.device) ?? 0));
}

/** Study days of which the state knows more answers than the journals hold. */
function shortDays(known: Days, read: Days): number[] {
  const answers = (days: Days, day: number) => (days.get(day)?.reviews ?? 0) + (days.get(day)?.practice ?? 0);
  return [...known.keys()].filter((day) => answers(known, day) > answers(read, day)).sort((a, b) => a - b);
}

/**
 * When the events of gaps were: between the events on either side of them, and where the state still knows the days, from the
 * first to the last of those that are short of answers.
 * @param latest epoch ms; none of them is younger
 */
export function missingEvents(
  gaps: readonly Gap[],
  { known, read, rolloverHour, latest }: { known: Days; read: Days; rolloverHour: number; latest: number },
): Missing[] {
  const short = shortDays(known, read);
  return gaps.map((gap) => {
    const { fromDay, toDay } = daysOf(gap, rolloverHour, latest);
    const within = short.filter((day) => day >= fromDay && day <= toDay);
    const { device, fromSeq, toSeq } = gap;
    return { device, fromSeq, toSeq, fromDay: within[0] ?? fromDay, toDay: within.at(-1) ?? toDay };
  });
}
