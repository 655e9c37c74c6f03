import type { Weights } from '../study/memory-model.ts';
import { retrievability, type Memory } from '../study/schedule.ts';
import { chanceToReach, drawnScoreDistribution, scoreInterval } from './score-distribution.ts';

/** A question of an exam to come. */
export interface ExpectedQuestion {
  /** Probability that its answer is remembered then, 0 to 1. */
  readonly recall: number;
  /** Chance of a right answer where it is not, 0 to 1: see `guessChance`. */
  readonly guess: number;
}

/** A predicted score. Shares are of the questions asked, 0 to 1. */
export interface Readiness {
  /** How many are asked. */
  readonly questions: number;
  /** Mean share of right answers. */
  readonly expected: number;
  /** Ends of the interval that holds the score nine times in ten. */
  readonly low: number;
  readonly high: number;
  /** How likely a share of at least `pass` is; null where no mark was given. */
  readonly passes: number | null;
  /** What the mean would be by guessing alone. */
  readonly byGuessing: number;
}

export interface ReadinessOptions {
  /** So many are drawn by lot from the questions; all are asked where it is left out. */
  readonly drawn?: number;
  /** Share of right answers that is wanted, 0 to 1. */
  readonly pass?: number;
  /**
   * How far the recall of all questions together may be off, standard deviation in logits: a learner whose memory the model judges
   * too well has that in every question. 0: the predictions are right on the average.
   */
  readonly doubt?: number;
}

/** What is remembered of a card on a day without further study; nothing of one that was never answered. */
export const recallOn = (memory: Memory | null | undefined, at: number, weights: Weights = null): number =>
  memory ? retrievability(memory, at, weights) : 0;

/** Recall as a share of right answers: what is not remembered may still be guessed. */
const rightChance = ({ recall, guess }: ExpectedQuestion): number => recall + (1 - recall) * guess;

/** Nodes and weights of a normal distribution: Gauss–Hermite quadrature of seven points, exact for polynomials up to degree 13. */
const NORMAL: readonly (readonly [number, number])[] = [
  [-3.750439717725742, 5.48268855972217e-4],
  [-2.366759410734541, 3.07571239675864e-2],
  [-1.154405394739968, 0.240123178605012],
  [0, 0.457142857142857],
  [1.154405394739968, 0.240123178605012],
  [2.366759410734541, 3.07571239675864e-2],
  [3.750439717725742, 5.48268855972217e-4],
];

function shifted(recall: number, logits: number): number {
  if (recall <= 0 || recall >= 1) return recall;
  return 1 / (1 + ((1 - recall) / recall) * Math.exp(-logits));
}

function likelyScores(questions: readonly ExpectedQuestion[], drawn: number, doubt: number): Float64Array {
  if (doubt <= 0) return drawnScoreDistribution(questions.map(rightChance), drawn);
  const mixed = new Float64Array(drawn + 1);
  for (const [node, weight] of NORMAL) {
    const chances = questions.map(({ recall, guess }) => rightChance({ recall: shifted(recall, node * doubt), guess }));
    const likely = drawnScoreDistribution(chances, drawn);
    for (let right = 0; right <= drawn; right += 1) mixed[right]! += weight * likely[right]!;
  }
  return mixed;
}

/**
 * The score to expect of these questions, with the interval that holds nine of ten scores: each question is remembered with its own
 * probability and guessed otherwise, none depends on another. No question: every figure is 0.
 */
export function readiness(questions: readonly ExpectedQuestion[], options: ReadinessOptions = {}): Readiness {
  const drawn = Math.max(0, Math.min(options.drawn ?? questions.length, questions.length));
  const pass = options.pass ?? null;
  if (drawn === 0)
    return { questions: 0, expected: 0, low: 0, high: 0, passes: pass === null ? null : 0, byGuessing: 0 };
  const likely = likelyScores(questions, drawn, options.doubt ?? 0);
  const { low, high } = scoreInterval(likely);
  let mean = 0;
  for (let right = 1; right <= drawn; right += 1) mean += right * likely[right]!;
  return {
    questions: drawn,
    expected: mean / drawn,
    low: low / drawn,
    high: high / drawn,
    passes: pass === null ? null : chanceToReach(likely, pass * drawn - 1e-9),
    byGuessing: questions.reduce((sum, { guess }) => sum + guess, 0) / questions.length,
  };
}
