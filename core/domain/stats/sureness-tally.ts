import { SAID_CODES, type ReviewColumns } from './review-columns.ts';
import { shareOf, type Share } from './share.ts';
import type { Tally } from './tally.ts';
import { SAID, type Said } from './words.ts';

/** How often an answer was right, by what was said of being sure. */
export class SurenessTally implements Tally {
  readonly #columns: ReviewColumns;
  readonly #answers = SAID_CODES.map(() => 0);
  readonly #right = SAID_CODES.map(() => 0);

  constructor(columns: ReviewColumns) {
    this.#columns = columns;
  }

  add(rows: Uint32Array): void {
    const { said, grade } = this.#columns;
    for (const row of rows) {
      const place = said[row]!;
      this.#answers[place]! += 1;
      if (grade[row]! > 1) this.#right[place]! += 1;
    }
  }

  get groups(): ({ readonly said: Said } & Share)[] {
    return SAID.map((said) => {
      const place = SAID_CODES.indexOf(said);
      return { said, ...shareOf(this.#right[place]!, this.#answers[place]!) };
    });
  }
}
