import type { ReviewEvent, Stamp } from '../../../domain/history/events.ts';
import type { CardMap, CardState } from '../../../domain/progress.ts';
import type { Phase } from '../../../domain/study/schedule.ts';
import { columnsOf, KNOWN, phaseAt, setReviewed, setState, stateAt, type CardColumns } from './card-columns.ts';
import type { IdIndex } from './id-index.ts';
import type { Packed, PackedRefs } from './packed-refs.ts';

const FIRST_ROWS = 64;

/** The states of all cards, kept as columns: an object is made of a row when it is asked for. */
export class CardStates implements CardMap {
  #columns: CardColumns;
  #size = 0;

  constructor(
    private readonly ids: IdIndex,
    private readonly refs: PackedRefs,
    columns: CardColumns = columnsOf(FIRST_ROWS),
  ) {
    this.#columns = columns;
    for (const bits of columns.bits) this.#size += bits & KNOWN;
  }

  get size(): number {
    return this.#size;
  }

  /** The columns as they are now, a copy. */
  freeze(): CardColumns {
    return columnsOf(this.ids.size, this.#columns);
  }

  get(id: string): CardState | undefined {
    const row = this.ids.rowOf(id);
    return row < 0 || row >= this.#columns.bits.length ? undefined : stateAt(this.#columns, row, this.refs);
  }

  has(id: string): boolean {
    const row = this.ids.rowOf(id);
    return row >= 0 && this.#isKnown(row);
  }

  set(id: string, state: CardState): this {
    const row = this.ids.add(id);
    this.#makeRoom(row);
    if (!this.#isKnown(row)) this.#size++;
    setState(this.#columns, row, state, this.refs);
    return this;
  }

  /** Phase of the memory in a row of `ids`; null where it has none. */
  phaseAt(row: number): Phase | null {
    return row < this.#columns.bits.length ? phaseAt(this.#columns, row) : null;
  }

  /** As `setReviewed`. */
  review(row: number, event: Stamp & ReviewEvent, packed: Packed): boolean {
    this.#makeRoom(row);
    const isNew = !this.#isKnown(row);
    const isDone = setReviewed(this.#columns, row, event, packed, this.refs);
    if (isDone && isNew) this.#size++;
    return isDone;
  }

  forEach(visit: (state: CardState, id: string, all: ReadonlyMap<string, CardState>) => void): void {
    for (const [id, state] of this) visit(state, id, this);
  }

  *keys(): MapIterator<string> {
    for (let row = 0; row < this.ids.size; row++) if (this.#isKnown(row)) yield this.ids.idAt(row);
  }

  *values(): MapIterator<CardState> {
    for (const [, state] of this) yield state;
  }

  *entries(): MapIterator<[string, CardState]> {
    for (let row = 0; row < this.ids.size; row++) {
      const state = row < this.#columns.bits.length ? stateAt(this.#columns, row, this.refs) : undefined;
      if (state) yield [this.ids.idAt(row), state];
    }
  }

  [Symbol.iterator](): MapIterator<[string, CardState]> {
    return this.entries();
  }

  #makeRoom(row: number): void {
    const { length } = this.#columns.bits;
    if (row >= length) this.#columns = columnsOf(Math.max(row + 1, Math.ceil(length * 1.5)), this.#columns);
  }

  #isKnown(row: number): boolean {
    return row < this.#columns.bits.length && (this.#columns.bits[row]! & KNOWN) !== 0;
  }
}
