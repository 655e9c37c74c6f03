import type { Grade } from '../../domain/grade.ts';
import type { SourceReview } from '../transfer/format.ts';

const GRADE = 7;
const SCHEDULING = 8;
const AFTER_RESET = 16;

/** What Anki calls a review of an instant: nearly all come from there, so their names need not be kept. */
const usualSource = (at: number) => `anki:${at}`;

/** Reviews that wait until all of them were read. There may be millions: they are kept as numbers. */
export class HeldReviews {
  /** Places of their cards among those that were brought. */
  readonly #cards: number[] = [];
  readonly #ats: number[] = [];
  readonly #elapsed: number[] = [];
  readonly #bits: number[] = [];
  readonly #sources = new Map<number, string>();

  get length(): number {
    return this.#ats.length;
  }

  /** When the last of them was given, epoch ms. */
  get lastAt(): number | undefined {
    return this.#ats.at(-1);
  }

  add(card: number, { at, grade, elapsedMs, isScheduling, isAfterReset, source }: SourceReview): void {
    if (source !== usualSource(at)) this.#sources.set(this.length, source);
    this.#cards.push(card);
    this.#ats.push(at);
    this.#elapsed.push(elapsedMs);
    this.#bits.push(grade | (isScheduling ? SCHEDULING : 0) | (isAfterReset ? AFTER_RESET : 0));
  }

  cardAt(i: number): number {
    return this.#cards[i]!;
  }

  at(i: number): Omit<SourceReview, 'card' | 'isAfterReset'> & { readonly isAfterReset: boolean } {
    const [at, bits] = [this.#ats[i]!, this.#bits[i]!];
    return {
      at,
      grade: (bits & GRADE) as Grade,
      elapsedMs: this.#elapsed[i]!,
      isScheduling: (bits & SCHEDULING) !== 0,
      isAfterReset: (bits & AFTER_RESET) !== 0,
      source: this.#sources.get(i) ?? usualSource(at),
    };
  }
}
