import { binOf, PredictionScore, type PredictionBin } from './prediction-score.ts';
import type { ReviewColumns } from './review-columns.ts';
import { BasisCount, type Basis, type Tally } from './tally.ts';
import { PREDICTORS, type Predictor } from './words.ts';
import { NEW, OTHER } from './work.ts';

/** Answers from which on predictors are compared in words. */
const ENOUGH = 200;
/** z of a 95 % interval. */
const Z = 1.959_963_984_540_054;
/** Answers that the moving average looks back over. */
const MOVING = 100;
/** What a plain guess begins with, as if one answer had been given: the usual target. */
const FIRST_GUESS = 0.9;

type Guess = Exclude<Predictor, 'schedule'>;

export interface PredictorScore {
  readonly name: Predictor;
  readonly logLoss: number | null;
  readonly rmse: number | null;
  readonly auc: number | null;
  readonly bins: readonly PredictionBin[];
}

/** Differences of log loss, answer by answer. */
class Differences {
  #sum = 0;
  #squares = 0;

  add(difference: number): void {
    this.#sum += difference;
    this.#squares += difference * difference;
  }

  /** The 95 % interval of the mean of so many. */
  interval(n: number): { readonly low: number; readonly high: number } {
    const mean = this.#sum / n;
    const spread = Z * Math.sqrt(Math.max(0, this.#squares / n - mean * mean) / n);
    return { low: mean - spread, high: mean + spread };
  }
}

/**
 * How well recall was predicted, beside two plain guesses that know the answers before as well. Answers count that moved the
 * schedule, of questions that had been answered on an earlier day.
 */
export class CalibrationTally implements Tally {
  readonly #columns: ReviewColumns;
  readonly #from: number;
  readonly #basis = new BasisCount();
  readonly #schedule = new PredictionScore();
  readonly #mean = new PredictionScore();
  readonly #moving = new PredictionScore();
  readonly #againstMean = new Differences();
  readonly #againstMoving = new Differences();
  #rightCounted = 0;
  // What the guesses know: all answers so far, and the last ones in a ring.
  #answers = 0;
  #right = 0;
  #movingRight = 0;
  readonly #ring = new Uint8Array(MOVING);

  /** @param from first study day whose answers count; those before are only known to the guesses */
  constructor(columns: ReviewColumns, from: number) {
    this.#columns = columns;
    this.#from = from;
  }

  add(rows: Uint32Array, work: Uint8Array): void {
    const { elapsedDays, grade, day } = this.#columns;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      if (elapsedDays[row] === 0 || work[i] === OTHER || work[i] === NEW) continue;
      const isRight = grade[row]! > 1;
      if (day[row]! >= this.#from) this.#score(row, isRight);
      this.#learn(isRight);
    }
  }

  get basis(): Basis {
    return this.#basis.basis;
  }

  get predicted(): number | null {
    return this.#schedule.predicted;
  }

  get right(): number | null {
    const { answers } = this.basis;
    return answers === 0 ? null : this.#rightCounted / answers;
  }

  get predictors(): PredictorScore[] {
    const scores = { schedule: this.#schedule, mean: this.#mean, moving: this.#moving };
    return PREDICTORS.map((name) => {
      const { logLoss, rmse, auc, bins } = scores[name];
      return { name, logLoss, rmse, auc, bins };
    });
  }

  /** The schedule against the better of the guesses. */
  get verdict(): { readonly verdict: 'better' | 'worse' | 'same' | 'too-few'; readonly against: Guess | null } {
    const { answers } = this.basis;
    if (answers < ENOUGH) return { verdict: 'too-few', against: null };
    const against = this.#mean.logLoss! <= this.#moving.logLoss! ? 'mean' : 'moving';
    const differences = against === 'mean' ? this.#againstMean : this.#againstMoving;
    const { low, high } = differences.interval(answers);
    return { verdict: low > 0 ? 'better' : high < 0 ? 'worse' : 'same', against };
  }

  #score(row: number, isRight: boolean): void {
    const { recall, elapsedDays, reps, lapses, day } = this.#columns;
    const bin = binOf(elapsedDays[row]!, reps[row]!, lapses[row]!);
    this.#basis.add(day[row]!);
    if (isRight) this.#rightCounted += 1;
    const seen = Math.min(this.#answers, MOVING);
    const loss = this.#schedule.add(recall[row]!, isRight, bin);
    const mean = this.#mean.add((this.#right + FIRST_GUESS) / (this.#answers + 1), isRight, bin);
    const moving = this.#moving.add((this.#movingRight + FIRST_GUESS) / (seen + 1), isRight, bin);
    this.#againstMean.add(mean - loss);
    this.#againstMoving.add(moving - loss);
  }

  #learn(isRight: boolean): void {
    const place = this.#answers % MOVING;
    const one = isRight ? 1 : 0;
    this.#movingRight += one - (this.#answers < MOVING ? 0 : this.#ring[place]!);
    this.#ring[place] = one;
    this.#answers += 1;
    this.#right += one;
  }
}
