import { DEFAULT_WEIGHTS, WEIGHT_BOUNDS, WEIGHT_COUNT } from './fsrs6.ts';
import type { Likelihood } from './likelihood.ts';
import { choleskyOf, logDeterminant } from './solve.ts';

/** The first four weights are stabilities in days: they are trained as logarithms. */
const LOGARITHMIC = 4;
/**
 * How far learners differ from the published weights, standard deviations: the published spread of the weights of ten thousand
 * learners (fsrs-rs), and of the logarithms of the first four. It keeps weights that a log says nothing about where they are.
 */
const SPREAD = [
  1.2, 1.2, 1.2, 1.2, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32, 0.14,
  0.27,
];

/** Weights as they are trained, every one from minus to plus infinity but for its bounds. */
export type Trained = Float64Array;

const toTrained = (weights: readonly number[]): Trained =>
  Float64Array.from(weights, (weight, index) => (index < LOGARITHMIC ? Math.log(weight) : weight));
export const toWeights = (trained: Trained): Float64Array =>
  trained.map((value, index) => (index < LOGARITHMIC ? Math.exp(value) : value));

export const CENTRE: Trained = toTrained(DEFAULT_WEIGHTS);
const LOWEST = toTrained(WEIGHT_BOUNDS.map(([low]) => low));
const HIGHEST = toTrained(WEIGHT_BOUNDS.map(([, high]) => high));

/** The same weights, those outside their bounds put on them. */
export const bounded = (trained: Trained): Trained =>
  trained.map((value, index) => Math.min(HIGHEST[index]!, Math.max(LOWEST[index]!, value)));

/** Does a weight stand at its bound, with less loss only beyond it? */
export const isHeld = (trained: Trained, gradient: Float64Array, index: number): boolean =>
  (trained[index]! <= LOWEST[index]! && gradient[index]! > 0) ||
  (trained[index]! >= HIGHEST[index]! && gradient[index]! < 0);

/** Weights with what they are worth on the answers. */
export interface Tried {
  readonly trained: Trained;
  readonly likelihood: Likelihood;
}

/** How unlikely weights are in the light of the answers and of other learners (minus the logarithm, up to a constant). */
export interface Unlikeliness {
  readonly value: number;
  readonly gradient: Float64Array;
  /** Rows of weights, the lower half. */
  readonly curvature: Float64Array;
}

/** @param spread how far learners are thought to differ, as a share of what is published */
export function unlikeliness({ trained, likelihood }: Tried, spread: number): Unlikeliness {
  const scale = toWeights(trained).map((weight, index) => (index < LOGARITHMIC ? weight : 1));
  const curvature = likelihood.information.map(
    (value, index) => value * scale[Math.floor(index / WEIGHT_COUNT)]! * scale[index % WEIGHT_COUNT]!,
  );
  let value = likelihood.loss;
  const gradient = likelihood.gradient.map((slope, index) => {
    const precision = (SPREAD[index]! * spread) ** -2;
    const off = trained[index]! - CENTRE[index]!;
    value += 0.5 * precision * off ** 2;
    curvature[index * (WEIGHT_COUNT + 1)]! += precision;
    return slope * scale[index]! + precision * off;
  });
  return { value, gradient, curvature };
}

/**
 * How well a spread explains the answers, whatever the weights are (logarithm of the evidence, by Laplace's approximation around
 * the likeliest weights): the larger the better.
 */
export function evidenceOf(likeliest: Tried, spread: number): number {
  const { value, curvature } = unlikeliness(likeliest, spread);
  const lower = choleskyOf(curvature, WEIGHT_COUNT);
  if (lower === null) return -Infinity;
  const prior = SPREAD.reduce((sum, deviation) => sum - 2 * Math.log(deviation * spread), 0);
  return -value + 0.5 * (prior - logDeterminant(lower, WEIGHT_COUNT));
}
