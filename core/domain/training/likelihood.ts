import { DifferentiableMemory, WEIGHT_COUNT } from './fsrs6.ts';
import { daysBetween, type ReviewHistories } from './review-histories.ts';

/** A prediction counts as no surer than this, so that one surprise is not worth everything. */
const SUREST = 1e-6;
/** Answers between two steps: some tenths of a millisecond. */
const ANSWERS_A_STEP = 200;

/** What the weights are worth on a set of answers. */
export interface Likelihood {
  /** Sum of the log losses (natural logarithm). */
  loss: number;
  /** Answers that were predicted. */
  count: number;
  /** Slope of `loss` by weight. */
  readonly gradient: Float64Array;
  /** Expected curvature of `loss` (Fisher information), rows of weights; only the lower half is filled. */
  readonly information: Float64Array;
}

/** Log loss of one prediction. @param recall predicted probability of a right answer */
export function logLoss(recall: number, isRight: boolean): number {
  const sure = Math.min(1 - SUREST, Math.max(SUREST, recall));
  return -Math.log(isRight ? sure : 1 - sure);
}

/**
 * Loss, gradient and curvature of weights on all answers of days before `untilDay`. Answers later on the same day move the memory
 * but are no test of it. Yields now and then, so that it can be done in slices.
 */
export function* likelihoodOf(
  { starts, days, grades }: ReviewHistories,
  weights: ArrayLike<number>,
  untilDay: number,
): Generator<undefined, Likelihood> {
  const result: Likelihood = {
    loss: 0,
    count: 0,
    gradient: new Float64Array(WEIGHT_COUNT),
    information: new Float64Array(WEIGHT_COUNT * WEIGHT_COUNT),
  };
  const memory = new DifferentiableMemory(weights);
  let sinceStep = 0;
  for (let card = 0; card + 1 < starts.length; card += 1) {
    const [first, end] = [starts[card]!, starts[card + 1]!];
    if (days[first]! >= untilDay) continue;
    memory.begin(grades[first]!);
    for (let index = first + 1; index < end && days[index]! < untilDay; index += 1) {
      const elapsed = daysBetween(days, index);
      const grade = grades[index]!;
      if (elapsed > 0) {
        memory.recallAfter(elapsed);
        add(result, memory, grade > 1);
      }
      memory.answer(elapsed, grade);
    }
    sinceStep += end - first;
    if (sinceStep < ANSWERS_A_STEP) continue;
    sinceStep = 0;
    yield;
  }
  return result;
}

function add(to: Likelihood, { recall, recallSlopes }: DifferentiableMemory, isRight: boolean): void {
  const sure = Math.min(1 - SUREST, Math.max(SUREST, recall));
  const variance = sure * (1 - sure);
  const residual = ((isRight ? 1 : 0) - sure) / variance;
  const { gradient, information } = to;
  to.loss += logLoss(recall, isRight);
  to.count += 1;
  for (let row = 0; row < WEIGHT_COUNT; row += 1) {
    const slope = recallSlopes[row]!;
    if (slope === 0) continue;
    gradient[row]! -= residual * slope;
    const scaled = slope / variance;
    const from = row * WEIGHT_COUNT;
    for (let column = 0; column <= row; column += 1) information[from + column]! += scaled * recallSlopes[column]!;
  }
}
