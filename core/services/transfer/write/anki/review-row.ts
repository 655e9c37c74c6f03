import type { OutgoingReview } from '../outgoing.ts';
import { USN } from './schema.ts';

export const REVIEW_SQL = 'insert into revlog values (?, ?, ?, ?, ?, ?, ?, ?, ?)';

/** Values of `revlog.type`. */
const TYPE = { learning: 0, review: 1, relearning: 2 } as const;
const FILTERED = 3;
const MANUAL = 4;
const DAY_SEC = 86_400;
const DAY_MS = DAY_SEC * 1000;
const MAX_MS = 3_600_000;

/** A row of `revlog`, as `REVIEW_SQL` takes it. @param lastAt when the card was answered before, epoch ms; null: it was new */
export function reviewRow(id: number, cardId: number, review: OutgoingReview, lastAt: number | null) {
  const { step, isScheduling, grade, elapsedMs, at } = review;
  const since = lastAt === null ? 0 : Math.max(0, (at - lastAt) / DAY_MS);
  return [
    id,
    cardId,
    USN,
    grade,
    step ? interval(step.intervalDays) : 0,
    step ? interval(step.lastIntervalDays) : interval(since),
    isScheduling && step ? difficultyFactor(step.difficulty) : 0,
    Math.round(Math.min(Math.max(elapsedMs, 0), MAX_MS)),
    // Practice without effect is a filtered review without ease.
    isScheduling ? TYPE[step?.phase ?? (lastAt === null ? 'learning' : 'review')] : FILTERED,
  ];
}

/** That the card was forgotten by hand: what came before counts no more. */
export const resetRow = (id: number, cardId: number) => [id, cardId, USN, 0, 0, 0, 0, 0, MANUAL];

/** Whole days, or seconds below 0. */
const interval = (days: number) => (days >= 1 ? Math.round(days) : 0 - Math.round(days * DAY_SEC));

/** Difficulty 1 to 10 as 100 to 1100: how Anki keeps it where FSRS decides. */
const difficultyFactor = (difficulty: number) => Math.round(((difficulty - 1) / 9 + 0.1) * 1000);
