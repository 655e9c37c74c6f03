import type { CardCursor } from '../../../domain/card-rows.ts';
import type { CardId } from '../../../domain/ids.ts';
import type { Phase } from '../../../domain/study/schedule.ts';
import { isMarked, isSuspended, KNOWN, nothingKnown, phaseAt, type CardColumns } from './card-columns.ts';
import { placeOf, type CardPages } from './card-pages.ts';
import type { IdIndex } from './id-index.ts';

/** A row of which nothing is known. */
const NOTHING = nothingKnown();

/** Reads of a row what is asked for, where it stands: of a hundred thousand cards each column that is not looked at is a wait for memory less. */
export class RowCursor implements CardCursor {
  #page: CardColumns = NOTHING;
  #place = 0;

  constructor(
    private readonly ids: IdIndex,
    private readonly pages: CardPages,
  ) {}

  seek(card: CardId): boolean {
    const row = this.ids.rowOf(card);
    const page = row < 0 ? undefined : this.pages.at(row);
    const isKnown = page !== undefined && (page.bits[placeOf(row)]! & KNOWN) !== 0;
    this.#page = isKnown ? page : NOTHING;
    this.#place = isKnown ? placeOf(row) : 0;
    return isKnown;
  }

  get phase(): Phase | null {
    return phaseAt(this.#page, this.#place);
  }
  get due(): number {
    return this.#page.due[this.#place]!;
  }
  get stabilityDays(): number {
    return this.#page.stabilityDays[this.#place]!;
  }
  get difficulty(): number {
    return this.#page.difficulty[this.#place]!;
  }
  get intervalDays(): number {
    return this.#page.intervalDays[this.#place]!;
  }
  get lastReview(): number {
    return this.#page.lastReview[this.#place]!;
  }
  get lastDay(): number {
    return this.#page.lastDay[this.#place]!;
  }
  get introducedAt(): number {
    return this.#page.introducedAt[this.#place]!;
  }
  get buriedUntilDay(): number {
    return this.#page.buriedUntilDay[this.#place]!;
  }
  get reps(): number {
    return this.#page.reps[this.#place]!;
  }
  get lapses(): number {
    return this.#page.lapses[this.#place]!;
  }
  get daysRight(): number {
    return this.#page.daysRight[this.#place]!;
  }
  get flag(): number {
    return this.#page.flag[this.#place]!;
  }
  get suspended(): boolean {
    return isSuspended(this.#page, this.#place);
  }
  get marked(): boolean {
    return isMarked(this.#page, this.#place);
  }
}
