import type { Grade } from '../grade.ts';
import { seededRandom } from '../random.ts';
import type { Spread } from './day-choice.ts';
import { dueDay } from './due.ts';
import { retrievability, review, type Memory } from './schedule.ts';
import { startOfStudyDay, type StudyClock } from './study-day.ts';

const CLOCK: StudyClock = { utcOffsetMin: 420, rolloverHour: 4 };
/** 1 January 2026, a Thursday. */
export const FIRST_DAY = 20_454;
const NOON_MS = 8 * 3_600_000;
const NEW_A_DAY = 20;

interface Card {
  readonly id: number;
  memory: Memory;
}

/**
 * A learner's year: 20 new cards every day, each learned at once by two Goods, and every review on the day it is due: Good as often as
 * FSRS predicts, else Again.
 * Returns how many reviews were due on each day of the year.
 *
 * @param balanced are reviews spread by what else is due, too?
 */
export function yearOfReviews(seed: string, rest: Spread['rest'], balanced: boolean): number[] {
  const random = seededRandom(seed);
  const due = new Map<number, Card[]>();
  const on = (day: number) => due.get(day) ?? [];
  const loads: number[] = [];
  let count = 0;
  const answer = (card: Pick<Card, 'id'> & { readonly memory: Memory | null }, grade: Grade, now: number): Card => {
    const spread: Spread = {
      seed: `${card.id}#${card.memory?.reps ?? 0}`,
      loadOn: balanced ? (day) => on(day).length : null,
      rest,
      soonADay: NEW_A_DAY,
    };
    return { id: card.id, memory: review(card.memory, grade, now, CLOCK, { retention: 0.9 }, spread) };
  };
  /** Until the steps are done. */
  const finish = (first: Card, now: number): void => {
    let card = first;
    while (card.memory.phase !== 'review') card = answer(card, 3, now);
    const day = dueDay(card.memory);
    const others = due.get(day);
    if (others) others.push(card);
    else due.set(day, [card]);
  };
  for (let day = FIRST_DAY; day < FIRST_DAY + 365; day += 1) {
    const now = startOfStudyDay(day, CLOCK) + NOON_MS;
    const today = on(day);
    loads.push(today.length);
    for (const card of today) {
      const right = random() < retrievability(card.memory, now, null);
      finish(answer(card, right ? 3 : 1, now), now);
    }
    for (let i = 0; i < NEW_A_DAY; i += 1) finish(answer({ id: (count += 1), memory: null }, 3, now), now);
  }
  return loads;
}
