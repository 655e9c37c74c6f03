import type { CardCursor, CardFigures, CardRows } from '../../../domain/card-rows.ts';
import type { CardId, EventRef } from '../../../domain/ids.ts';
import type { Answer } from '../../../domain/history/events.ts';
import type { Parameters } from '../../../domain/history/parameters.ts';
import type { CardMap, CardState } from '../../../domain/progress.ts';
import type { Memory, Phase } from '../../../domain/study/schedule.ts';
import {
  copyRow,
  dueDayAt,
  KNOWN,
  memoryAt,
  phaseAt,
  readFigures,
  setChanged,
  setReviewed,
  setState,
  stateAt,
  type CardColumns,
  type PlainChange,
} from './card-columns.ts';
import { RowCursor } from './card-cursor.ts';
import { CardPages, placeOf, type FrozenPages } from './card-pages.ts';
import type { IdIndex } from './id-index.ts';
import type { Packed, PackedRefs } from './packed-refs.ts';

/** The states of all cards, kept as columns: an object is made of a row when it is asked for. */
export class CardStates implements CardMap, CardRows {
  readonly #pages: CardPages;
  #size: number;
  /** Reviews due by study day; counted when it is asked for first, and kept up from then on. */
  #due: Map<number, number> | null = null;

  constructor(
    private readonly ids: IdIndex,
    private readonly refs: PackedRefs,
    kept?: FrozenPages,
  ) {
    this.#pages = new CardPages(kept);
    this.#size = kept?.known ?? 0;
  }

  get size(): number {
    return this.#size;
  }

  /** The states as they are now; later changes are not in them. */
  freeze(): FrozenPages {
    return this.#pages.freeze(this.ids.size, this.#size);
  }

  get rows(): number {
    return this.ids.size;
  }

  rowOf(id: CardId): number {
    return this.ids.rowOf(id);
  }

  read(row: number, into: CardFigures): boolean {
    const page = this.#pages.at(row);
    return page !== undefined && readFigures(page, placeOf(row), into);
  }

  cursor(): CardCursor {
    return new RowCursor(this.ids, this.#pages);
  }

  get(id: CardId): CardState | undefined {
    const row = this.ids.rowOf(id);
    return row < 0 ? undefined : this.#stateAt(row);
  }

  has(id: CardId): boolean {
    const row = this.ids.rowOf(id);
    return row >= 0 && this.#isKnown(row);
  }

  set(id: CardId, state: CardState): this {
    const row = this.ids.add(id);
    if (!this.#isKnown(row)) this.#size++;
    const page = this.#pages.own(row);
    const before = this.#dueDayOf(page, row);
    setState(page, placeOf(row), state, this.refs);
    this.#moved(before, this.#dueDayOf(page, row));
    return this;
  }

  /** Takes over a row of other columns, where it is known: see `copyRow`. @param row of `ids`, of which nothing is known */
  take(row: number, from: CardColumns, fromRow: number, shift: number): void {
    if ((from.bits[fromRow]! & KNOWN) === 0) return;
    const page = this.#pages.own(row);
    copyRow(from, fromRow, page, placeOf(row), shift);
    this.#size++;
    this.#moved(NaN, this.#dueDayOf(page, row));
  }

  /** Phase of the memory in a row of `ids`; null where it has none. */
  phaseAt(row: number): Phase | null {
    const page = this.#pages.at(row);
    return page ? phaseAt(page, placeOf(row)) : null;
  }

  /** The memory in a row of `ids`; null where it has none. */
  memoryAt(row: number): Memory | null {
    return this.#isKnown(row) ? memoryAt(this.#pages.at(row)!, placeOf(row)) : null;
  }

  /** The last event of the card in a row of `ids`; null where there is none. */
  lastAt(row: number): Packed | null {
    const last = this.#isKnown(row) ? this.#pages.at(row)!.last[placeOf(row)]! : NaN;
    return Number.isNaN(last) ? null : last;
  }

  /** Is it the name of the last event of the card in a row of `ids`? Null is, where there is none. */
  isLast(row: number, ref: EventRef | null): boolean {
    const last = this.lastAt(row);
    return ref === null || last === null ? ref === last : this.refs.isNameOf(ref, last);
  }

  /** As `setChanged`. */
  change(row: number, change: PlainChange, packed: Packed): void {
    if (!this.#isKnown(row)) this.#size++;
    const page = this.#pages.own(row);
    const before = this.#dueDayOf(page, row);
    setChanged(page, placeOf(row), change, packed, this.refs);
    this.#moved(before, this.#dueDayOf(page, row));
  }

  /** As `setReviewed`. */
  review(row: number, event: Answer, packed: Packed, parameters: Parameters, isBrought: boolean): boolean {
    const isNew = !this.#isKnown(row);
    const page = this.#pages.own(row);
    const before = this.#dueDayOf(page, row);
    const isDone = setReviewed(page, placeOf(row), event, { packed, isBrought }, this.refs, parameters);
    if (isDone && isNew) this.#size++;
    if (isDone) this.#moved(before, this.#dueDayOf(page, row));
    return isDone;
  }

  forEach(visit: (state: CardState, id: CardId, all: ReadonlyMap<CardId, CardState>) => void): void {
    for (const [id, state] of this) visit(state, id, this);
  }

  *keys(): MapIterator<CardId> {
    for (let row = 0; row < this.ids.size; row++) if (this.#isKnown(row)) yield this.ids.idAt(row);
  }

  *values(): MapIterator<CardState> {
    for (const [, state] of this) yield state;
  }

  *entries(): MapIterator<[CardId, CardState]> {
    for (let row = 0; row < this.ids.size; row++) {
      const state = this.#stateAt(row);
      if (state) yield [this.ids.idAt(row), state];
    }
  }

  [Symbol.iterator](): MapIterator<[CardId, CardState]> {
    return this.entries();
  }

  #stateAt(row: number): CardState | undefined {
    const page = this.#pages.at(row);
    return page && stateAt(page, placeOf(row), this.refs);
  }

  /** How many reviews are due on a study day, cards that are suspended left out. */
  dueOn(day: number): number {
    this.#due ??= this.#countDue();
    return this.#due.get(day) ?? 0;
  }

  #countDue(): Map<number, number> {
    const counts = new Map<number, number>();
    for (let row = 0; row < this.ids.size; row++) {
      const page = this.#pages.at(row);
      const day = page ? dueDayAt(page, placeOf(row)) : NaN;
      if (!Number.isNaN(day)) counts.set(day, (counts.get(day) ?? 0) + 1);
    }
    return counts;
  }

  /** NaN also where nobody asked for days yet. */
  #dueDayOf(page: CardColumns, row: number): number {
    return this.#due ? dueDayAt(page, placeOf(row)) : NaN;
  }

  #moved(before: number, after: number): void {
    const due = this.#due;
    if (!due || Object.is(before, after)) return;
    if (!Number.isNaN(before)) due.set(before, due.get(before)! - 1);
    if (!Number.isNaN(after)) due.set(after, (due.get(after) ?? 0) + 1);
  }

  #isKnown(row: number): boolean {
    const page = this.#pages.at(row);
    return page !== undefined && (page.bits[placeOf(row)]! & KNOWN) !== 0;
  }
}
