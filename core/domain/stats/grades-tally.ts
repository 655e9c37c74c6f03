import { GRADES, type Grade } from '../grade.ts';
import type { ReviewColumns } from './review-columns.ts';
import { BasisCount, type Basis, type Tally } from './tally.ts';
import { MATURITIES, type Maturity } from './words.ts';
import { LEARNING, MATURE, NEW, RELEARNING, WORK, YOUNG } from './work.ts';

export type GradeCounts = Record<Grade, number>;
const noGrades = (): GradeCounts => ({ 1: 0, 2: 0, 3: 0, 4: 0 });

const PLACES = { new: [NEW], learning: [LEARNING, RELEARNING], young: [YOUNG], mature: [MATURE] };

/** How often each grade was given, by how long the question had been known; answers that moved the schedule. */
export class GradesTally implements Tally {
  readonly #columns: ReviewColumns;
  readonly #basis = new BasisCount();
  readonly #counts = WORK.map(noGrades);

  constructor(columns: ReviewColumns) {
    this.#columns = columns;
  }

  add(rows: Uint32Array, work: Uint8Array): void {
    const { grade, day } = this.#columns;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const kind = work[i]!;
      if (kind > MATURE) continue;
      this.#basis.add(day[row]!);
      this.#counts[kind]![grade[row]! as Grade] += 1;
    }
  }

  get basis(): Basis {
    return this.#basis.basis;
  }

  get groups(): { maturity: 'new' | Maturity; counts: GradeCounts }[] {
    return (['new', ...MATURITIES] as const).map((maturity) => {
      const counts = noGrades();
      for (const place of PLACES[maturity]) for (const grade of GRADES) counts[grade] += this.#counts[place]![grade];
      return { maturity, counts };
    });
  }
}
