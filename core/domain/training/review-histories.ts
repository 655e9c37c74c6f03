import type { Grade } from '../grade.ts';

/**
 * Answers in columns, card after card, each card's in the order in which they were given. The answers of card `c` are those from
 * `starts[c]` up to, not including, `starts[c + 1]`.
 */
export interface ReviewHistories {
  readonly starts: Int32Array<ArrayBuffer>;
  /** Study day of each answer. */
  readonly days: Int32Array<ArrayBuffer>;
  /** 1 Again to 4 Easy. */
  readonly grades: Uint8Array<ArrayBuffer>;
}

/** One answer for `collectHistories`. */
export interface GivenAnswer {
  readonly day: number;
  readonly grade: Grade;
}

/** Puts the answers of cards into columns; a card without answers is left out. */
export function collectHistories(cards: Iterable<readonly GivenAnswer[]>): ReviewHistories {
  const starts = [0];
  const days: number[] = [];
  const grades: number[] = [];
  for (const answers of cards) {
    for (const { day, grade } of answers) {
      days.push(day);
      grades.push(grade);
    }
    if (answers.length > 0) starts.push(days.length);
  }
  return { starts: Int32Array.from(starts), days: Int32Array.from(days), grades: Uint8Array.from(grades) };
}

/** Whole days from the answer before to this one. An answer dated before it (a clock that went back) counts as of the same day. */
export const daysBetween = (days: ArrayLike<number>, index: number): number =>
  Math.max(0, days[index]! - days[index - 1]!);

/**
 * The answers that say something of forgetting: the first of a day, on a later day than the card's answer before it. How many there
 * are, and on which day the newest `share` of them begins. No such answer: no day.
 */
export function splitByTime(
  { starts, days }: ReviewHistories,
  share: number,
): { readonly counted: number; readonly fromDay: number | null } {
  const counted: number[] = [];
  for (let card = 0; card + 1 < starts.length; card += 1)
    for (let index = starts[card]! + 1; index < starts[card + 1]!; index += 1)
      if (daysBetween(days, index) > 0) counted.push(days[index]!);
  const sorted = Int32Array.from(counted).sort();
  return { counted: sorted.length, fromDay: sorted[Math.floor(sorted.length * (1 - share))] ?? null };
}
