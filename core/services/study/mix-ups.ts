import type { Handlers, Output } from '../../api/contract.ts';
import { mixedUp, type MixedUp } from '../../domain/contrast/mixed-up.ts';
import { namedPairs } from '../../domain/contrast/named-pairs.ts';
import type { WrongAnswer } from '../../domain/contrast/mistakes.ts';
import { refOf } from '../../domain/history/events.ts';
import type { CardId } from '../../domain/ids.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import type { Learner } from '../courses/learner.ts';

/** What this learner mixes up, from their wrong answers, and what the course says is often mixed up. */
export class MixUps {
  /** Wrong answers by card, and the revision of the card they were read at: only what was answered since is read again. */
  readonly #read = new Map<CardId, { readonly revision: number; readonly wrong: readonly WrongAnswer[] }>();

  constructor(private readonly learner: Learner) {}

  list(courseId: string): Output<'contrast.list'> {
    const { catalog } = this.learner;
    const cards = catalog.cards({ courseId });
    const found = this.#pairsOf(cards);
    return {
      pairs: found.map(({ sides: [one, two], evidence, chance }) => ({
        sides: [
          { text: one.text, cards: [...one.cards] },
          { text: two.text, cards: [...two.cards] },
        ],
        evidence: evidence.flatMap(({ cardId, answer, expected, given }) =>
          given
            ? {
                ...{ ref: answer.ref, at: answer.at, cardId, prompt: catalog.card(cardId).question.prompt },
                ...{ expected: expected.text, given: given.text },
              }
            : [],
        ),
        chance,
      })),
      named: this.#namedIn(cards, found).map(([one, two]) => [sideOf(one), sideOf(two)]),
    };
  }

  /**
   * Of each pair a card of either side, one pair after the other: those the learner mixes up, then those the course names. A card of
   * two pairs comes once.
   */
  inTurn(cards: readonly CatalogCard[]): CatalogCard[] {
    const byId = new Map(cards.map((card) => [card.cardId, card]));
    const chosen = new Map<CardId, CatalogCard>();
    for (const { id: courseId } of new Set(cards.map((card) => card.course))) {
      const all = this.learner.catalog.cards({ courseId });
      const found = this.#pairsOf(all);
      for (const { sides } of found)
        for (const { cards: asking } of sides) {
          const isOther = (id: CardId) => byId.has(id) && !chosen.has(id);
          const card = byId.get(asking.find(isOther) ?? ('' as CardId));
          if (card) chosen.set(card.cardId, card);
        }
      for (const pair of this.#namedIn(all, found))
        if (pair.every(({ cardId }) => byId.has(cardId))) for (const card of pair) chosen.set(card.cardId, card);
    }
    return [...chosen.values()];
  }

  /** Pairs the course names whose two questions were studied, and that are not found already. */
  #namedIn(cards: readonly CatalogCard[], found: readonly MixedUp[]): [CatalogCard, CatalogCard][] {
    const isStudied = ({ cardId }: CatalogCard) => {
      const { memory, suspended } = this.learner.cardState(cardId);
      return memory !== null && !suspended;
    };
    const isFound = (one: CatalogCard, two: CatalogCard) =>
      found.some(({ sides: [a, b] }) => {
        const are = (here: CatalogCard, there: CatalogCard) =>
          a.cards.includes(here.cardId) && b.cards.includes(there.cardId);
        return are(one, two) || are(two, one);
      });
    return namedPairs(cards).filter((pair) => pair.every(isStudied) && !isFound(...pair));
  }

  #pairsOf(cards: readonly CatalogCard[]): MixedUp[] {
    return mixedUp(cards, new Map(cards.map(({ cardId }) => [cardId, this.#wrongOf(cardId)])));
  }

  #wrongOf(cardId: CardId): readonly WrongAnswer[] {
    const { store } = this.learner;
    const { revision } = this.learner.cardState(cardId);
    if (revision === 0) return [];
    const known = this.#read.get(cardId);
    if (known?.revision === revision) return known.wrong;
    const wrong = store
      .eventsOf(cardId)
      .flatMap((event) =>
        event.type === 'review' && event.grade === 1 && event.response !== undefined && !store.isUndone(event)
          ? { ref: refOf(event), at: event.at, response: event.response }
          : [],
      );
    this.#read.set(cardId, { revision, wrong });
    return wrong;
  }
}

const sideOf = ({ cardId, question: { prompt } }: CatalogCard) => ({ cardId, prompt });

export function contrastHandlers(mixUps: MixUps): Pick<Handlers, 'contrast.list'> {
  return { 'contrast.list': async ({ courseId }) => mixUps.list(courseId) };
}
