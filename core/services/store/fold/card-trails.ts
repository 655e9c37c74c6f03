import type { CardId } from '../../../domain/ids.ts';
import type { IdIndex } from './id-index.ts';
import type { Packed } from './packed-refs.ts';
import { TrailReader, type TrailWriter } from './trail-bytes.ts';

const NONE = -1;
const FIRST_ROWS = 64;
const reader = new TrailReader();

/** Trails a snapshot kept: that of a row is `bytes[offsets[row]..offsets[row + 1])`. */
export interface KeptTrails {
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
}
const NO_TRAILS: KeptTrails = { bytes: new Uint8Array(0), offsets: new Uint32Array(1) };

/** Events that came since, as chains: `heads[row]` is the last one's place, `before` that of the one before it. Places never change. */
interface Chains {
  readonly heads: Int32Array;
  readonly events: Float64Array;
  readonly before: Int32Array;
}

/** Trails at a moment, to be walked through later. */
export class FrozenTrails {
  constructor(
    readonly kept: KeptTrails,
    private readonly chains: Chains,
  ) {}

  /** Is the trail of the row just what the snapshot kept? */
  isAsKept(row: number): boolean {
    return (this.chains.heads[row] ?? NONE) === NONE;
  }

  at(row: number): Packed[] {
    const trail: Packed[] = [];
    const { bytes, offsets } = this.kept;
    if (row + 1 < offsets.length) {
      reader.go(bytes, offsets[row]!, offsets[row + 1]!);
      while (reader.next()) trail.push(reader.packed);
    }
    const kept = trail.length;
    const { heads, events, before } = this.chains;
    for (let place = heads[row] ?? NONE; place !== NONE; place = before[place]!) trail.push(events[place]!);
    if (trail.length - kept > 1) trail.push(...trail.splice(kept).reverse());
    return trail;
  }

  lengthAt(row: number): number {
    const { heads, before } = this.chains;
    let length = 0;
    for (let place = heads[row] ?? NONE; place !== NONE; place = before[place]!) length++;
    const { bytes, offsets } = this.kept;
    if (row + 1 >= offsets.length) return length;
    reader.go(bytes, offsets[row]!, offsets[row + 1]!);
    while (reader.next()) length++;
    return length;
  }

  has(row: number, packed: Packed): boolean {
    const { heads, events, before } = this.chains;
    for (let place = heads[row] ?? NONE; place !== NONE; place = before[place]!)
      if (events[place] === packed) return true;
    const { bytes, offsets } = this.kept;
    if (row + 1 >= offsets.length) return false;
    reader.go(bytes, offsets[row]!, offsets[row + 1]!);
    while (reader.next()) if (reader.packed === packed) return true;
    return false;
  }

  /** Writes the trails of the first `rows` rows, in steps. Returns where each begins, and the end. */
  *write(rows: number, into: TrailWriter): Generator<void, Uint32Array> {
    const offsets = new Uint32Array(rows + 1);
    const { bytes, offsets: old } = this.kept;
    for (let row = 0; row < rows; row++) {
      offsets[row] = into.length;
      if (!this.isAsKept(row)) into.add(this.at(row));
      else if (row + 1 < old.length) into.copy(bytes.subarray(old[row], old[row + 1]));
      if (row % ROWS_A_STEP === 0) yield;
    }
    offsets[rows] = into.length;
    return offsets;
  }
}
const ROWS_A_STEP = 1000;

/**
 * Which events touched which card. Those that a snapshot kept stay bytes; those that came since are numbers in chains: a million
 * events are three arrays, and not a hundred thousand lists.
 */
export class CardTrails {
  #heads = new Int32Array(FIRST_ROWS).fill(NONE);
  #events = new Float64Array(FIRST_ROWS);
  #before = new Int32Array(FIRST_ROWS);
  #count = 0;
  /** The trails as they stand now; made anew whenever an array grows. */
  #now: FrozenTrails;

  constructor(
    private readonly ids: IdIndex,
    private readonly kept: KeptTrails = NO_TRAILS,
  ) {
    this.#now = this.#view(this.#heads);
  }

  /** The trail as it is now, a copy; undefined for a card that nothing is known of. */
  get(id: CardId): Packed[] | undefined {
    const row = this.ids.rowOf(id);
    return row < 0 ? undefined : this.#now.at(row);
  }

  has(id: CardId, packed: Packed): boolean {
    const row = this.ids.rowOf(id);
    return row >= 0 && this.#now.has(row, packed);
  }

  /** How many events touched it. */
  lengthOf(id: CardId): number {
    const row = this.ids.rowOf(id);
    return row < 0 ? 0 : this.#now.lengthAt(row);
  }

  /** Adds an event where it is not in the trail yet. */
  add(id: CardId, packed: Packed): void {
    const row = this.ids.add(id);
    if (!this.#now.has(row, packed)) this.append(row, packed);
  }

  /** Adds an event that is known to be none of the trail's. */
  append(row: number, packed: Packed): void {
    if (row >= this.#heads.length || this.#count >= this.#events.length) this.#grow(row);
    this.#events[this.#count] = packed;
    this.#before[this.#count] = this.#heads[row]!;
    this.#heads[row] = this.#count++;
  }

  freeze(): FrozenTrails {
    return this.#view(this.#heads.slice(0, this.ids.size));
  }

  #view(heads: Int32Array): FrozenTrails {
    return new FrozenTrails(this.kept, { heads, events: this.#events, before: this.#before });
  }

  #grow(row: number): void {
    if (row >= this.#heads.length) {
      const heads = new Int32Array(Math.max(row + 1, this.#heads.length * 2)).fill(NONE);
      heads.set(this.#heads);
      this.#heads = heads;
    }
    if (this.#count >= this.#events.length) {
      const events = new Float64Array(this.#events.length * 2);
      events.set(this.#events);
      this.#events = events;
      const before = new Int32Array(this.#before.length * 2);
      before.set(this.#before);
      this.#before = before;
    }
    this.#now = this.#view(this.#heads);
  }
}
