/** A card in the learning steps is shown up to this long before it is due, when nothing else is left. */
export const LEARN_AHEAD_MS = 20 * 60_000;

export interface Waiting {
  readonly cardId: string;
  /** Epoch ms. */
  readonly due: number;
}

/** The cards of a session, by kind of work, each in the order it is asked. */
export interface SessionCards {
  readonly learning: readonly Waiting[];
  readonly review: readonly string[];
  readonly fresh: readonly string[];
}

/**
 * What a session shows next: learning cards that are due, then reviews with new cards spread evenly among them, then
 * learning cards that will be due soon. The card being shown stays the same until it is answered.
 */
export class SessionQueue {
  #current: string | null = null;
  #learning: Waiting[];
  #review: string[];
  #fresh: string[];
  /** Taken from the front by index: shifting a long array is slow. */
  #reviewAt = 0;
  #freshAt = 0;
  #done = 0;
  /** Cards that were not wanted when their turn came. */
  readonly #dropped = new Set<string>();

  constructor(cards: SessionCards) {
    this.#learning = [...cards.learning].sort((a, b) => a.due - b.due);
    this.#review = [...cards.review];
    this.#fresh = [...cards.fresh];
  }

  get counts() {
    const review = this.#review.length - this.#reviewAt;
    const fresh = this.#fresh.length - this.#freshAt;
    const learning = this.#learning.length;
    const current = this.#current === null ? 0 : 1;
    return { done: this.#done, left: review + fresh + learning + current, learning, review, new: fresh };
  }

  /**
   * The card to show at `now`, or null when none is left for now. Cards that `isWanted` refuses (suspended, buried or
   * answered elsewhere meanwhile) are dropped.
   */
  next(now: number, isWanted: (cardId: string) => boolean): string | null {
    if (this.#current !== null && isWanted(this.#current)) return this.#current;
    if (this.#current !== null) this.#dropped.add(this.#current);
    this.#current = null;
    for (let cardId = this.#take(now); cardId !== null; cardId = this.#take(now)) {
      if (isWanted(cardId)) return (this.#current = cardId);
      this.#dropped.add(cardId);
    }
    return null;
  }

  /** The card was answered; `again` says when it comes back within this session. */
  answered(cardId: string, again: number | null): void {
    this.#remove(cardId);
    this.#done += 1;
    if (again !== null) this.#insert({ cardId, due: again });
  }

  /** An answer was taken back: its card is shown next, and the one on show after it. */
  putBack(cardId: string): void {
    this.#showNext(cardId);
    this.#done = Math.max(0, this.#done - 1);
  }

  /** A card that was dropped is wanted again (its suspending was undone): it is shown next. */
  takeUp(cardId: string): void {
    if (this.#dropped.delete(cardId)) this.#showNext(cardId);
  }

  #showNext(cardId: string): void {
    this.#remove(cardId);
    if (this.#current !== null) this.#learning.unshift({ cardId: this.#current, due: 0 });
    this.#current = cardId;
  }

  #take(now: number): string | null {
    const first = this.#learning[0];
    if (first && first.due <= now) return this.#learning.shift()?.cardId ?? null;
    const review = this.#review.length - this.#reviewAt;
    const fresh = this.#fresh.length - this.#freshAt;
    // New cards are due whenever the share of them done falls behind the share of reviews done.
    const behind = this.#freshAt * (this.#review.length + 1) < (this.#reviewAt + 1) * this.#fresh.length;
    if (fresh > 0 && (review === 0 || (behind && this.#reviewAt > 0))) return this.#fresh[this.#freshAt++] ?? null;
    if (review > 0) return this.#review[this.#reviewAt++] ?? null;
    if (first && first.due <= now + LEARN_AHEAD_MS) return this.#learning.shift()?.cardId ?? null;
    return null;
  }

  #insert(waiting: Waiting): void {
    const at = this.#learning.findIndex(({ due }) => due > waiting.due);
    this.#learning.splice(at < 0 ? this.#learning.length : at, 0, waiting);
  }

  #remove(cardId: string): void {
    if (this.#current === cardId) this.#current = null;
    this.#learning = this.#learning.filter((waiting) => waiting.cardId !== cardId);
    this.#review = dropFrom(this.#review, this.#reviewAt, cardId);
    this.#fresh = dropFrom(this.#fresh, this.#freshAt, cardId);
  }
}

/** Without `cardId`, where it is still to come. */
function dropFrom(list: string[], from: number, cardId: string): string[] {
  const at = list.indexOf(cardId, from);
  return at < 0 ? list : list.toSpliced(at, 1);
}
