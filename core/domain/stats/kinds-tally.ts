import type { Grade } from '../grade.ts';
import { QUESTION_KINDS } from '../question.ts';
import type { GradeCounts } from './grades-tally.ts';
import type { ReviewColumns } from './review-columns.ts';
import { shareOf, type Share } from './share.ts';
import type { Tally } from './tally.ts';

/** `other`: of questions that are not there any more. */
export const KINDS = [...QUESTION_KINDS, 'other'] as const;
export type Kind = (typeof KINDS)[number];

/** Answers by the kind of their question. */
export class KindsTally implements Tally {
  readonly #columns: ReviewColumns;
  readonly #kindOf: Uint8Array;
  readonly #counts: GradeCounts[] = KINDS.map(() => ({ 1: 0, 2: 0, 3: 0, 4: 0 }));
  readonly #elapsedMs = KINDS.map(() => 0);

  /** @param kindOf place in `KINDS` of each card of the columns */
  constructor(columns: ReviewColumns, kindOf: Uint8Array) {
    this.#columns = columns;
    this.#kindOf = kindOf;
  }

  add(rows: Uint32Array): void {
    const { card, grade, elapsedMs } = this.#columns;
    for (const row of rows) {
      const kind = this.#kindOf[card[row]!]!;
      this.#counts[kind]![grade[row]! as Grade] += 1;
      this.#elapsedMs[kind]! += elapsedMs[row]!;
    }
  }

  /** Those with an answer. */
  get kinds(): ({ kind: Kind; counts: GradeCounts; elapsedMs: number } & Share)[] {
    return KINDS.map((kind, place) => {
      const counts = this.#counts[place]!;
      const right = counts[2] + counts[3] + counts[4];
      return { kind, ...shareOf(right, right + counts[1]), counts, elapsedMs: this.#elapsedMs[place]! };
    }).filter(({ answers }) => answers > 0);
  }
}
