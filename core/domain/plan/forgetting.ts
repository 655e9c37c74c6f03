import { FSRSAlgorithm, generatorParameters } from 'ts-fsrs';
import type { Memory } from '../study/schedule.ts';

/** What FSRS knows of a card: the days in which its recall falls to 90 %, and 1 to 10. */
export type Trace = Pick<Memory, 'stabilityDays' | 'difficulty'>;

/** How cards are forgotten and learned again, in days and without calendars: for plans, where no promise is made. */
export interface Forgetting {
  /** Probability of recall so many days after the last answer, 0 to 1. */
  recallAfter(stabilityDays: number, days: number): number;
  /** Mean probability of recall between two such times. @param to more than `from` */
  meanRecall(stabilityDays: number, from: number, to: number): number;
  /** Days until recall has fallen to `retention`, at least 1. */
  daysUntil(stabilityDays: number, retention: number): number;
  /** What an answer leaves so many days (1 or more) after the last one. One that is missed is learned again in the same sitting. */
  afterReview(trace: Trace, days: number, passed: boolean): Trace;
  /** What the first day leaves of a new card. */
  readonly first: Trace;
}

const [AGAIN, GOOD, EASY] = [1, 3, 4] as const;
const [LEAST_STABILITY, MOST_STABILITY] = [0.001, 36_500];
const made = new Map<string, Forgetting>();

/** @param weights of FSRS-6; null: the model's own */
export function forgettingOf(weights: readonly number[] | null): Forgetting {
  const key = weights?.join() ?? '';
  const known = made.get(key);
  if (known) return known;
  if (made.size > 8) made.clear();
  const forgetting = makeForgetting(weights);
  made.set(key, forgetting);
  return forgetting;
}

const clamped = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/**
 * Source: FSRS-6, `FSRSAlgorithm.next_state` of ts-fsrs 5, without its rounding to eight places: a plan looks at a hundred times as many
 * answers as there are, and spends its time on these formulas.
 */
function makeForgetting(weights: readonly number[] | null): Forgetting {
  const model = new FSRSAlgorithm(generatorParameters(weights ? { w: weights } : {}));
  const w = [...model.parameters.w] as (readonly number[])[number][];
  const at = (index: number) => w[index]!;
  const decay = at(20);
  const factor = 0.9 ** (-1 / decay) - 1;
  const growth = Math.exp(at(8));
  const keptShare = Math.exp(-at(17) * at(18));
  const easiest = model.init_difficulty(EASY);
  const recallAfter = (stabilityDays: number, days: number) =>
    (1 + (factor * Math.max(0, days)) / stabilityDays) ** -decay;
  const difficultyAfter = (difficulty: number, grade: number) => {
    const moved = difficulty - (at(6) * (grade - GOOD) * (10 - difficulty)) / 9;
    return clamped(at(7) * easiest + (1 - at(7)) * moved, 1, 10);
  };
  const learnedAgain = ({ stabilityDays, difficulty }: Trace): Trace => {
    const gain = Math.max(1, stabilityDays ** -at(19) * Math.exp(at(17) * at(18)));
    return {
      stabilityDays: clamped(stabilityDays * gain, LEAST_STABILITY, MOST_STABILITY),
      difficulty: difficultyAfter(difficulty, GOOD),
    };
  };
  const first = model.next_state(null, 0, GOOD);
  return {
    recallAfter,
    meanRecall(stabilityDays, from, to) {
      const upTo = (days: number) => (1 + (factor * Math.max(0, days)) / stabilityDays) ** (1 - decay);
      return ((stabilityDays / (factor * (1 - decay))) * (upTo(to) - upTo(from))) / (to - from);
    },
    daysUntil: (stabilityDays, retention) =>
      Math.max(1, Math.round((stabilityDays / factor) * (retention ** (-1 / decay) - 1))),
    afterReview(trace, days, passed) {
      const { stabilityDays, difficulty } = trace;
      const forgotten = 1 - recallAfter(stabilityDays, days);
      if (!passed) {
        const left =
          at(11) * difficulty ** -at(12) * ((stabilityDays + 1) ** at(13) - 1) * Math.exp(forgotten * at(14));
        const least = clamped(
          stabilityDays * keptShare,
          LEAST_STABILITY,
          clamped(left, LEAST_STABILITY, MOST_STABILITY),
        );
        return learnedAgain({ stabilityDays: least, difficulty: difficultyAfter(difficulty, AGAIN) });
      }
      const gain = growth * (11 - difficulty) * stabilityDays ** -at(9) * (Math.exp(forgotten * at(10)) - 1);
      return {
        stabilityDays: clamped(stabilityDays * (1 + gain), LEAST_STABILITY, MOST_STABILITY),
        difficulty: difficultyAfter(difficulty, GOOD),
      };
    },
    first: learnedAgain({ stabilityDays: first.stability, difficulty: first.difficulty }),
  };
}
