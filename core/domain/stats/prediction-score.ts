import { logOfShare } from './log-of-share.ts';
import { wilson } from './share.ts';

/** Predictions nearer to 0 or 1 count as this near: one that was sure and wrong must not outweigh everything. */
const LEAST = 0.0001;
const BINS = 20;
/** Predictions are told apart to a thousandth where they are compared with each other; bins are made of such steps. */
const STEPS = 1_000;
const STEPS_A_BIN = STEPS / BINS;
/** Bins of interval, repetitions and lapses, see `binOf`. */
const HISTORY_BINS = 9 * 18 * 22;
const MAX_U16 = 65_535;

const powers = (base: number): Uint8Array =>
  Uint8Array.from({ length: MAX_U16 + 1 }, (_, n) => (n < 2 ? 0 : Math.floor(Math.log(n) / Math.log(base))));
/** Made when they are asked for first: two hundred thousand logarithms are a twentieth of a start. */
const made = () => ({ daysOf: powers(3.62), repsOf: powers(1.89), lapsesOf: powers(1.73) });
let tables: ReturnType<typeof made> | null = null;

/**
 * Which answers have a history alike: a bin of days since the last answer, answers before and lapses, each growing by a factor.
 * Source: RMSE (bins) of open-spaced-repetition/srs-benchmark.
 * @param elapsedDays 1 and more @param reps answers before @param lapses of them
 */
export function binOf(elapsedDays: number, reps: number, lapses: number): number {
  const { daysOf, repsOf, lapsesOf } = (tables ??= made());
  const lapsed = lapses === 0 ? 0 : 1 + lapsesOf[lapses]!;
  return (daysOf[elapsedDays]! * 18 + repsOf[Math.min(MAX_U16, reps + 1)]!) * 22 + lapsed;
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

/** Answers with a prediction, side by side: loops over plain columns take a third of the time of calls answer by answer. */
export interface Predictions {
  /** How many of the columns' places hold one. */
  readonly length: number;
  readonly predicted: Float64Array;
  /** 1 for right, 0 for wrong. */
  readonly right: Uint8Array;
  /** `binOf` each. */
  readonly bin: Uint16Array;
}

/** How well predictions came true. */
export class PredictionScore {
  #answers = 0;
  #loss = 0;
  #predicted = 0;
  readonly #steps = {
    predicted: new Float64Array(STEPS + 1),
    right: new Float64Array(STEPS + 1),
    wrong: new Float64Array(STEPS + 1),
  };
  readonly #history = {
    answers: new Float64Array(HISTORY_BINS),
    predicted: new Float64Array(HISTORY_BINS),
    right: new Float64Array(HISTORY_BINS),
  };

  /** @param losses gets the log loss of each answer */
  add(given: Predictions, losses: Float64Array): void {
    this.#addLosses(given, losses);
    this.#addSteps(given);
    this.#addHistories(given);
  }

  #addLosses({ length, predicted, right }: Predictions, losses: Float64Array): void {
    let [sum, sumPredicted] = [0, 0];
    for (let i = 0; i < length; i++) {
      const prediction = predicted[i]!;
      const p = prediction < LEAST ? LEAST : prediction > 1 - LEAST ? 1 - LEAST : prediction;
      const loss = -logOfShare(right[i] === 1 ? p : 1 - p);
      losses[i] = loss;
      sum += loss;
      sumPredicted += prediction;
    }
    this.#answers += length;
    this.#loss += sum;
    this.#predicted += sumPredicted;
  }

  #addSteps({ length, predicted, right }: Predictions): void {
    const steps = this.#steps;
    for (let i = 0; i < length; i++) {
      const step = Math.floor(predicted[i]! * STEPS);
      steps.predicted[step]! += predicted[i]!;
      if (right[i] === 1) steps.right[step]! += 1;
      else steps.wrong[step]! += 1;
    }
  }

  #addHistories({ length, predicted, right, bin }: Predictions): void {
    const history = this.#history;
    for (let i = 0; i < length; i++) {
      const place = bin[i]!;
      history.answers[place]! += 1;
      history.predicted[place]! += predicted[i]!;
      history.right[place]! += right[i]!;
    }
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
    for (const [step, n] of this.#steps.right.entries()) {
      const wrongHere = this.#steps.wrong[step]!;
      above += n * (wrong + wrongHere / 2);
      right += n;
      wrong += wrongHere;
    }
    return right === 0 || wrong === 0 ? null : above / (right * wrong);
  }

  /** Those with answers, the lowest predictions first. */
  get bins(): PredictionBin[] {
    const sumOf = (steps: Float64Array, bin: number) => {
      // A prediction of 1 has a step of its own behind the last bin's.
      const end = bin === BINS - 1 ? STEPS + 1 : (bin + 1) * STEPS_A_BIN;
      return steps.subarray(bin * STEPS_A_BIN, end).reduce((sum, value) => sum + value, 0);
    };
    return Array.from({ length: BINS }, (_, bin) => {
      const right = sumOf(this.#steps.right, bin);
      const answers = right + sumOf(this.#steps.wrong, bin);
      return {
        ...{ from: bin / BINS, to: (bin + 1) / BINS, answers },
        ...{
          predicted: sumOf(this.#steps.predicted, bin) / answers,
          right: right / answers,
          ...wilson(right, answers),
        },
      };
    }).filter(({ answers }) => answers > 0);
  }
}
