import { fnv1a } from '../../../domain/fnv.ts';
import type { CardId } from '../../../domain/ids.ts';

const FIRST_SLOTS = 128;
const ESCAPED = 0;
/** A look at each unit is many times faster than one at each character, and nearly no id has any of these. */
const ANY_OF_PAIR = /[\ud800-\udfff]/;
const HALF_PAIR = /\p{Surrogate}/u;

/** Ids in the order of their rows: those that a snapshot kept as UTF-8, `offsets[row]` to `offsets[row + 1]`, and those that came since. */
export interface FrozenIds {
  readonly bytes: Buffer;
  readonly offsets: Uint32Array;
  readonly added: readonly CardId[];
}
const NO_IDS: FrozenIds = { bytes: Buffer.alloc(0), offsets: new Uint32Array(1), added: [] };

/** An id as it is kept. One that UTF-8 can not hold (half a pair of surrogates), or that looks escaped, stands as its JSON behind a zero. */
export const textOfId = (id: CardId): string =>
  id.charCodeAt(0) === ESCAPED || (ANY_OF_PAIR.test(id) && HALF_PAIR.test(id)) ? `\0${JSON.stringify(id)}` : id;

/** The id of a row. */
export function idIn({ bytes, offsets, added }: FrozenIds, row: number): CardId {
  const kept = offsets.length - 1;
  if (row >= kept) return added[row - kept]!;
  const text = bytes.toString('utf8', offsets[row]!, offsets[row + 1]!);
  return text.charCodeAt(0) === ESCAPED ? (JSON.parse(text.slice(1)) as CardId) : (text as CardId);
}

/** FNV-1a over the UTF-16 units, with its high bits mixed into the low ones, which choose the slot. */
function hashOf(id: CardId): number {
  const hash = fnv1a(id);
  return hash ^ (hash >>> 15);
}

/**
 * Numbers ids by rows. A table of numbers with open addressing over them instead of a Map of strings: a start makes a hundred
 * thousand strings fewer, and a rebuild does not keep them alive.
 */
export class IdIndex {
  readonly #kept: number;
  readonly #added: CardId[];
  #slots: Int32Array;
  #hashes: Int32Array;

  /** @throws RangeError when an id stands twice */
  constructor(private readonly ids: FrozenIds = NO_IDS) {
    this.#kept = ids.offsets.length - 1;
    this.#added = [...ids.added];
    let slots = FIRST_SLOTS;
    while (slots < this.size * 2) slots *= 2;
    this.#slots = new Int32Array(slots);
    this.#hashes = new Int32Array(slots / 2);
    for (let row = 0; row < this.size; row++) {
      const hash = this.#hashAt(row);
      this.#hashes[row] = hash;
      const slot = this.#freeSlot(hash, row);
      this.#slots[slot] = row + 1;
    }
  }

  get size(): number {
    return this.#kept + this.#added.length;
  }

  /** The ids as they are now; those that come later are not in it. */
  freeze(): FrozenIds {
    return { ...this.ids, added: [...this.#added] };
  }

  idAt(row: number): CardId {
    return row < this.#kept ? idIn(this.ids, row) : this.#added[row - this.#kept]!;
  }

  /** −1 where the id has no row. */
  rowOf(id: CardId): number {
    return this.#slots[this.#slotOf(id, hashOf(id))]! - 1;
  }

  /** The row of an id, a new one where it has none. */
  add(id: CardId): number {
    const hash = hashOf(id);
    let slot = this.#slotOf(id, hash);
    if (this.#slots[slot]! > 0) return this.#slots[slot]! - 1;
    const row = this.size;
    if (row >= this.#hashes.length) {
      this.#grow();
      slot = this.#slotOf(id, hash);
    }
    this.#added.push(id);
    this.#hashes[row] = hash;
    this.#slots[slot] = row + 1;
    return row;
  }

  /** The slot that holds the id, or the free one where it would be. */
  #slotOf(id: CardId, hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const row = this.#slots[slot]! - 1;
      if (row < 0 || (this.#hashes[row] === hash && this.#isAt(row, id))) return slot;
    }
  }

  #isAt(row: number, id: CardId): boolean {
    if (row >= this.#kept) return this.#added[row - this.#kept] === id;
    const { bytes, offsets } = this.ids;
    const from = offsets[row]!;
    if (offsets[row + 1]! - from !== id.length) return idIn(this.ids, row) === id;
    for (let i = 0; i < id.length; i++) {
      const byte = bytes[from + i]!;
      if (byte === ESCAPED || byte >= 0x80) return idIn(this.ids, row) === id;
      if (byte !== id.charCodeAt(i)) return false;
    }
    return true;
  }

  #hashAt(row: number): number {
    if (row >= this.#kept) return hashOf(this.#added[row - this.#kept]!);
    const { bytes, offsets } = this.ids;
    const to = offsets[row + 1]!;
    let hash = 0x811c9dc5;
    for (let at = offsets[row]!; at < to; at++) {
      const byte = bytes[at]!;
      if (byte === ESCAPED || byte >= 0x80) return hashOf(idIn(this.ids, row));
      hash = Math.imul(hash ^ byte, 0x01000193);
    }
    return hash ^ (hash >>> 15);
  }

  #freeSlot(hash: number, row: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (; this.#slots[slot]! > 0; slot = (slot + 1) & mask) {
      const other = this.#slots[slot]! - 1;
      if (this.#hashes[other] === hash && this.idAt(other) === this.idAt(row)) throw new RangeError('an id twice');
    }
    return slot;
  }

  #grow(): void {
    const hashes = new Int32Array(this.#slots.length);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    const mask = this.#slots.length * 2 - 1;
    const slots = new Int32Array(mask + 1);
    for (let row = 0; row < this.size; row++) {
      let slot = hashes[row]! & mask;
      while (slots[slot]! > 0) slot = (slot + 1) & mask;
      slots[slot] = row + 1;
    }
    this.#slots = slots;
  }
}
