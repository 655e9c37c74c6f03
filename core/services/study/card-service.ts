import type { Handlers } from '../../api/contract.ts';
import { UNTOUCHED } from '../../domain/progress.ts';
import type { Catalog } from '../courses/catalog.ts';
import type { Clock, ProgressStore } from '../ports.ts';
import { momentOf } from '../moment.ts';
import type { Sessions } from './sessions.ts';

/** What a learner does to a card beside answering it. Every change can be undone. */
export function createCardService(
  catalog: Catalog,
  store: ProgressStore,
  clock: Clock,
  sessions: Sessions,
): Pick<Handlers, 'card.update'> {
  return {
    'card.update': async ({ sessionId, cardId, change: { buried, suspended, flag, marked, reset } }) => {
      const session = sessionId === undefined ? null : sessions.get(sessionId);
      const { cardId: card } = catalog.card(cardId);
      const { today } = momentOf(clock, store.progress);
      const ref = await store.append({
        type: 'card',
        cards: [card],
        change: {
          ...(suspended !== undefined && { suspended }),
          ...(buried !== undefined && { buriedUntilDay: buried ? today + 1 : 0 }),
          ...(flag !== undefined && { flag }),
          ...(marked !== undefined && { marked }),
          ...(reset && { reset }),
        },
      });
      session?.did(ref);
      return { revision: (store.progress.cards.get(card) ?? UNTOUCHED).revision };
    },
  };
}
