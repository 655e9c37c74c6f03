import type { ReviewColumns } from './review-columns.ts';
import { shareOf, type Share } from './share.ts';
import type { Tally } from './tally.ts';
import { MATURE, YOUNG } from './work.ts';

const HOURS = 24;

/** Answers by the hour of the clock where the learner was. */
export class HoursTally implements Tally {
  readonly #columns: ReviewColumns;
  readonly #answers = new Float64Array(HOURS);
  readonly #elapsedMs = new Float64Array(HOURS);
  readonly #known = new Float64Array(HOURS);
  readonly #right = new Float64Array(HOURS);

  constructor(columns: ReviewColumns) {
    this.#columns = columns;
  }

  add(rows: Uint32Array, work: Uint8Array): void {
    const { hour, grade, elapsedMs } = this.#columns;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const at = hour[row]!;
      this.#answers[at]! += 1;
      this.#elapsedMs[at]! += elapsedMs[row]!;
      if (work[i] !== YOUNG && work[i] !== MATURE) continue;
      this.#known[at]! += 1;
      if (grade[row]! > 1) this.#right[at]! += 1;
    }
  }

  /** From midnight on; `known`: of questions that had left the learning steps, which are alike at every hour. */
  get hours(): { hour: number; answers: number; elapsedMs: number; known: Share }[] {
    return Array.from({ length: HOURS }, (_, hour) => ({
      hour,
      answers: this.#answers[hour]!,
      elapsedMs: this.#elapsedMs[hour]!,
      known: shareOf(this.#right[hour]!, this.#known[hour]!),
    }));
  }
}
