import { CLAMP_PARAMETERS, default_w, W17_W18_Ceiling } from 'ts-fsrs';

/** How many weights FSRS-6 has. */
export const WEIGHT_COUNT = 21;
/** The weights FSRS-6 is published with: the middle of ten thousand learners. */
export const DEFAULT_WEIGHTS: readonly number[] = default_w;
/** ts-fsrs lets no first stability be shorter, days. */
const SHORTEST_FIRST_DAYS = 0.1;
/** Lowest and highest value of each weight. */
export const WEIGHT_BOUNDS: readonly (readonly [number, number])[] = CLAMP_PARAMETERS(W17_W18_Ceiling).map(
  (bounds, index) => {
    const [low = 0, high = 0] = bounds;
    return index < 4 ? [SHORTEST_FIRST_DAYS, high] : [low, high];
  },
);
const [SHORTEST_DAYS, LONGEST_DAYS] = [0.001, 36_500];
const LN_09 = Math.log(0.9);

/**
 * Memory of one card under weights that are being trained: stability and difficulty, and how each changes with every weight
 * (forward differentiation, exact). The formulas are those of FSRS-6 as ts-fsrs has them, without its rounding to eight digits.
 */
export class DifferentiableMemory {
  stabilityDays = 0;
  difficulty = 0;
  /** Probability of recall that `recallAfter` found, and its slopes by weight. */
  recall = 1;
  readonly recallSlopes = new Float64Array(WEIGHT_COUNT);
  readonly #stabilitySlopes = new Float64Array(WEIGHT_COUNT);
  readonly #difficultySlopes = new Float64Array(WEIGHT_COUNT);
  readonly #w: Float64Array;
  readonly #factor: number;
  readonly #factorSlope: number;
  readonly #easyDifficulty: number;
  readonly #easyDifficultySlope: number;

