import type { CardId } from '../ids.ts';
import { DEFAULT_STUDY_OPTIONS, type StudyOptions } from '../settings.ts';

const MINUTE_MS = 60_000;
/** A card in the learning steps is shown up to this long before it is due, when nothing else is left, unless the learner says otherwise. */
export const LEARN_AHEAD_MS = DEFAULT_STUDY_OPTIONS.learnAheadMin * MINUTE_MS;

export interface Waiting {
  readonly cardId: CardId;
  /** Epoch ms. */
  readonly due: number;
}

/** The cards of a session, by kind of work, each in the order it is asked. */
export interface SessionCards {
  readonly learning: readonly Waiting[];
  readonly review: readonly CardId[];
  readonly fresh: readonly CardId[];
}

/** From when on a card has work to do, epoch ms (0: at once); null when it is not wanted in this session. */
export type WantedFrom = (cardId: CardId) => number | null;

/**
 * What a session shows next: learning cards that are due, then reviews with new cards spread evenly among them (or before or
 * behind them), then learning cards that will be due soon. A card that was just answered waits while there is another. The card being shown
 * stays the same until it is answered.
 */
export class SessionQueue {
  #current: Waiting | null = null;
  #learning: Waiting[];
  #review: CardId[];
  #fresh: CardId[];
  /** Taken from the front by index: shifting a long array is slow. */
  #reviewAt = 0;
  #freshAt = 0;
  #lastAnswered: CardId | null = null;
  /** Cards that were not wanted when their turn came. */
  readonly #dropped = new Set<CardId>();

  readonly #learnAheadMs: number;
  readonly #newMix: StudyOptions['newMix'];

  constructor(
    cards: SessionCards,
    { learnAheadMin, newMix }: Pick<StudyOptions, 'learnAheadMin' | 'newMix'> = DEFAULT_STUDY_OPTIONS,
  ) {
    this.#learnAheadMs = learnAheadMin * MINUTE_MS;
    this.#newMix = newMix;
    this.#learning = [...cards.learning].sort((a, b) => a.due - b.due);
    this.#review = [...cards.review];
    this.#fresh = [...cards.fresh];
  }

  /** How many cards are to come, each counted once; `repeats` are those that were `answered` here and come back. */
  counts(answered: ReadonlySet<CardId>) {
    const review = this.#review.length - this.#reviewAt;
    const fresh = this.#fresh.length - this.#freshAt;
    const learning = this.#learning.filter(({ cardId }) => !answered.has(cardId)).length;
    const isFirstTime = this.#current !== null && !answered.has(this.#current.cardId);
    const left = review + fresh + learning + (isFirstTime ? 1 : 0);
    const all = review + fresh + this.#learning.length + (this.#current === null ? 0 : 1);
    return { done: answered.size, left, repeats: all - left, learning, review, new: fresh };
  }

  /**
   * The card to show at `now`, or null when none is left for now. What happened elsewhere meanwhile counts: a card that is not
   * wanted any more (suspended, buried, answered) is dropped, and one in a learning step waits for its end.
   */
  next(now: number, wantedFrom: WantedFrom): CardId | null {
    const shown = this.#current;
    this.#current = null;
    for (let card = shown ?? this.#take(now); card !== null; card = this.#take(now)) {
      const due = wantedFrom(card.cardId);
      if (due === null) this.#dropped.add(card.cardId);
      else if (due > Math.max(now, card.due)) this.#insert({ cardId: card.cardId, due });
      else return (this.#current = card).cardId;
    }
    return null;
  }

  /** The card was answered; `again` says when it comes back within this session. */
  answered(cardId: CardId, again: number | null): void {
    this.#remove(cardId);
    this.#lastAnswered = cardId;
    if (again !== null) this.#insert({ cardId, due: again });
  }

  /** An answer was taken back: its card is shown next, and the one on show after it. */
  showNext(cardId: CardId): void {
    this.#remove(cardId);
    if (this.#current !== null) this.#learning.unshift({ cardId: this.#current.cardId, due: 0 });
    this.#current = { cardId, due: Infinity };
  }

  /** A card that was dropped is wanted again (its suspending was undone): it is shown next. */
  showNextIfDropped(cardId: CardId): void {
    if (this.#dropped.delete(cardId)) this.showNext(cardId);
  }

  #take(now: number): Waiting | null {
    const last = this.#lastAnswered;
    return (
      this.#takeLearning(now, last) ??
      this.#takeFirstTime() ??
      this.#takeLearning(now + this.#learnAheadMs, last) ??
      this.#takeLearning(now + this.#learnAheadMs, null)
    );
  }

  #takeLearning(until: number, except: CardId | null): Waiting | null {
    const index = this.#learning.findIndex(({ cardId, due }) => due <= until && cardId !== except);
    return index < 0 ? null : (this.#learning.splice(index, 1)[0] ?? null);
  }

  #takeFirstTime(): Waiting | null {
    const review = this.#review.length - this.#reviewAt;
    const fresh = this.#fresh.length - this.#freshAt;
    const takeFresh = fresh > 0 && (review === 0 || this.#isTurnOfNew());
    const cardId = takeFresh ? this.#fresh[this.#freshAt++] : review > 0 ? this.#review[this.#reviewAt++] : undefined;
    return cardId === undefined ? null : { cardId, due: 0 };
  }

  #isTurnOfNew(): boolean {
    if (this.#newMix !== 'mixed') return this.#newMix === 'first';
    // New cards are due whenever the share of them done falls behind the share of reviews done.
    const isBehind = this.#freshAt * (this.#review.length + 1) < (this.#reviewAt + 1) * this.#fresh.length;
    return isBehind && this.#reviewAt > 0;
  }

  #insert(waiting: Waiting): void {
    const index = this.#learning.findIndex(({ due }) => due > waiting.due);
    this.#learning.splice(index < 0 ? this.#learning.length : index, 0, waiting);
  }

  #remove(cardId: CardId): void {
    if (this.#current?.cardId === cardId) this.#current = null;
    this.#learning = this.#learning.filter((waiting) => waiting.cardId !== cardId);
    this.#review = dropFrom(this.#review, this.#reviewAt, cardId);
    this.#fresh = dropFrom(this.#fresh, this.#freshAt, cardId);
  }
}

/** Without `cardId`, where it is still to come. */
function dropFrom(list: CardId[], from: number, cardId: CardId): CardId[] {
  const index = list.indexOf(cardId, from);
  return index < 0 ? list : list.toSpliced(index, 1);
}
