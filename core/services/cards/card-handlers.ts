import type { Handlers } from '../../api/contract.ts';
import type { AnswerHistory } from '../../domain/stats/review-columns.ts';
import { parseQuery } from '../../domain/query/parse.ts';
import { printQuery } from '../../domain/query/print.ts';
import type { CardId } from '../../domain/ids.ts';
import type { Learner } from '../courses/learner.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import { AllCards } from './all-cards.ts';
import { facetsOf } from './card-facets.ts';
import { CardList } from './card-list.ts';
import { CardOrders } from './card-orders.ts';
import { ChangeCards } from './change-cards.ts';
import { ChosenCards, type Chosen } from './chosen-cards.ts';
import { FindCards, type TextFinder } from './find-cards.ts';
import { FrontOrder } from './front-order.ts';
import { MadeAhead } from './made-ahead.ts';
import { RatedCards } from './rated-cards.ts';
import { SavedSearches } from './saved-searches.ts';

/** All cards of courses and decks: found, listed, changed. */
export function createCards(learner: Learner, library: DeckLibrary, answers: AnswerHistory, texts: TextFinder) {
  const all = new AllCards(learner, library);
  const finder = new FindCards(all, learner, texts, new RatedCards(answers));
  const chosen = new ChosenCards(all, finder);
  return {
    finder,
    list: new CardList(all, finder, new CardOrders(finder, new FrontOrder(library)), library),
    changes: new ChangeCards(chosen, learner, library),
    searches: new SavedSearches(learner.store),
    /** What the list begins with and every search looks through. */
    ahead: new MadeAhead(async () => {
      await all.current();
      await texts.ready();
    }),
    /** The cards that are meant, those that are not there passed over. @throws AppError `bad-query`, `not-found` */
    async find(of: Chosen): Promise<ReadonlySet<CardId>> {
      const { all: columns, rows } = await chosen.rows(of);
      return new Set(rows.map((row) => columns.cards[row]!.cardId));
    },
  };
}

/** What the contract asks of them. */
export function cardHandlers({ finder, list, changes, searches }: ReturnType<typeof createCards>) {
  return {
    'query.check': async ({ query: text }) => {
      const { query, error } = parseQuery(text);
      return { error, canonical: query && printQuery(query) };
    },
    'query.saved': async () => ({ searches: searches.all() }),
    'query.save': async (input) => ({ id: await searches.save(input) }),
    'query.remove': async ({ id }) => {
      await searches.remove(id);
      return { done: true };
    },
    'card.list': (input) => list.list(input),
    'card.ids': (input) => list.ids(input),
    'card.facets': async (input) => facetsOf(await finder.find(input)),
    'card.change': (input) => changes.change(input),
    'card.changing': async () => ({ work: changes.work }),
    'card.cancel': async () => {
      changes.cancel();
      return { done: true };
    },
    'card.replacements': (input) => changes.replacements(input),
  } satisfies Partial<Handlers>;
}
