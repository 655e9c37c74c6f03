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

  add(guess: Float64Array, schedule: Float64Array, length: number): void {
    let [sum, squares] = [0, 0];
    for (let i = 0; i < length; i++) {
      const difference = guess[i]! - schedule[i]!;
      sum += difference;
      squares += difference * difference;
    }
    this.#sum += sum;
    this.#squares += squares;
  }

  /** The 95 % interval of the mean of so many. */
  interval(n: number): { readonly low: number; readonly high: number } {
    const mean = this.#sum / n;
    const spread = Z * Math.sqrt(Math.max(0, this.#squares / n - mean * mean) / n);
    return { low: mean - spread, high: mean + spread };
  }
}

/** What was predicted of some answers, by each of the predictors. */
class Scored {
  length = 0;
  readonly right: Uint8Array;
  readonly bin: Uint16Array;
  readonly predicted: Readonly<Record<Predictor, Float64Array>>;
  readonly losses: Readonly<Record<Predictor, Float64Array>>;

  constructor(readonly room: number) {
    this.right = new Uint8Array(room);
    this.bin = new Uint16Array(room);
    const columns = () => ({
      schedule: new Float64Array(room),
      mean: new Float64Array(room),
      moving: new Float64Array(room),
    });
    [this.predicted, this.losses] = [columns(), columns()];
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
  /** Of the rows that are added: the room is used again. */
  #scored = new Scored(0);
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
    if (rows.length > this.#scored.room) this.#scored = new Scored(rows.length);
    const scored = this.#scored;
    this.#gather(rows, work);
    const { length, right, bin, predicted, losses } = scored;
    for (const name of PREDICTORS)
      this.#scores[name].add({ length, right, bin, predicted: predicted[name] }, losses[name]);
    this.#againstMean.add(losses.mean, losses.schedule, length);
    this.#againstMoving.add(losses.moving, losses.schedule, length);
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
    const differences = against === 'mean' ? this.#againstMean : this.#againstMoving;
    const { low, high } = differences.interval(answers);
    return { verdict: low > 0 ? 'better' : high < 0 ? 'worse' : 'same', against };
  }

  /** Puts what was predicted of the rows side by side, and lets the guesses learn from each. */
  #gather(rows: Uint32Array, work: Uint8Array): void {
    const { recall, elapsedDays, reps, lapses, grade, day } = this.#columns;
    const { right, bin, predicted } = this.#scored;
    const from = this.#from;
    let length = 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      if (elapsedDays[row] === 0 || work[i] === OTHER || work[i] === NEW) continue;
      const isRight = grade[row]! > 1;
      if (day[row]! >= from) {
        this.#basis.add(day[row]!);
        right[length] = isRight ? 1 : 0;
        bin[length] = binOf(elapsedDays[row]!, reps[row]!, lapses[row]!);
        predicted.schedule[length] = recall[row]!;
        predicted.mean[length] = (this.#right + FIRST_GUESS) / (this.#answers + 1);
        predicted.moving[length] = (this.#movingRight + FIRST_GUESS) / (Math.min(this.#answers, MOVING) + 1);
        if (isRight) this.#rightCounted += 1;
        length += 1;
      }
      this.#learn(isRight);
    }
    this.#scored.length = length;
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
