import { drawnScoreDistribution, scoreInterval } from '../simulation/score-distribution.ts';
import type { ExpectedQuestion } from '../simulation/readiness.ts';

/** The questions one part is drawn from, and how many are: all of them once the exam is drawn. */
export interface PartToCome {
  readonly questions: readonly ExpectedQuestion[];
  readonly drawn: number;
}

/** A predicted share of right answers, 0 to 1. */
export interface Expectation {
  readonly expected: number;
  /** Ends of the interval that holds the score nine times in ten. */
  readonly low: number;
  readonly high: number;
  /** What blind guessing would get. */
  readonly byGuessing: number;
}

/** The score to expect of an exam whose parts are drawn each from its own questions; null where nothing is asked. */
export function expectationOf(parts: readonly PartToCome[]): Expectation | null {
  const asked = parts.reduce((sum, { drawn }) => sum + drawn, 0);
  if (asked === 0) return null;
  const scores = parts
    .filter(({ drawn }) => drawn > 0)
    .map(({ questions, drawn }) => drawnScoreDistribution(questions.map(rightChance), drawn))
    .reduce(together);
  const { low, high } = scoreInterval(scores);
  const mean = scores.reduce((sum, likely, right) => sum + likely * right, 0);
  const guessed = parts.reduce(
    (sum, { questions, drawn }) => sum + drawn * meanOf(questions.map(({ guess }) => guess)),
    0,
  );
  return { expected: Math.min(1, mean / asked), low: low / asked, high: high / asked, byGuessing: guessed / asked };
}

/** What is not remembered may still be guessed. */
const rightChance = ({ recall, guess }: ExpectedQuestion): number => recall + (1 - recall) * guess;

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The distribution of the sum of two scores. */
function together(one: Float64Array, other: Float64Array): Float64Array {
  const sum = new Float64Array(one.length + other.length - 1);
  for (const [a, likelyA] of one.entries())
    for (const [b, likelyB] of other.entries()) sum[a + b] = sum[a + b]! + likelyA * likelyB;
  return sum;
}
