import type { Handlers } from '../../api/contract.ts';
import type { Catalog } from '../courses/catalog.ts';
import type { Clock, ProgressStore } from '../ports.ts';
import { breathe } from '../jobs/slices.ts';
import { withoutRepeats } from '../../domain/history/repeats.ts';
import { momentOf } from '../moment.ts';
import { dayOf, historyDays, latestDayBehind } from './history-days.ts';
import type { LibraryNames } from './history-entry.ts';
import { pastReview } from './past-review.ts';

type HistoryHandlers = Pick<Handlers, 'history.list' | 'history.reviews' | 'card.history'>;
type PastReviews = Awaited<ReturnType<HistoryHandlers['history.reviews']>>['reviews'];

const MAX_REVIEWS = 1_000;
/** Events between two chances to give the loop free. */
const GROUP = 500;

/** What was done on which day. */
export function createHistoryService(
  catalog: Catalog,
  store: ProgressStore,
  library: LibraryNames,
  clock: Clock,
): HistoryHandlers {
  const sources = { store, catalog, library };
  const today = () => momentOf(clock, store.progress).today;

  async function reviewsOf(wanted: number): Promise<PastReviews> {
    const { rolloverHour } = store.progress.settings;
    const reviews: PastReviews = [];
    let seen = 0;
    for (const event of store.backwards()) {
      if (++seen % GROUP === 0) await breathe();
      const day = dayOf(event, rolloverHour);
      if (latestDayBehind(event, rolloverHour) < wanted || reviews.length >= MAX_REVIEWS) break;
      if (day === wanted && event.type === 'review' && event.batch === undefined)
        reviews.push(pastReview(event, catalog, store));
    }
    return reviews;
  }

  return {
    'history.list': ({ days, before }) => historyDays(sources, { days, before: before ?? Infinity, today: today() }),
    'history.reviews': async ({ day }) => ({ reviews: await reviewsOf(day) }),
    'card.history': async ({ cardId }) => ({
      reviews: withoutRepeats(store.eventsOf(cardId), (event) => store.isUndone(event))
        .reverse()
        .flatMap((event) => (event.type === 'review' ? [pastReview(event, catalog, store)] : [])),
    }),
  };
}
