import type { Input, Output } from '../../api/contract.ts';
import type { Sessions } from '../study/sessions.ts';
import { chosenToday } from './plan-of-day.ts';
import type { Planner } from './planner.ts';

/** A session of what the plan of a sitting names, in its order. */
export async function startPlanned(
  planner: Planner,
  sessions: Sessions,
  { minutes }: Input<'plan.start'>,
): Promise<Output<'plan.start'>> {
  const reckoning = await planner.reckoning();
  const { plan } = await chosenToday(planner, reckoning, 'en', minutes);
  const dueOf = (cardId: (typeof plan.learning)[number]['cardId']) =>
    reckoning.progress.cards.get(cardId)?.memory?.due ?? 0;
  const ids = (jobs: typeof plan.fresh) => jobs.map(({ cardId }) => cardId);
  const limit = Math.max(1, plan.reviews.length + plan.fresh.length);
  const session = sessions.startOf(
    { mode: 'review', limit },
    {
      learning: plan.learning.map(({ cardId }) => ({ cardId, due: dueOf(cardId) })),
      review: ids(plan.reviews),
      fresh: ids(plan.fresh),
    },
  );
  return { sessionId: session.id, counts: session.counts };
}
