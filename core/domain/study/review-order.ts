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
export function inReviewOrder(
  reviews: readonly DueReview[],
  order: ReviewOrder,
  moment: Moment,
  weights: Weights,
): CardId[] {
  return SORT[order](reviews, moment, weights).map(({ cardId }) => cardId);
}

const SORT: Readonly<
  Record<ReviewOrder, (reviews: readonly DueReview[], moment: Moment, weights: Weights) => readonly DueReview[]>
> = {
  due: (reviews, moment) => by(reviews, ({ memory }) => daysUntilDue(memory, moment) ?? 0),
  recall: (reviews, { now }, weights) => by(reviews, ({ memory }) => retrievability(memory, now, weights)),
  overdue: (reviews, { today }) =>
    by(reviews, ({ memory: { lastDay, intervalDays } }) => -(today - lastDay) / Math.max(1, intervalDays)),
  random: (reviews, { today }) => shuffled(reviews, `reviews of day ${today}`),
  lesson: (reviews) => reviews,
};

/** By a key, the smallest first; each key is worked out once. */
function by(reviews: readonly DueReview[], keyOf: (review: DueReview) => number): DueReview[] {
  const keyed = reviews.map((review) => ({ review, key: keyOf(review) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ review }) => review);
}
