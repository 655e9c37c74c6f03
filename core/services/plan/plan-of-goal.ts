import type { Output } from '../../api/contract.ts';
import { recordOf } from '../../domain/history/records.ts';
import { outlookOf, type Goal } from '../../domain/plan/goal.ts';
import type { Progress } from '../../domain/progress.ts';
import { inSlices } from '../jobs/slices.ts';
import { plannedCards, unasked } from './planned-cards.ts';
import type { Planner } from './planner.ts';

const WHOLE_DAY_MS = 1440 * 60_000;

/** The goal of a course that stands; null: none. */
function goalOf(progress: Progress, courseId: string): Goal | null {
  const { examDay, target, removed } = recordOf(progress, 'goal', courseId) ?? {};
  return removed || examDay === undefined || target === undefined ? null : { examDay, target };
}

/** The exam a course is learned for, and what can be expected of it in the time there is: the course's share of the minutes a day. */
export async function planOfGoal(planner: Planner, courseId: string): Promise<Output<'plan.goal'>> {
  const { catalog, progress } = planner.learner;
  const course = catalog.course(courseId);
  const goal = goalOf(progress, courseId);
  const cards = catalog.cards({ courseId });
  const said = { goal, questions: cards.length, unasked: (await inSlices(unasked(cards, { progress }))).length };
  const reckoning = await planner.reckoning();
  const { today } = reckoning.moment;
  if (goal === null || goal.examDay <= today) return { ...said, outlook: null };
  const { isOff, fresh, ...days } = await planner.days(reckoning, cards, course);
  const { minutesPerDay } = progress.settings;
  const share = cards.length / Math.max(1, catalog.cards({}).length);
  const perDayMs = minutesPerDay > 0 ? minutesPerDay * 60_000 * share : WHOLE_DAY_MS;
  const budgetMs = (day: number) => (isOff(day) ? 0 : perDayMs);
  const known = await inSlices(plannedCards(cards, reckoning));
  const outlook = await inSlices(outlookOf(goal, known, { ...days, fresh, budgetMs }, fresh.perDay));
  return { ...said, outlook };
}
