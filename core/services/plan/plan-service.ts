import type { Handlers } from '../../api/contract.ts';
import { planOfBacklog } from './plan-of-backlog.ts';
import { planOfDay } from './plan-of-day.ts';
import { planOfGoal } from './plan-of-goal.ts';
import { planOfMonth } from './plan-of-month.ts';
import { startPlanned } from './planned-session.ts';
import type { Sessions } from '../study/sessions.ts';
import type { Planner } from './planner.ts';

/** What the contract asks of plans. */
export function planHandlers(planner: Planner, sessions: Sessions) {
  const { store, catalog } = planner.learner;
  return {
    'plan.day': (input) => planOfDay(planner, input),
    'plan.start': (input) => startPlanned(planner, sessions, input),
    'plan.backlog': () => planOfBacklog(planner),
    'plan.month': () => planOfMonth(planner),
    'plan.goal': ({ courseId }) => planOfGoal(planner, courseId),
    'plan.setGoal': async ({ courseId, ...goal }) => {
      catalog.course(courseId);
      await store.append({ type: 'goal', id: courseId, set: { ...goal, removed: null } });
      return { done: true };
    },
    'plan.removeGoal': async ({ courseId }) => {
      catalog.course(courseId);
      await store.append({ type: 'goal', id: courseId, set: { removed: true } });
      return { done: true };
    },
  } satisfies Partial<Handlers>;
}
