import { cardsOf } from '../../domain/history/card-fold.ts';
import { refOf, type JournalEvent } from '../../domain/history/events.ts';
import type { CardId } from '../../domain/ids.ts';
import type { ProgressStore, Reach } from '../ports.ts';

/** Beyond so many events or cards it costs less to look at every card again. */
const MOST = 20_000;

/** What changed between two looks. `isAll`: more than can be told, or everything. */
export interface Changes {
  readonly isAll: boolean;
  readonly cards: ReadonlySet<CardId>;
  /** Something was written in notes, or taken back. */
  readonly hasNotes: boolean;
}
const EVERYTHING: Changes = { isAll: true, cards: new Set(), hasNotes: true };

/** Tells what changed since it was asked last, by the events that were accepted since. */
export class ChangedCards {
  #source: object | null = null;
  #reach: Reach = new Map();

  constructor(private readonly store: Pick<ProgressStore, 'journal' | 'touchedBy'>) {}

  /** From here on changes are told: what is looked at behind this call holds them. */
  begin(): void {
    const { journal } = this.store;
    this.#source = journal.source;
    this.#reach = journal.reach();
  }

  /** Null where nothing changed. */
  async since(): Promise<Changes | null> {
    const { journal } = this.store;
    const [before, to] = [this.#reach, journal.reach()];
    const isOther = journal.source !== this.#source;
    const count = isOther ? Infinity : eventsBetween(before, to);
    if (count === 0) return null;
    this.begin();
    if (count > MOST) return EVERYTHING;
    const cards = new Set<CardId>();
    let hasNotes = false;
    for (const event of journal.within(before, to)) {
      if (isOfAll(event)) return EVERYTHING;
      hasNotes ||= event.type === 'note' || event.type === 'note-field' || event.type === 'undo';
      const touched = event.type === 'undo' ? await this.store.touchedBy([refOf(event)]) : cardsOf(event);
      for (const card of touched) cards.add(card);
      if (cards.size > MOST) return EVERYTHING;
    }
    return { isAll: false, cards, hasNotes };
  }
}

/** Parameters change what is known of every card, a clock put right and the hour of the day which days are meant. */
const isOfAll = (event: JournalEvent): boolean =>
  event.type === 'parameters' ||
  event.type === 'clock' ||
  event.type === 'merge' ||
  event.type === 'restore' ||
  (event.type === 'setting' && event.set.rolloverHour !== undefined);

function eventsBetween(before: Reach, to: Reach): number {
  let count = 0;
  // A journal that goes less far than before was put in another order.
  for (const [device, seq] of before) if ((to.get(device) ?? 0) < seq) return Infinity;
  for (const [device, seq] of to) count += seq - (before.get(device) ?? 0);
  return count;
}
