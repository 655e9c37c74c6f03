import type { Handlers, Output } from '../../api/contract.ts';
import { mixedUp, type MixedUp } from '../../domain/contrast/mixed-up.ts';
import type { WrongAnswer } from '../../domain/contrast/mistakes.ts';
import { refOf } from '../../domain/history/events.ts';
import type { CardId } from '../../domain/ids.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import type { Learner } from '../courses/learner.ts';

/** What this learner mixes up, from their wrong answers. */
export class MixUps {
  /** Wrong answers by card, and the revision of the card they were read at: only what was answered since is read again. */
  readonly #read = new Map<CardId, { readonly revision: number; readonly wrong: readonly WrongAnswer[] }>();

  constructor(private readonly learner: Learner) {}

  list(courseId: string): Output<'contrast.list'> {
    const { catalog } = this.learner;
    return {
      pairs: this.#pairsOf(catalog.cards({ courseId })).map(({ sides: [one, two], evidence, chance }) => ({
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
    };
  }

  /** Of each pair a card of either side, one pair after the other; a card of two pairs once. */
  inTurn(cards: readonly CatalogCard[]): CatalogCard[] {
    const byId = new Map(cards.map((card) => [card.cardId, card]));
    const chosen = new Map<CardId, CatalogCard>();
    for (const course of new Set(cards.map((card) => card.course)))
      for (const { sides } of this.#pairsOf(this.learner.catalog.cards({ courseId: course.id })))
        for (const { cards: asking } of sides) {
          const isOther = (id: CardId) => byId.has(id) && !chosen.has(id);
          const card = byId.get(asking.find(isOther) ?? ('' as CardId));
          if (card) chosen.set(card.cardId, card);
        }
    return [...chosen.values()];
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

export function contrastHandlers(mixUps: MixUps): Pick<Handlers, 'contrast.list'> {
  return { 'contrast.list': async ({ courseId }) => mixUps.list(courseId) };
}
