import type { CardId, EventRef } from '../ids.ts';
import { cardsOf } from './card-fold.ts';
import { refOf, type JournalEvent } from './events.ts';
import { batchOf, type Negation } from './voided.ts';

/**
 * Which cards an event touches, undos included: theirs are the cards of what they name. Filled on the way through a history
 * in its order, since an undo comes after what it takes back.
 */
export class UndoneCards {
  readonly #byName = new Map<EventRef, Set<CardId>>();

  /** @param negations all of the history, so that only cards that are asked for are kept */
  constructor(negations: readonly Negation[]) {
    for (const { of } of negations) for (const ref of of) this.#byName.set(ref, new Set());
  }

  /** The cards the next event touches. */
  next(event: JournalEvent): readonly CardId[] {
    const cards = event.type === 'undo' ? this.#cardsUndone(event.of) : cardsOf(event);
    if (this.#byName.size > 0) this.#remember(event, cards);
    return cards;
  }

  #cardsUndone(refs: readonly EventRef[]): readonly CardId[] {
    const [first, ...more] = refs;
    if (more.length === 0) return first === undefined ? [] : [...(this.#byName.get(first) ?? [])];
    const all = new Set<CardId>();
    for (const ref of refs) for (const card of this.#byName.get(ref) ?? []) all.add(card);
    return [...all];
  }

  #remember(event: JournalEvent, cards: readonly CardId[]): void {
    const batch = batchOf(event);
    for (const name of [refOf(event), batch]) {
      const set = name === null ? undefined : this.#byName.get(name);
      if (set) for (const card of cards) set.add(card);
    }
  }
}
