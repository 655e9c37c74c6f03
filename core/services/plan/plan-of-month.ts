import type { Output } from '../../api/contract.ts';
import { stepsAhead } from '../../domain/plan/days-ahead.ts';
import { inSlices } from '../jobs/slices.ts';
import { plannedCards } from './planned-cards.ts';
import { hasBacklog, tenthsOf } from './plan-of-day.ts';
import type { Planner } from './planner.ts';

const MONTH_DAYS = 30;
/** Minutes of a day that is only held by the limits. */
const WHOLE_DAY = 1440;

/** The next 30 days if all is done as planned: in the minutes a day, in those of a backlog, or in what the limits allow. */
export async function planOfMonth(planner: Planner): Promise<Output<'plan.month'>> {
  const reckoning = await planner.reckoning();
  const { catalog, progress, moment } = reckoning;
  const all = catalog.cards({});
  const cards = await inSlices(plannedCards(all, reckoning));
  const days = await planner.days(reckoning, all);
  const { minutesPerDay } = progress.settings;
  const own = minutesPerDay > 0 ? minutesPerDay : null;
  const isBehind = own === null && hasBacklog(planner, reckoning, cards);
  const minutes = own ?? (isBehind ? await planner.backlogMinutes(reckoning, cards) : WHOLE_DAY);
  const budgetMs = (day: number) => (days.isOff(day) ? 0 : minutes * 60_000);
  const ahead = await inSlices(stepsAhead(cards, { ...days, budgetMs, days: MONTH_DAYS }));
  return {
    today: moment.today,
    days: ahead.days.map(({ day, reviews, late, fresh, ms, left }) => ({
      day,
      reviews: { cards: reviews, minutes: tenthsOf(ms.reviews) },
      late: { cards: late, minutes: tenthsOf(ms.late) },
      fresh: { cards: fresh, minutes: tenthsOf(ms.fresh) },
      left,
      isOff: days.isOff(day),
    })),
  };
}
