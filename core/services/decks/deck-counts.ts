import type { CardCursor } from '../../domain/card-rows.ts';
import { isHidden } from '../../domain/study/moment.ts';
import type { Learner } from '../courses/learner.ts';
import { noteKeyOfCard } from '../library/card-ids.ts';
import type { DeckCard } from '../library/deck-card.ts';

/** From so many days between two reviews on a card is mature. */
const MATURE_DAYS = 21;

/** How the cards of a deck stand, of cards that are looked at one by one. */
export class DeckCounts {
  readonly found = { new: 0, learning: 0, young: 0, mature: 0, suspended: 0, buried: 0, leeches: 0 };
  readonly #notes = new NoteCount();
  readonly #leechAt = new Map<string, number>();
  readonly #today: number;

  constructor(private readonly learner: Learner) {
    this.#today = learner.moment().today;
  }

  get notes(): number {
    return this.#notes.count;
  }

  add(card: DeckCard, now: CardCursor): void {
    const { found } = this;
    const { phase } = now;
    this.#notes.add(card);
    if (phase !== null && now.lapses >= this.#leechLapses(card.course.id)) found.leeches += 1;
    if (now.suspended) found.suspended += 1;
    else if (isHidden(now, this.#today)) found.buried += 1;
    if (phase === null) found.new += 1;
    else if (phase !== 'review') found.learning += 1;
    else if (now.intervalDays >= MATURE_DAYS) found.mature += 1;
    else found.young += 1;
  }

  #leechLapses(courseId: string): number {
    const limit = this.#leechAt.get(courseId) ?? this.learner.options(courseId).leechLapses;
    this.#leechAt.set(courseId, limit);
    return limit;
  }
}

/** The different notes of some cards: those of packs by their places, since a hundred thousand names would have to be made for it. */
export class NoteCount {
  count = 0;
  readonly #places = new Map<number, Set<number>>();
  readonly #keys = new Set<string>();

  add(card: DeckCard): void {
    const { layer } = card;
    const isNew =
      layer < 0 ? isAdded(this.#keys, noteKeyOfCard(card.cardId)) : isAdded(this.#ofLayer(layer), card.note);
    if (isNew) this.count += 1;
  }

  #ofLayer(layer: number): Set<number> {
    const known = this.#places.get(layer) ?? new Set();
    this.#places.set(layer, known);
    return known;
  }
}

function isAdded<T>(set: Set<T>, one: T): boolean {
  const { size } = set;
  return set.add(one).size > size;
}
