import { clipParameters, computeDecayFactor, default_w, FSRSAlgorithm } from 'ts-fsrs';
import type { Grade } from '../grade.ts';

/** The 21 numbers of FSRS-6; null: those it is published with. */
export type Weights = readonly number[] | null;

/** How well something is known: stability in days (the time in which recall falls to 90 %), difficulty 1 to 10. */
export interface Strength {
  readonly stabilityDays: number;
  readonly difficulty: number;
}

/** Where ts-fsrs cuts stability off, and more than it rounds by. */
const MOST_STABILITY_DAYS = 36_500;
const ROUNDING = 1e-6;

/** FSRS-6 with some weights. Source: `FSRSAlgorithm` of ts-fsrs 5. */
class MemoryModel {
  readonly #fsrs: FSRSAlgorithm;
  readonly #curve: { readonly decay: number; readonly factor: number };
  /** Days for a stability of one day, by target. */
  readonly #daysPerStability = new Map<number, number>();

  constructor(weights: readonly number[]) {
    this.#fsrs = new FSRSAlgorithm({ w: [...weights] });
    this.#curve = computeDecayFactor(this.#fsrs.parameters.w);
  }

  /** The strength after an answer, so many whole study days after the one before. @param before null: the first answer */
  after(before: Strength | null, elapsedDays: number, grade: Grade): Strength {
    const state = before && { stability: before.stabilityDays, difficulty: before.difficulty };
    const { stability, difficulty } = this.#fsrs.next_state(state, elapsedDays, grade);
    return { stabilityDays: stability, difficulty };
  }

  /**
   * Stability after Hard is no more than this where Good leaves `good`, a day or more after the last answer: Hard adds a share of what Good
   * adds (the 16th of the weights, at most 1). Infinity where that can not be told.
   */
  hardAtMost(before: number, good: number): number {
    if (good >= MOST_STABILITY_DAYS) return Infinity;
    return before + Math.max(0, good - before) * this.#fsrs.parameters.w[15]! + ROUNDING;
  }

  /** Probability of recall after so many days, 0 to 1. */
  recall(stabilityDays: number, days: number): number {
    const { decay, factor } = this.#curve;
    return (1 + (factor * days) / stabilityDays) ** decay;
  }

  /** Days until recall falls to a target, not rounded. */
  daysUntil(retention: number, stabilityDays: number): number {
    let perStability = this.#daysPerStability.get(retention);
    if (perStability === undefined) {
      perStability = this.#fsrs.calculate_interval_modifier(retention);
      this.#daysPerStability.set(retention, perStability);
    }
    return stabilityDays * perStability;
  }
}

/** What FSRS of version 5 and older forgets by. */
const OLDER_DECAY = 0.5;

/**
 * The 21 numbers by which the model counts as an older version did with its 17 or 19, within the bounds of each. The fourth version drew
 * the first difficulty as a line through the grades, later ones as a curve: it is laid through the line's ends, Again and Easy.
 */
export function asSixthVersion(weights: readonly number[]): readonly number[] {
  const w = clipParameters([...weights], 0);
  if (w.length === 21) return w;
  if (w.length === 17) {
    const [start, slope] = [w[4]!, w[5]!];
    [w[4], w[5], w[6]] = [start + 2 * slope, Math.log(3 * slope + 1) / 3, w[6]! + 0.5];
    w.push(0, 0);
  }
  return clipParameters([...w, 0, OLDER_DECAY], 0);
}

const PUBLISHED = new MemoryModel(default_w);
const own = new WeakMap<readonly number[], MemoryModel>();

/** The model with these weights; made once for each array of them. */
export function modelOf(weights: Weights): MemoryModel {
  if (weights === null) return PUBLISHED;
  let model = own.get(weights);
  if (!model) own.set(weights, (model = new MemoryModel(weights)));
  return model;
}
