import type { Memory } from '../study/schedule.ts';
import { DAY_MS } from '../study/study-day.ts';
import type { CardChange } from './events.ts';

/**
 * The memory that a change gives its card: what was known of it elsewhere, where the answers are not known themselves. Null where it
 * gives none that is news: an answer on the same study day or a later one knows more. Answers behind it go on from it.
 * @param before what the card's events before it left
 */
export function givenMemory(
  before: Pick<Memory, 'lastDay'> | null,
  { memory }: Pick<CardChange, 'memory'>,
): Memory | null {
  if (memory === undefined || (before !== null && before.lastDay >= memory.lastDay)) return null;
  const { at, ...known } = memory;
  return { ...known, due: at + known.intervalDays * DAY_MS, step: 0, lastReview: at };
}

/**
 * The study day that a change chooses for its card to come back; null where it chooses none, or chose it elsewhere not knowing of an
 * answer that is known here.
 * @param before what the card's events before it left, with what the change itself gives
 */
export const chosenDay = (
  before: Pick<Memory, 'lastDay'>,
  { dueDay, lastDay = Infinity }: Pick<CardChange, 'dueDay' | 'lastDay'>,
): number | null => (dueDay === undefined || before.lastDay > lastDay ? null : dueDay);
