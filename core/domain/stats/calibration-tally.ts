import { binOf, lossOf, PredictionScore, type PredictionBin } from './prediction-score.ts';
import type { ReviewColumns } from './review-columns.ts';
import { BasisCount, type Basis, type Tally } from './tally.ts';
import { PREDICTORS, type Predictor } from './words.ts';
import { NEW, schedulesAt, workAt } from './work.ts';

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
  readonly #scores = { schedule: new PredictionScore(), mean: new PredictionScore(), moving: new PredictionScore() };
  readonly #differences = { mean: new Differences(), moving: new Differences() };
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

  add(rows: Uint32Array): void {
    const { elapsedDays, grade, day } = this.#columns;
    for (const row of rows) {
      if (elapsedDays[row] === 0 || !schedulesAt(this.#columns, row) || workAt(this.#columns, row) === NEW) continue;
      const isRight = grade[row]! > 1;
      if (day[row]! >= this.#from) this.#score(row, isRight);
      this.#learn(isRight);
    }
  }

  get basis(): Basis {
    return this.#basis.basis;
  }

  get predicted(): number | null {
    return this.#scores.schedule.predicted;
  }

  get right(): number | null {
    const { answers } = this.basis;
    return answers === 0 ? null : this.#rightCounted / answers;
  }

  get predictors(): PredictorScore[] {
    return PREDICTORS.map((name) => {
      const { logLoss, rmse, auc, bins } = this.#scores[name];
      return { name, logLoss, rmse, auc, bins };
    });
  }

  /** The schedule against the better of the guesses. */
  get verdict(): { readonly verdict: 'better' | 'worse' | 'same' | 'too-few'; readonly against: Guess | null } {
    const { answers } = this.basis;
    if (answers < ENOUGH) return { verdict: 'too-few', against: null };
    const { mean, moving } = this.#scores;
    const against = mean.logLoss! <= moving.logLoss! ? 'mean' : 'moving';
    const { low, high } = this.#differences[against].interval(answers);
    return { verdict: low > 0 ? 'better' : high < 0 ? 'worse' : 'same', against };
  }

  #score(row: number, isRight: boolean): void {
    const { recall, elapsedDays, reps, lapses, day } = this.#columns;
    const bin = binOf(elapsedDays[row]!, reps[row]!, lapses[row]!);
    this.#basis.add(day[row]!);
    if (isRight) this.#rightCounted += 1;
    const loss = this.#add('schedule', recall[row]!, isRight, bin);
    const seen = Math.min(this.#answers, MOVING);
    const guesses = {
      mean: (this.#right + FIRST_GUESS) / (this.#answers + 1),
      moving: (this.#movingRight + FIRST_GUESS) / (seen + 1),
    };
    this.#differences.mean.add(this.#add('mean', guesses.mean, isRight, bin) - loss);
    this.#differences.moving.add(this.#add('moving', guesses.moving, isRight, bin) - loss);
  }

  #add(name: Predictor, prediction: number, isRight: boolean, bin: number): number {
    const loss = lossOf(prediction, isRight);
    this.#scores[name].add(prediction, isRight, bin, loss);
    return loss;
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
