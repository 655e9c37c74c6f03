import type { Grade } from '../../domain/grade.ts';
import type { SourceReview } from '../transfer/format.ts';
import { ANKI } from '../store/journal/brought-review.ts';
import { wholeIn } from './digits.ts';

const GRADE = 7;
const SCHEDULING = 8;
const AFTER_RESET = 16;

/** Is it what Anki calls a review of this instant? Nearly all come from there, so their names need not be kept. */
const isUsual = (source: string, at: number) => source.startsWith(ANKI) && wholeIn(source, ANKI.length) === at;

const columnsOf = (length: number) => ({
  /** Places of their cards among those that were brought. */
  cards: new Uint32Array(length),
  ats: new Float64Array(length),
  elapsed: new Float64Array(length),
  bits: new Uint8Array(length),
});

export interface HeldReview extends Omit<SourceReview, 'card' | 'isAfterReset' | 'source'> {
  readonly isAfterReset: boolean;
  /** Null: as Anki calls a review of its instant. */
  readonly source: string | null;
}

/** Reviews that wait until all of them were read. There may be millions: they are kept as numbers. */
export class HeldReviews {
  #columns: ReturnType<typeof columnsOf>;
  #length = 0;
  readonly #sources = new Map<number, string>();

  /** @param expected how many will come, as far as is known */
  constructor(expected: number) {
    this.#columns = columnsOf(Math.max(16, expected));
  }

  get length(): number {
    return this.#length;
  }

  /** When the last of them was given, epoch ms. */
  get lastAt(): number | undefined {
    return this.#length === 0 ? undefined : this.#columns.ats[this.#length - 1];
  }

  add(card: number, { at, grade, elapsedMs, isScheduling, isAfterReset, source }: SourceReview): void {
    const i = this.#length++;
    if (i >= this.#columns.bits.length) this.#grow();
    const { cards, ats, elapsed, bits } = this.#columns;
    if (!isUsual(source, at)) this.#sources.set(i, source);
    cards[i] = card;
    ats[i] = at;
    elapsed[i] = elapsedMs;
    bits[i] = grade | (isScheduling ? SCHEDULING : 0) | (isAfterReset ? AFTER_RESET : 0);
  }

  cardAt(i: number): number {
    return this.#columns.cards[i]!;
  }

  at(i: number): HeldReview {
    const at = this.#columns.ats[i]!;
    const bits = this.#columns.bits[i]!;
    return {
      at,
      grade: (bits & GRADE) as Grade,
      elapsedMs: this.#columns.elapsed[i]!,
      isScheduling: (bits & SCHEDULING) !== 0,
      isAfterReset: (bits & AFTER_RESET) !== 0,
      source: this.#sources.get(i) ?? null,
    };
  }

  #grow(): void {
    const old = this.#columns;
    this.#columns = columnsOf(2 * old.bits.length);
    for (const name of ['cards', 'ats', 'elapsed', 'bits'] as const) this.#columns[name].set(old[name]);
  }
}
