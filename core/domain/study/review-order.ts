import type { CardId } from '../ids.ts';
import { shuffled } from '../random.ts';
import type { StudyOptions } from '../settings.ts';
import { daysUntilDue } from './due.ts';
import type { Weights } from './memory-model.ts';
import type { Moment } from './moment.ts';
import { retrievability, type Memory } from './schedule.ts';

type ReviewOrder = StudyOptions['reviewOrder'];

export interface DueReview {
  readonly cardId: CardId;
  readonly memory: Memory;
}

/** The reviews in an order, `random` drawn anew every study day; those it holds alike stay as they come, in teaching order. */
export const inReviewOrder = <T extends DueReview>(
  reviews: readonly T[],
  order: ReviewOrder,
  moment: Moment,
  weights: Weights,
): readonly T[] => SORT[order](reviews, moment, weights);

type Sort = <T extends DueReview>(reviews: readonly T[], moment: Moment, weights: Weights) => readonly T[];

const SORT: Readonly<Record<ReviewOrder, Sort>> = {
  due: (reviews, moment) => by(reviews, ({ memory }) => daysUntilDue(memory, moment) ?? 0),
  recall: (reviews, { now }, weights) => by(reviews, ({ memory }) => retrievability(memory, now, weights)),
  overdue: (reviews, { today }) =>
    by(reviews, ({ memory: { lastDay, intervalDays } }) => -(today - lastDay) / Math.max(1, intervalDays)),
  random: (reviews, { today }) => shuffled(reviews, `reviews of day ${today}`),
  lesson: (reviews) => reviews,
};

/** By a key, the smallest first; each key is worked out once. */
function by<T extends DueReview>(reviews: readonly T[], keyOf: (review: T) => number): T[] {
  const keyed = reviews.map((review) => ({ review, key: keyOf(review) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ review }) => review);
}
