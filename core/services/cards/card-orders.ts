import type { CARD_SORTS } from '../../api/card-methods.ts';
import { sortKey } from '../../domain/text/sort-key.ts';
import type { CardColumns } from './all-cards.ts';
import type { FindCards, Found } from './find-cards.ts';
import type { FrontOrder } from './front-order.ts';
import { orderOfKeys } from './key-order.ts';

export type CardSort = (typeof CARD_SORTS)[number];

/** How a list is sorted. */
export interface Sorting {
  readonly by: CardSort;
  readonly descending: boolean;
  readonly language?: 'th' | 'en';
}

/** Orders that are kept. */
const KEPT = 16;

/** What changes the order of a list by it: nothing but the cards, what is written in notes, or anything. */
const FOLLOWS: Readonly<Record<CardSort, 'cards' | 'content' | 'all'>> = {
  ...{ taught: 'cards', deck: 'cards', kind: 'cards', created: 'cards' },
  ...{ front: 'content', tags: 'content', edited: 'content' },
  ...{ due: 'all', interval: 'all', stability: 'all', difficulty: 'all', recall: 'all' },
  ...{ lapses: 'all', reps: 'all', flag: 'all' },
};

/** The rows of all cards in every order that was asked for lately: a query then only leaves some of them out. */
export class CardOrders {
  readonly #kept = new Map<string, { readonly order: Uint32Array; readonly of: unknown; readonly version: number }>();

  constructor(
    private readonly finder: Pick<FindCards, 'recall'>,
    private readonly fronts: FrontOrder,
  ) {}

  /** Fronts may have to be read for it first, so it is waited for before cards are found. */
  ready({ by, language = 'en' }: Sorting, all: CardColumns): Promise<Float64Array | null> {
    return by === 'front' ? this.fronts.places(all, language) : Promise.resolve(null);
  }

  /** @param fronts of `ready` */
  of(
    { by, descending }: Sorting,
    { all, moment }: Pick<Found, 'all' | 'moment'>,
    fronts: Float64Array | null,
  ): Uint32Array {
    const follows = FOLLOWS[by];
    const version = follows === 'cards' ? 0 : follows === 'content' ? all.contentVersion : all.version;
    const of = fronts ?? (by === 'recall' ? this.finder.recall(all, moment) : all.cards);
    const name = `${by} ${descending}`;
    const kept = this.#kept.get(name);
    if (kept?.of === of && kept.version === version) return kept.order;
    const order = orderOfKeys(fronts ?? this.#keysOf(by, all, moment), descending);
    this.#kept.delete(name);
    this.#kept.set(name, { order, of, version });
    for (const old of this.#kept.keys()) if (this.#kept.size > KEPT) this.#kept.delete(old);
    return order;
  }

  #keysOf(by: CardSort, all: CardColumns, moment: Found['moment']): Float64Array {
    const { standing, notes, note } = all;
    const ofNote = (keys: ArrayLike<number>) => keysOfRows(note, keys);
    switch (by) {
      case 'front':
      case 'taught':
        return Float64Array.from(note.keys());
      case 'deck':
        return Float64Array.from(all.course);
      case 'kind':
        return Float64Array.from(all.kind);
      case 'flag':
        return Float64Array.from(standing.flag);
      case 'created':
        return ofNote(notes.createdAt);
      case 'edited':
        return ofNote(notes.editedAt);
      case 'tags': {
        const places = placesOfTags(notes.tagSets);
        return ofNote(keysOfRows(notes.tagSet, places));
      }
      case 'due':
        return standing.dueDay;
      case 'interval':
        return standing.intervalDays;
      case 'stability':
        return standing.stabilityDays;
      case 'difficulty':
        return standing.difficulty;
      case 'lapses':
        return standing.lapses;
      case 'reps':
        return standing.reps;
      case 'recall':
        return this.finder.recall(all, moment);
    }
  }
}

/** Not `Float64Array.from`, which is ten times slower. @param places of each row's key */
function keysOfRows(places: Uint32Array, keys: ArrayLike<number>): Float64Array {
  const made = new Float64Array(places.length);
  for (let row = 0; row < made.length; row++) made[row] = keys[places[row]!]!;
  return made;
}

/** Where each list of tags stands among all of them; NaN for the empty one. */
function placesOfTags(tagSets: readonly (readonly string[])[]): Float64Array {
  const keys = tagSets.map((tags) => sortKey(tags.join(' ')));
  const places = new Float64Array(tagSets.length).fill(NaN);
  const order = [...keys.keys()].sort((a, b) => (keys[a]! < keys[b]! ? -1 : Number(keys[a]! > keys[b]!)));
  for (const [place, set] of order.entries()) if (tagSets[set]!.length > 0) places[set] = place;
  return places;
}
