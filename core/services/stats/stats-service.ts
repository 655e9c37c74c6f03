import type { Handlers } from '../../api/contract.ts';
import { EMPTY_DAY, type Progress } from '../../domain/progress.ts';
import { streakDays, studiedDays } from '../../domain/study/streak.ts';
import type { Catalog } from '../courses/catalog.ts';
import type { Clock, ProgressStore } from '../ports.ts';
import { withinLimits } from '../../domain/study/daily-limits.ts';
import { findingDueCards } from '../../domain/study/due-cards.ts';
import { Upcoming } from '../../domain/study/upcoming.ts';
import { inSlices } from '../jobs/slices.ts';
import { momentOf } from '../moment.ts';

/** The pace assumed before the learner has one, ms per answer. */
const FIRST_PACE_MS = 15_000;
/** Study days the learner's pace is taken from. */
const PACE_DAYS = 30;

/** Figures for Today and the charts, all from day totals and card states. */
export function createStatsService(
  catalog: Catalog,
  store: ProgressStore,
  clock: Clock,
): Pick<Handlers, 'stats.summary' | 'stats.series'> {
  return {
    'stats.summary': async () => {
      const { progress } = store;
      const moment = momentOf(clock, progress);
      const next = new Upcoming(moment);
      const all = await inSlices(findingDueCards(catalog.cards({}), progress, moment, (_, now) => next.add(now)));
      const learning = all.learning.length;
      const review = withinLimits(all.review, 'review', progress, moment.today).length;
      const fresh = withinLimits(all.fresh, 'fresh', progress, moment.today).length;
      const today = progress.days.get(moment.today) ?? EMPTY_DAY;
      return {
        reviewsTotal: progress.reviewsTotal,
        reviewsToday: today.reviews,
        passedToday: today.passed,
        elapsedTodayMs: Math.round(today.elapsedMs),
        due: learning + review,
        dueTotal: learning + all.review.length,
        ...studiedDays(progress.days, moment.today),
        learning,
        review,
        new: fresh,
        streakDays: streakDays(progress.days, moment.today, progress.settings.vacations),
        minutesDue: Math.ceil(((learning + review + fresh) * paceMs(progress, moment.today)) / 60_000),
        nextDue: next.nextDue,
        today: moment.today,
      };
    },
    'stats.series': async ({ days }) => {
      const { today } = momentOf(clock, store.progress);
      return {
        days: Array.from({ length: days }, (_, index) => {
          const day = today - days + 1 + index;
          const { reviews, passed, elapsedMs } = store.progress.days.get(day) ?? EMPTY_DAY;
          return { day, reviews, passed, elapsedMs: Math.round(elapsedMs) };
        }),
      };
    },
  };
}

/** Mean time per answer over the last month, ms. */
function paceMs({ days }: Progress, today: number): number {
  let [answers, elapsedMs] = [0, 0];
  for (let day = today - PACE_DAYS; day <= today; day += 1) {
    const total = days.get(day) ?? EMPTY_DAY;
    // The time of a day holds that of its practice.
    answers += total.reviews + total.practice;
    elapsedMs += total.elapsedMs;
  }
  return answers > 0 ? elapsedMs / answers : FIRST_PACE_MS;
}
