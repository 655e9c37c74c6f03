import { DifferentiableMemory } from './fsrs6.ts';
import { logLoss } from './likelihood.ts';
import { daysBetween, type ReviewHistories } from './review-histories.ts';

/** Half of an interval, in standard errors. */
const Z = { 0.95: 1.959964, 0.9: 1.644854 };

/** Mean difference of two predictions' log losses on the same answers, with an interval; below 0: the first is better. */
export interface Difference {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Log losses of some predictions, answer by answer; `cards` says to which card each belongs. */
export interface Losses {
  readonly cards: Int32Array;
  readonly values: Float64Array;
}

/** Cards between two steps: some tenths of a millisecond. */
const CARDS_A_STEP = 50;

/**
 * What weights are worth on the answers of `fromDay` and later; earlier ones only make the memory. Yields now and then, so that it
 * can be done in slices.
 */
export function* lossesFrom(
  { starts, days, grades }: ReviewHistories,
  weights: ArrayLike<number>,
  fromDay: number,
): Generator<undefined, Losses> {
  const memory = new DifferentiableMemory(weights);
  const cards: number[] = [];
  const values: number[] = [];
  for (let card = 0; card + 1 < starts.length; card += 1) {
    if (card % CARDS_A_STEP === 0) yield;
    memory.begin(grades[starts[card]!]!);
    for (let index = starts[card]! + 1; index < starts[card + 1]!; index += 1) {
      const elapsed = daysBetween(days, index);
      if (elapsed > 0) memory.recallAfter(elapsed);
      if (elapsed > 0 && days[index]! >= fromDay) {
        cards.push(card);
        values.push(logLoss(memory.recall, grades[index]! > 1));
      }
      memory.answer(elapsed, grades[index]!);
    }
  }
  return { cards: Int32Array.from(cards), values: Float64Array.from(values) };
}

/** The same for a prediction that knows nothing but the share of right answers before `fromDay`, whatever time has gone by. */
export function lossesOfMean({ starts, days, grades }: ReviewHistories, fromDay: number): Losses {
  const cards: number[] = [];
  const rights: boolean[] = [];
  let [before, right] = [0, 0];
  for (let card = 0; card + 1 < starts.length; card += 1)
    for (let index = starts[card]! + 1; index < starts[card + 1]!; index += 1) {
      if (daysBetween(days, index) === 0) continue;
      const isRight = grades[index]! > 1;
      if (days[index]! >= fromDay) {
        cards.push(card);
        rights.push(isRight);
      } else {
        before += 1;
        if (isRight) right += 1;
      }
    }
  const mean = (right + 1) / (before + 2);
  return { cards: Int32Array.from(cards), values: Float64Array.from(rights, (isRight) => logLoss(mean, isRight)) };
}

export const meanOf = (values: Float64Array): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Compares two predictions of the same answers. Answers to one card depend on each other, so the interval is that of cards drawn
 * anew (normal, clustered by card).
 */
export function compareLosses(
  { cards, values }: Losses,
  { values: others }: Losses,
  confidence: keyof typeof Z = 0.95,
): Difference {
  const count = values.length;
  const mean = meanOf(values) - meanOf(others);
  let [sumOfSquares, clusters, ofCard] = [0, 0, 0];
  for (let index = 0; index < count; index += 1) {
    ofCard += values[index]! - others[index]! - mean;
    if (index + 1 < count && cards[index + 1] === cards[index]) continue;
    sumOfSquares += ofCard ** 2;
    clusters += 1;
    ofCard = 0;
  }
  if (clusters < 2) return { mean, low: -Infinity, high: Infinity };
  const error = (Math.sqrt((sumOfSquares * clusters) / (clusters - 1)) / count) * Z[confidence];
  return { mean, low: mean - error, high: mean + error };
}
