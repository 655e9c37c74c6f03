import { wilson } from './share.ts';

/** Predictions nearer to 0 or 1 count as this near: one that was sure and wrong must not outweigh everything. */
const LEAST = 0.0001;
const BINS = 20;
/** Predictions are told apart to a thousandth where they are compared with each other. */
const STEPS = 1_000;
/** Bins of interval, repetitions and lapses, see `binOf`. */
const HISTORY_BINS = 9 * 18 * 22;
const MAX_U16 = 65_535;

const powers = (base: number): Uint8Array =>
  Uint8Array.from({ length: MAX_U16 + 1 }, (_, n) => (n < 2 ? 0 : Math.floor(Math.log(n) / Math.log(base))));
const DAYS = powers(3.62);
const REPS = powers(1.89);
const LAPSES = powers(1.73);

/**
 * Which answers have a history alike: a bin of days since the last answer, answers before and lapses, each growing by a factor.
 * Source: RMSE (bins) of open-spaced-repetition/srs-benchmark.
 * @param elapsedDays 1 and more @param reps answers before @param lapses of them
 */
export function binOf(elapsedDays: number, reps: number, lapses: number): number {
  const lapsed = lapses === 0 ? 0 : 1 + LAPSES[lapses]!;
  return (DAYS[elapsedDays]! * 18 + REPS[Math.min(MAX_U16, reps + 1)]!) * 22 + lapsed;
}

/** Answers with predictions near each other. */
export interface PredictionBin {
  readonly from: number;
  readonly to: number;
  readonly answers: number;
  readonly predicted: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
}

/** Log loss of one answer. */
function lossOf(prediction: number, isRight: boolean): number {
  const p = Math.min(1 - LEAST, Math.max(LEAST, prediction));
  return -Math.log(isRight ? p : 1 - p);
}

/** How well predictions came true. */
export class PredictionScore {
  #answers = 0;
  #loss = 0;
  #predicted = 0;
  readonly #bins = {
    answers: new Float64Array(BINS),
    predicted: new Float64Array(BINS),
    right: new Float64Array(BINS),
  };
  readonly #history = {
    answers: new Float64Array(HISTORY_BINS),
    predicted: new Float64Array(HISTORY_BINS),
    right: new Float64Array(HISTORY_BINS),
  };
  readonly #right = new Float64Array(STEPS + 1);
  readonly #wrong = new Float64Array(STEPS + 1);

  /** Returns the log loss of the answer. @param bin `binOf` it */
  add(prediction: number, isRight: boolean, bin: number): number {
    const loss = lossOf(prediction, isRight);
    const place = Math.min(BINS - 1, Math.floor(prediction * BINS));
    this.#answers += 1;
    this.#loss += loss;
    this.#predicted += prediction;
    this.#bins.answers[place]! += 1;
    this.#bins.predicted[place]! += prediction;
    this.#history.answers[bin]! += 1;
    this.#history.predicted[bin]! += prediction;
    (isRight ? this.#right : this.#wrong)[Math.round(prediction * STEPS)]! += 1;
    if (isRight) {
      this.#bins.right[place]! += 1;
      this.#history.right[bin]! += 1;
    }
    return loss;
  }

  get logLoss(): number | null {
    return this.#answers === 0 ? null : this.#loss / this.#answers;
  }

  get predicted(): number | null {
    return this.#answers === 0 ? null : this.#predicted / this.#answers;
  }

  /** Root of the mean square difference of predicted and right over bins of histories alike, weighed by answers. */
  get rmse(): number | null {
    if (this.#answers === 0) return null;
    const { answers, predicted, right } = this.#history;
    let sum = 0;
    for (const [bin, n] of answers.entries()) if (n > 0) sum += (predicted[bin]! - right[bin]!) ** 2 / n;
    return Math.sqrt(sum / this.#answers);
  }

  /** Chance that a right answer had the higher prediction than a wrong one, ties by half; null where all are alike. */
  get auc(): number | null {
    let [right, wrong, above] = [0, 0, 0];
    for (const [step, n] of this.#right.entries()) {
      above += n * (wrong + this.#wrong[step]! / 2);
      right += n;
      wrong += this.#wrong[step]!;
    }
    return right === 0 || wrong === 0 ? null : above / (right * wrong);
  }

  /** Those with answers, the lowest predictions first. */
  get bins(): PredictionBin[] {
    const { answers, predicted, right } = this.#bins;
    return Array.from(answers, (n, bin) => ({
      ...{ from: bin / BINS, to: (bin + 1) / BINS, answers: n },
      ...{ predicted: predicted[bin]! / n, right: right[bin]! / n, ...wilson(right[bin]!, n) },
    })).filter((bin) => bin.answers > 0);
  }
}
