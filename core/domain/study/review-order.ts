import { cursorOf, type CardCursor } from '../card-rows.ts';
import { parametersIn } from '../history/parameters.ts';
import { orderOfKeys } from '../key-order.ts';
import type { Progress } from '../progress.ts';
import { shuffled } from '../random.ts';
import type { StudyOptions } from '../settings.ts';
import type { DueCards, TaughtCard } from './due-cards.ts';
import type { Moment } from './moment.ts';
import { retrievability } from './schedule.ts';

type ReviewOrder = StudyOptions['reviewOrder'];
type Known = Pick<Progress, 'cards' | 'records'>;

/** The reviews of a day in an order, `random` drawn anew every study day; those it holds alike stay in teaching order. */
export const inReviewOrder = <T extends TaughtCard>(
  due: Pick<DueCards<T>, 'review' | 'inTeachingOrder'>,
  order: ReviewOrder,
  progress: Known,
  moment: Moment,
): readonly T[] => SORT[order](due, progress, moment);

type Sort = <T extends TaughtCard>(
  due: Pick<DueCards<T>, 'review' | 'inTeachingOrder'>,
  progress: Known,
  moment: Moment,
) => readonly T[];

const SORT: Readonly<Record<ReviewOrder, Sort>> = {
  due: ({ review }) => review,
  recall: (due, progress, { now }) => {
    const { weights } = parametersIn(progress);
    return by(due.inTeachingOrder(), progress, (review) => retrievability(review, now, weights));
  },
  overdue: (due, progress, { today }) =>
    by(due.inTeachingOrder(), progress, ({ lastDay, intervalDays }) => -(today - lastDay) / Math.max(1, intervalDays)),
  random: (due, _, { today }) => shuffled(due.inTeachingOrder(), `reviews of day ${today}`),
  lesson: (due) => due.inTeachingOrder(),
};

/** By a key, the smallest first; each key is worked out once. */
function by<T extends TaughtCard>(
  reviews: readonly T[],
  { cards }: Known,
  keyOf: (review: CardCursor) => number,
): readonly T[] {
  const cursor = cursorOf(cards);
  const keys = Float64Array.from(reviews, ({ cardId }) => (cursor.seek(cardId) ? keyOf(cursor) : NaN));
  return Array.from(orderOfKeys(keys, false), (place) => reviews[place]!);
}
