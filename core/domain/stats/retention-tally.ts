import type { ReviewColumns } from './review-columns.ts';
import { shareOf, type Share } from './share.ts';
import { BasisCount, type Basis, type Tally } from './tally.ts';
import { MATURITIES, type Maturity } from './words.ts';
import { LEARNING, MATURE, RELEARNING, YOUNG, WORK } from './work.ts';

/** True retention: how often a question that was known was answered right, by how long it had been known. */
export class RetentionTally implements Tally {
  readonly #columns: ReviewColumns;
  readonly #basis = new BasisCount();
  readonly #answers = WORK.map(() => 0);
  readonly #right = WORK.map(() => 0);

  constructor(columns: ReviewColumns) {
    this.#columns = columns;
  }

  add(rows: Uint32Array, work: Uint8Array): void {
    const { grade, day } = this.#columns;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const kind = work[i]!;
      if (kind < LEARNING || kind > MATURE) continue;
      this.#basis.add(day[row]!);
      this.#answers[kind]! += 1;
      if (grade[row]! > 1) this.#right[kind]! += 1;
    }
  }

  get basis(): Basis {
    return this.#basis.basis;
  }

  get groups(): ({ readonly maturity: Maturity } & Share)[] {
    const places = { learning: [LEARNING, RELEARNING], young: [YOUNG], mature: [MATURE] };
    return MATURITIES.map((maturity) => ({ maturity, ...this.#share(places[maturity]) }));
  }

  /** Of questions that had left the learning steps. */
  get known(): Share {
    return this.#share([YOUNG, MATURE]);
  }

  #share(places: readonly number[]): Share {
    const sum = (counts: readonly number[]) => places.reduce((total, place) => total + counts[place]!, 0);
    return shareOf(sum(this.#right), sum(this.#answers));
  }
}