  constructor(weights: ArrayLike<number>) {
    const w = (this.#w = Float64Array.from(weights));
    this.#factor = Math.exp(-LN_09 / w[20]!) - 1;
    this.#factorSlope = ((this.#factor + 1) * LN_09) / (w[20]! * w[20]!);
    this.#easyDifficulty = w[4]! - Math.exp(3 * w[5]!) + 1;
    this.#easyDifficultySlope = -3 * Math.exp(3 * w[5]!);
  }

  /** The first answer to a card. @param grade 1 to 4 */
  begin(grade: number): void {
    const w = this.#w;
    this.#stabilitySlopes.fill(0);
    this.#difficultySlopes.fill(0);
    this.stabilityDays = w[grade - 1]!;
    this.#stabilitySlopes[grade - 1] = 1;
    const power = Math.exp((grade - 1) * w[5]!);
    const difficulty = w[4]! - power + 1;
    this.difficulty = Math.min(10, Math.max(1, difficulty));
    if (difficulty !== this.difficulty) return;
    this.#difficultySlopes[4] = 1;
    this.#difficultySlopes[5] = -(grade - 1) * power;
  }

  /** Sets `recall` and its slopes for so many whole days after the last answer. */
  recallAfter(days: number): void {
    const w20 = this.#w[20]!;
    const stability = this.stabilityDays;
    const base = 1 + (this.#factor * days) / stability;
    this.recall = Math.pow(base, -w20);
    const common = (w20 * this.recall * days) / (base * stability);
    const byStability = (common * this.#factor) / stability;
    for (let index = 0; index < WEIGHT_COUNT; index += 1)
      this.recallSlopes[index] = byStability * this.#stabilitySlopes[index]!;
    this.recallSlopes[20]! += -this.recall * Math.log(base) - common * this.#factorSlope;
  }

  /** A later answer, `days` whole days after the last; `recallAfter` has been called for them unless they are 0. */
  answer(days: number, grade: number): void {
    if (days === 0) this.#sameDay(grade);
    else if (grade === 1) this.#forgotten();
    else this.#remembered(grade);
    if (this.stabilityDays < SHORTEST_DAYS || this.stabilityDays > LONGEST_DAYS) {
      this.stabilityDays = Math.min(LONGEST_DAYS, Math.max(SHORTEST_DAYS, this.stabilityDays));
      this.#stabilitySlopes.fill(0);
    }
    this.#nextDifficulty(grade);
  }

  #sameDay(grade: number): void {
    const [w17, w18, w19] = [this.#w[17]!, this.#w[18]!, this.#w[19]!];
    const stability = this.stabilityDays;
    const growth = Math.pow(stability, -w19) * Math.exp(w17 * (grade - 3 + w18));
    if (grade >= 2 && growth <= 1) return;
    const slopes = this.#stabilitySlopes;
    for (let index = 0; index < WEIGHT_COUNT; index += 1) slopes[index]! *= growth * (1 - w19);
    slopes[17]! += stability * growth * (grade - 3 + w18);
    slopes[18]! += stability * growth * w17;
    slopes[19]! -= stability * growth * Math.log(stability);
    this.stabilityDays = stability * growth;
  }

  #remembered(grade: number): void {
    const w = this.#w;
    const [stability, lost] = [this.stabilityDays, 1 - this.recall];
    const penalty = grade === 2 ? w[15]! : grade === 4 ? w[16]! : 1;
    const power = Math.exp(w[10]! * lost);
    const rest = Math.exp(w[8]!) * (11 - this.difficulty) * Math.pow(stability, -w[9]!);
    const gain = rest * (power - 1) * penalty;
    const byRecall = -stability * rest * penalty * w[10]! * power;
    const byDifficulty = (-stability * gain) / (11 - this.difficulty);
    const byStability = 1 + gain * (1 - w[9]!);
    this.#chain(byStability, byDifficulty, byRecall);
    const slopes = this.#stabilitySlopes;
    slopes[8]! += stability * gain;
    slopes[9]! -= stability * gain * Math.log(stability);
    slopes[10]! += stability * rest * penalty * lost * power;
    if (grade === 2) slopes[15]! += stability * rest * (power - 1);
    if (grade === 4) slopes[16]! += stability * rest * (power - 1);
    this.stabilityDays = stability * (1 + gain);
  }

  #forgotten(): void {
    const w = this.#w;
    const slopes = this.#stabilitySlopes;
    const [stability, difficulty, lost] = [this.stabilityDays, this.difficulty, 1 - this.recall];
    const shrink = Math.pow(difficulty, -w[12]!);
    const power = Math.pow(stability + 1, w[13]!);
    const late = Math.exp(w[14]! * lost);
    const after = w[11]! * shrink * (power - 1) * late;
    const most = stability / Math.exp(w[17]! * w[18]!);
    if (after > most && most >= SHORTEST_DAYS) {
      for (let index = 0; index < WEIGHT_COUNT; index += 1) slopes[index]! *= most / stability;
      slopes[17]! -= most * w[18]!;
      slopes[18]! -= most * w[17]!;
      this.stabilityDays = most;
      return;
    }
    const byStability = (w[11]! * shrink * late * w[13]! * power) / (stability + 1);
    this.#chain(byStability, (-w[12]! * after) / difficulty, -w[14]! * after);
    slopes[11]! += after / w[11]!;
    slopes[12]! -= after * Math.log(difficulty);
    slopes[13]! += w[11]! * shrink * late * power * Math.log(stability + 1);
    slopes[14]! += after * lost;
    this.stabilityDays = after;
  }

  #chain(byStability: number, byDifficulty: number, byRecall: number): void {
    const slopes = this.#stabilitySlopes;
    for (let index = 0; index < WEIGHT_COUNT; index += 1)
      slopes[index] =
        byStability * slopes[index]! +
        byDifficulty * this.#difficultySlopes[index]! +
        byRecall * this.recallSlopes[index]!;
  }

  #nextDifficulty(grade: number): void {
    const w = this.#w;
    const slopes = this.#difficultySlopes;
    const keep = 1 - w[7]!;
    const room = (10 - this.difficulty) / 9;
    const change = -w[6]! * (grade - 3);
    const moved = this.difficulty + change * room;
    const next = w[7]! * this.#easyDifficulty + keep * moved;
    this.difficulty = Math.min(10, Math.max(1, next));
    if (next !== this.difficulty) {
      slopes.fill(0);
      return;
    }
    for (let index = 0; index < WEIGHT_COUNT; index += 1) slopes[index]! *= keep * (1 - change / 9);
    slopes[4]! += w[7]!;
    slopes[5]! += w[7]! * this.#easyDifficultySlope;
    slopes[6]! -= keep * (grade - 3) * room;
    slopes[7]! += this.#easyDifficulty - moved;
  }
}
