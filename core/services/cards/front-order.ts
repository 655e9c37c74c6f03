import { sortKey } from '../../domain/text/sort-key.ts';
import { inSlices } from '../jobs/slices.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import type { CardColumns } from './all-cards.ts';
import { frontOf } from './front-texts.ts';
import { mergeOrder } from './merge-order.ts';

/** Cards walked through between two chances to give the loop free. */
const GROUP = 20;

interface Known {
  readonly all: Pick<CardColumns, 'cards' | 'rowOf' | 'note' | 'notes' | 'contentVersion'>;
  readonly language: 'th' | 'en';
  /** Sort keys by row. */
  readonly keys: readonly string[];
  /** Places of rows, as numbers to sort by. */
  readonly places: Float64Array;
}

/** Where the front of every card stands among all fronts, as dictionaries order them. */
export class FrontOrder {
  #known: Known | null = null;

  constructor(private readonly library: Pick<DeckLibrary, 'note'>) {}

  /** By row. Read once from all notes, which takes seconds for a hundred thousand; then only what changed is read again. */
  async places(all: CardColumns, language: 'th' | 'en'): Promise<Float64Array> {
    const known = this.#known?.language === language ? this.#known : null;
    if (known?.all.cards === all.cards && known.all.contentVersion === all.contentVersion) return known.places;
    this.#known = await inSlices(this.#made(all, language, known));
    return this.#known.places;
  }

  *#made(columns: CardColumns, language: 'th' | 'en', known: Known | null): Generator<undefined, Known> {
    const { cards, rowOf, note, notes, contentVersion } = columns;
    const all = { cards, rowOf, note, notes, contentVersion };
    const keys: string[] = [];
    let isMoved = known?.all.cards !== cards;
    for (const [row, card] of cards.entries()) {
      const before = known ? sameBefore(known.all, all, row) : -1;
      const key = before < 0 ? this.#keyOf(card, language) : known!.keys[before]!;
      isMoved ||= key !== known?.keys[row];
      keys.push(key);
      if (row % GROUP === 0) yield;
    }
    if (!isMoved) return { all, language, keys, places: known!.places };
    const isList = known?.all.cards === cards;
    return { all, language, keys, places: yield* placesOf(keys, isList ? known.places : undefined) };
  }

  #keyOf(card: CardColumns['cards'][number], language: 'th' | 'en'): string {
    return sortKey(frontOf(card, this.library)[language]);
  }
}

/** The row a card had before, where what its front is made of is the same; −1 where it is not. */
function sameBefore(before: Known['all'], now: Known['all'], row: number): number {
  const old = before.cards === now.cards ? row : (before.rowOf.get(now.cards[row]!.cardId) ?? -1);
  if (old < 0) return -1;
  const [was, is] = [before.note[old]!, now.note[row]!];
  const isSame =
    before.notes.revision[was] === now.notes.revision[is] &&
    Object.is(before.notes.editedAt[was], now.notes.editedAt[is]) &&
    before.notes.types[before.notes.type[was]!]!.type === now.notes.types[now.notes.type[is]!]!.type;
  return isSame ? old : -1;
}

/** @param before where they stood before some of them changed */
function* placesOf(keys: readonly string[], before?: Float64Array): Generator<undefined, Float64Array> {
  const rows = Uint32Array.from(keys.keys());
  if (before) for (let row = 0; row < rows.length; row++) rows[before[row]!] = row;
  const isBehind = (one: number, other: number) => keys[one]! > keys[other]!;
  const sorted = yield* mergeOrder(rows, isBehind);
  const places = new Float64Array(keys.length);
  for (let place = 0; place < sorted.length; place++) places[sorted[place]!] = place;
  return places;
}
