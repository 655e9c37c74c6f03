import { refOf, type JournalEvent, type ReviewEvent, type Stamp } from '../../../domain/history/events.ts';
import type { CardId, EventRef } from '../../../domain/ids.ts';
import {
  changesEnd,
  DEFAULT_DECAY,
  endAfter,
  endChanged,
  NEVER_ANSWERED,
  type CardEnd,
  type DecayOf,
} from '../../../domain/stats/card-end.ts';
import { isRepeatAmong, isRepeatedReset } from '../../../domain/history/repeats.ts';
import { refAt } from '../../../domain/stats/review-columns.ts';
import type { ProgressStore, Reach } from '../../ports.ts';
import type { AnswerTable } from './answer-table.ts';

export type AnswerStore = Pick<
  ProgressStore,
  'journal' | 'find' | 'isUndone' | 'eventsOf' | 'cardsOf' | 'stampedAhead' | 'progress'
>;

/** The decay of the forgetting curve by the event that gave the parameters. */
function decays(store: AnswerStore): DecayOf {
  const known = new Map<EventRef, number>();
  return (ref) => {
    if (ref === undefined) return DEFAULT_DECAY;
    let decay = known.get(ref);
    if (decay === undefined) {
      const event = store.find(ref);
      decay = (event?.type === 'parameters' && event.set.weights?.[20]) || DEFAULT_DECAY;
      known.set(ref, decay);
    }
    return decay;
  };
}

/** Rows walked through between two chances to give the loop free. */
const ROWS_A_STEP = 100_000;

/** Makes rows of answers out of events. */
export class AnswerFold {
  readonly #decayOf: DecayOf;

  constructor(
    private readonly table: AnswerTable,
    private readonly store: AnswerStore,
  ) {
    this.#decayOf = decays(store);
  }

  /** Takes in an event that comes behind all that were taken. */
  take(event: JournalEvent): void {
    const { table } = this;
    if (event.type !== 'review') return this.#change(event);
    const place = table.addCard(event.card);
    const before = table.endOf(place);
    const isStanding = !this.store.isUndone(event) && !this.#isRepeat(before, event);
    table.write(table.rows.add(), event, place, before, isStanding);
    if (isStanding) table.setEnd(place, endAfter(before, event, this.#decayOf));
  }

  /** Makes the rows of some cards anew, since something before them was taken back or came again. @param reach how far events were taken */
  *again(cards: Iterable<CardId>, reach: Reach): Generator<void> {
    const { table } = this;
    const answered = [...cards].filter((card) => table.placeOf(card) >= 0);
    const rowOf = yield* this.#rowsOf(answered);
    for (const card of answered) {
      const place = table.placeOf(card);
      let end = NEVER_ANSWERED;
      for (const event of this.store.eventsOf(card)) {
        if (event.seq > (reach.get(event.device) ?? 0)) continue;
        const isStanding = !this.store.isUndone(event) && !(event.type === 'review' && this.#isRepeat(end, event));
        const row = rowOf.get(refOf(event));
        if (event.type === 'review' && row !== undefined) {
          table.write(row, event, place, end, isStanding);
          if (isStanding) end = endAfter(end, event, this.#decayOf);
        } else if (event.type === 'card' && isStanding && !isRepeatedReset(end, event))
          end = endChanged(end, event.change);
      }
      table.setEnd(place, end);
      yield;
    }
  }

  /** Answers that stand behind a later one, or at its instant, are rare: only then the card's events are looked up. */
  #isRepeat({ lastAnswerAt }: CardEnd, event: Stamp & ReviewEvent): boolean {
    const { store } = this;
    if (!(event.at <= lastAnswerAt)) return false;
    if (event.at === lastAnswerAt && event.source !== undefined) return true;
    return isRepeatAmong(store.eventsOf(event.card), event as JournalEvent, (each) => store.isUndone(each));
  }

  #change(event: JournalEvent): void {
    if (event.type !== 'card' || !changesEnd(event.change)) return;
    const isUndone = this.store.isUndone(event);
    for (const card of event.cards) {
      // A memory counts before the first answer; where it was taken back it can come again.
      const place = event.change.memory ? this.table.addCard(card) : this.table.placeOf(card);
      if (place < 0 || isUndone) continue;
      const end = this.table.endOf(place);
      if (!isRepeatedReset(end, event)) this.table.setEnd(place, endChanged(end, event.change));
    }
  }

  *#rowsOf(cards: readonly CardId[]): Generator<void, Map<EventRef, number>> {
    const { columns } = this.table;
    const wanted = new Uint8Array(columns.cards.length);
    for (const card of cards) wanted[this.table.placeOf(card)] = 1;
    const rowOf = new Map<EventRef, number>();
    for (let row = 0; row < columns.length; row++) {
      if (wanted[columns.card[row]!] === 1) rowOf.set(refAt(columns, row), row);
      if (row % ROWS_A_STEP === 0) yield;
    }
    return rowOf;
  }
}
