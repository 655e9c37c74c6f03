import type { Handlers } from '../../api/contract.ts';
import type { Learner } from '../courses/learner.ts';
import type { Sessions } from './sessions.ts';

/** What a learner does to a card beside answering it. Every change can be undone. */
export function createCardService(learner: Learner, sessions: Sessions): Pick<Handlers, 'card.update'> {
  return {
    'card.update': async ({ sessionId, cardId, change: { buried, suspended, flag, marked, reset, dueDay } }) => {
      const session = sessionId === undefined ? null : sessions.get(sessionId);
      const { cardId: card } = learner.catalog.card(cardId);
      const { today } = learner.moment();
      const ref = await learner.store.append({
        type: 'card',
        cards: [card],
        change: {
          ...(suspended !== undefined && { suspended }),
          ...(buried !== undefined && { buriedUntilDay: buried ? today + 1 : 0 }),
          ...(flag !== undefined && { flag }),
          ...(marked !== undefined && { marked }),
          ...(reset && { reset }),
          ...(dueDay !== undefined && { dueDay }),
        },
      });
      session?.record(ref);
      return { revision: learner.cardState(card).revision };
    },
  };
}
