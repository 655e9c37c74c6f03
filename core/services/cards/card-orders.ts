import type { CARD_SORTS } from '../../api/card-methods.ts';
import { sortKey } from '../../domain/text/sort-key.ts';
import type { CardColumns } from './all-cards.ts';
import type { FindCards, Found } from './find-cards.ts';
import type { FrontOrder } from './front-order.ts';
import { orderOfKeys } from '../../domain/key-order.ts';

export type CardSort = (typeof CARD_SORTS)[number];

/** How a list is sorted. */
export interface Sorting {
  readonly by: CardSort;
  readonly descending: boolean;
  readonly language?: 'th' | 'en';
}

/** Orders that are kept. */
const KEPT = 16;

/** The column of how cards stand that an order is by. */
const STANDING = {
  ...{ due: 'dueDay', interval: 'intervalDays', stability: 'stabilityDays', difficulty: 'difficulty' },
  ...{ lapses: 'lapses', reps: 'reps', flag: 'flag' },
} as const satisfies Partial<Record<CardSort, keyof CardColumns['standing']['versions']>>;

/** Orders by what is written in notes; all others follow the cards alone, or recall. */
const OF_CONTENT: readonly CardSort[] = ['front', 'tags', 'edited'];

const isOfStanding = (by: CardSort): by is keyof typeof STANDING => by in STANDING;

/** Another number where the order of the same cards may be another. */
function versionOf(by: CardSort, { standing, contentVersion }: CardColumns): number {
  if (isOfStanding(by)) return standing.versions[STANDING[by]];
  return OF_CONTENT.includes(by) ? contentVersion : 0;
}

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
    const version = versionOf(by, all);
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
    if (isOfStanding(by)) return new Float64Array(standing[STANDING[by]]);
    switch (by) {
      case 'front':
      case 'taught':
        return new Float64Array(note.map((_, row) => row));
      case 'deck':
        return new Float64Array(all.course);
      case 'kind':
        return new Float64Array(all.kind);
      case 'created':
        return ofNote(notes.createdAt);
      case 'edited':
        return ofNote(notes.editedAt);
      case 'tags':
        return ofNote(keysOfRows(notes.tagSet, placesOfTags(notes.tagSets)));
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
