import { refOf, type JournalEvent } from '../../../domain/history/events.ts';
import type { CardId } from '../../../domain/ids.ts';
import type { AnswerStore } from './answer-fold.ts';

/** Beyond so many names or cards it costs less to read all answers again. */
const MOST = 300;

/** Collects the cards whose earlier answers count for something else since some event. */
export class TouchedCards {
  readonly cards = new Set<CardId>();
  #names = 0;
  #isAll = false;

  constructor(private readonly store: Pick<AnswerStore, 'cardsOf'>) {}

  /** So many are touched, or it can not be told which: everything is to be made anew. */
  get isAll(): boolean {
    return this.#isAll || this.cards.size > MOST;
  }

  note(event: JournalEvent): void {
    const names = event.type === 'undo' ? event.of.length : event.type === 'review' && event.corrects ? 1 : 0;
    if (names === 0) return;
    this.#names += names;
    if (this.#names > MOST) this.#isAll = true;
    if (this.isAll) return;
    for (const card of this.store.cardsOf(refOf(event))) this.cards.add(card);
    if (event.type === 'review' && event.corrects)
      for (const card of this.store.cardsOf(event.corrects)) this.cards.add(card);
  }
}
