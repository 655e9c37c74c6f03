import type { Layer } from './layers.ts';
import { hashOfKey } from './note-keys.ts';

/** Where a note that counts stands: place of the layer, and of the note in its pack. */
export interface NotePlace {
  readonly layer: number;
  readonly note: number;
}

/** Notes between two steps. */
const GROUP = 2_000;
const FREE = 0;

/**
 * Of a layer's notes and those of the others: which count. Every note counts once, by the pack that changed it last. A table of numbers
 * with open addressing over the names as packs hold them: a Map would keep a hundred thousand texts alive.
 */
export class StandingNotes {
  /** Of each layer the number of its first note: notes of all layers are numbered on. */
  readonly #firsts: Uint32Array;
  /** Number of a note and 1, or `FREE`. */
  readonly #slots: Int32Array;
  /** Of each note of each layer: 1 where it counts. */
  readonly #counts: readonly Uint8Array[];

  private constructor(private readonly layers: readonly Layer[]) {
    const lengths = layers.map(({ pack }) => pack.notes);
    this.#firsts = new Uint32Array(layers.length + 1);
    for (const [layer, length] of lengths.entries()) this.#firsts[layer + 1] = this.#firsts[layer]! + length;
    this.#slots = new Int32Array(slotsFor(this.#firsts[layers.length]!));
    this.#counts = lengths.map((length) => new Uint8Array(length));
  }

  /** Of no layers. */
  static none(): StandingNotes {
    return new StandingNotes([]);
  }

  /** Those of some layers, in steps. */
  static *of(layers: readonly Layer[]): Generator<void, StandingNotes> {
    const standing = new StandingNotes(layers);
    for (const [layer, { pack }] of layers.entries())
      for (let note = 0; note < pack.notes; note++) {
        if (note % GROUP === 0) yield;
        standing.#add(layer, note);
      }
    return standing;
  }

  /** The names of those that count. */
  *keys(): Generator<string> {
    for (const [layer, { pack }] of this.layers.entries())
      for (let note = 0; note < pack.notes; note++) if (this.counts(layer, note)) yield pack.columns.keys.at(note);
  }

  find(key: string): NotePlace | undefined {
    const slot = this.#slotOf(hashOfKey(key), key);
    return this.#slots[slot] === FREE ? undefined : this.#placeIn(slot);
  }

  counts(layer: number, note: number): boolean {
    return this.#counts[layer]![note] === 1;
  }

  #add(layer: number, note: number): void {
    const { keys, modifiedAt } = this.layers[layer]!.pack.columns;
    const slot = this.#slotOf(keys.hashAt(note), keys.at(note));
    if (this.#slots[slot] !== FREE) {
      const other = this.#placeIn(slot);
      if (!isNewer(modifiedAt[note]!, this.layers[layer]!, this.layers[other.layer]!, other.note)) return;
      this.#counts[other.layer]![other.note] = 0;
    }
    this.#slots[slot] = this.#firsts[layer]! + note + 1;
    this.#counts[layer]![note] = 1;
  }

  /** The slot that holds a name, or the free one where it would be. */
  #slotOf(hash: number, key: string): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask)
      if (this.#slots[slot] === FREE || this.#keyIn(slot) === key) return slot;
  }

  #keyIn(slot: number): string {
    const { layer, note } = this.#placeIn(slot);
    return this.layers[layer]!.pack.columns.keys.at(note);
  }

  #placeIn(slot: number): NotePlace {
    const number = this.#slots[slot]! - 1;
    let layer = 0;
    while (number >= this.#firsts[layer + 1]!) layer += 1;
    return { layer, note: number - this.#firsts[layer]! };
  }
}

/** A power of two of which at most half will be taken. */
function slotsFor(notes: number): number {
  let slots = 16;
  while (slots < notes * 2) slots *= 2;
  return slots;
}

/**
 * Of notes that changed at the same time, or of files that do not say when, the one counts that the learner took in last; then that of
 * the pack with the smaller hash.
 */
function isNewer(at: number, layer: Layer, other: Layer, note: number): boolean {
  const otherAt = other.pack.columns.modifiedAt[note]!;
  if (at !== otherAt) return at > otherAt;
  if (layer.takenInAt !== other.takenInAt) return layer.takenInAt > other.takenInAt;
  return layer.pack.sha256 < other.pack.sha256;
}
