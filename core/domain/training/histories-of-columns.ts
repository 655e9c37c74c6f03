import { REVIEW_MODES } from '../history/event-schemas.ts';
import { PHASES_BEFORE, type ReviewColumns } from '../stats/review-columns.ts';
import { MODES } from '../study/modes.ts';
import type { ReviewHistories } from './review-histories.ts';

/** Of all columns of answers those that training reads. */
export type TrainingColumns = Pick<ReviewColumns, 'length' | 'card' | 'day' | 'grade' | 'mode' | 'standing' | 'phase'>;

const SCHEDULES = REVIEW_MODES.map((mode) => MODES[mode].schedules);
const NEW = PHASES_BEFORE.indexOf('new');

/** A copy that stays as it is while answers go on. */
export function copyForTraining(columns: TrainingColumns): TrainingColumns {
  const { length, card, day, grade, mode, standing, phase } = columns;
  return {
    length,
    card: card.slice(0, length),
    day: day.slice(0, length),
    grade: grade.slice(0, length),
    mode: mode.slice(0, length),
    standing: standing.slice(0, length),
    phase: phase.slice(0, length),
  };
}

/**
 * The answers that moved the schedule and stand, card by card. A card that was forgotten on purpose (reset) begins anew, as a card
 * of its own.
 */
export function historiesOf({ length, card, day, grade, mode, standing, phase }: TrainingColumns): ReviewHistories {
  const counts = (row: number) => standing[row] === 1 && SCHEDULES[mode[row]!] === true;
  let most = -1;
  for (let row = 0; row < length; row += 1) most = Math.max(most, card[row]!);
  // Rows sorted by card, each card's in their order: a counting sort.
  const next = new Uint32Array(most + 2);
  for (let row = 0; row < length; row += 1) if (counts(row)) next[card[row]! + 1]! += 1;
  for (let at = 1; at < next.length; at += 1) next[at]! += next[at - 1]!;
  const total = next[next.length - 1] ?? 0;
  const ends = next.slice(1);
  const days = new Int32Array(total);
  const grades = new Uint8Array(total);
  const begins = new Uint8Array(total);
  for (let row = 0; row < length; row += 1) {
    if (!counts(row)) continue;
    const at = next[card[row]!]!++;
    days[at] = day[row]!;
    grades[at] = grade[row]!;
    begins[at] = phase[row] === NEW ? 1 : 0;
  }
  let first = 0;
  for (const end of ends) {
    if (end > first) begins[first] = 1;
    first = end;
  }
  const starts: number[] = [];
  for (let at = 0; at < total; at += 1) if (begins[at] === 1) starts.push(at);
  starts.push(total);
  return { starts: Int32Array.from(starts), days, grades };
}
