import type { Handlers } from '../../api/contract.ts';
import { UNTOUCHED } from '../../domain/progress.ts';
import type { Catalog } from '../courses/catalog.ts';
import type { Clock, ProgressStore } from '../ports.ts';
import { momentOf } from '../moment.ts';

/** What a learner does to a card beside answering it. Every change can be undone. */
export function createCardService(catalog: Catalog, store: ProgressStore, clock: Clock): Pick<Handlers, 'card.update'> {
  return {
    'card.update': async ({ cardId, change: { buried, suspended, flag, marked, reset } }) => {
      const { cardId: card } = catalog.card(cardId);
      const { today } = momentOf(clock, store.progress);
      await store.append({
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
      return { revision: (store.progress.cards.get(card) ?? UNTOUCHED).revision };
    },
  };
}
