import { FSRSAlgorithm, type FSRSState } from 'ts-fsrs';
import type { Grade } from '../grade.ts';
import { randomFrom } from '../random.ts';
import { DEFAULT_WEIGHTS, WEIGHT_BOUNDS } from './fsrs6.ts';
import { collectHistories, type GivenAnswer, type ReviewHistories } from './review-histories.ts';

const PUBLISHED_SPREAD = [
  0.8, 0.8, 0.8, 0.8, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32, 0.14,
  0.27,
];

type Random = () => number;
const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Weights of some learner. @param apart how far from the published ones, as a share of how far learners are */
export function someWeights(seed: number, apart = 0.5): number[] {
  const random = randomFrom(seed);
  return DEFAULT_WEIGHTS.map((weight, index) => {
    const by = normal(random) * PUBLISHED_SPREAD[index]! * apart;
    const [low, high] = WEIGHT_BOUNDS[index]!;
    return Math.min(high, Math.max(low, index < 4 ? weight * Math.exp(by) : weight + by));
  });
}

function pick(random: Random, shares: readonly (readonly [Grade, number])[]): Grade {
  let left = random();
  for (const [grade, share] of shares) {
    left -= share;
    if (left < 0) return grade;
  }
  return shares.at(-1)![0];
}

/** Grades the answer of a card that was last asked so many days ago; null days: the first answer. */
type Learner = (state: FSRSState | null, days: number | null, random: Random) => Grade;

const PASSED = [[2, 0.1], [3, 0.8], [4, 0.1]] as const; // prettier-ignore
const FIRST = [[1, 0.25], [2, 0.15], [3, 0.5], [4, 0.1]] as const; // prettier-ignore

/** Remembers by FSRS-6 under these weights. */
export function learnerOf(weights: readonly number[]): Learner {
  const truth = new FSRSAlgorithm({ w: [...weights] });
  return (state, days, random) => {
    if (days === null || state === null) return pick(random, FIRST);
    const recall = days === 0 ? 0.85 : truth.forgetting_curve(days, state.stability);
    return random() < recall ? pick(random, PASSED) : 1;
  };
}

/** Answers without memory: right as often on the next day as after a year. */
export const noisyLearner =
  (right: number): Learner =>
  (_, days, random) =>
    days === null ? pick(random, FIRST) : random() < right ? pick(random, PASSED) : 1;

interface LogOptions {
  readonly seed: number;
  readonly learner: Learner;
  readonly weights: readonly number[];
  /** Ends with the day on which there are so many answers. */
  readonly reviews: number;
  readonly newPerDay?: number;
}

interface StudiedCard {
  /** As the schedule sees it, and as it is. */
  planned: FSRSState | null;
  state: FSRSState | null;
  lastDay: number | null;
  readonly answers: GivenAnswer[];
}

/** Learning steps that are left on a day: a new card is asked until it was right twice, a forgotten one until it was once. */
function stepsAfter(left: number, grade: Grade, isNew: boolean): number {
  if (grade === 1) return isNew ? 2 : 1;
  return grade === 4 ? 0 : Math.max(0, left - (grade === 3 ? 1 : 0));
}

/** A log as a schedule by the published weights, with learning steps, leads to at a recall of 90 %. */
export function syntheticLog({ seed, learner, weights, reviews, newPerDay = 10 }: LogOptions): ReviewHistories {
  const random = randomFrom(seed);
  const truth = new FSRSAlgorithm({ w: [...weights] });
  const schedule = new FSRSAlgorithm({ w: [...DEFAULT_WEIGHTS] });
  const cards: StudiedCard[] = [];
  const dueOn = new Map<number, StudiedCard[]>();
  let count = 0;
  for (let day = 0; count < reviews; day += 1) {
    const fresh = Array.from({ length: newPerDay }, (): StudiedCard => ({
      planned: null,
      state: null,
      lastDay: null,
      answers: [],
    }));
    cards.push(...fresh);
    for (const card of [...(dueOn.get(day) ?? []), ...fresh]) {
      const isNew = card.state === null;
      let left = isNew ? 2 : 0;
      do {
        const days = card.lastDay === null ? null : day - card.lastDay;
        const grade = learner(card.state, days, random);
        card.state = truth.next_state(card.state, days ?? 0, grade);
        card.planned = schedule.next_state(card.planned, days ?? 0, grade);
        card.lastDay = day;
        card.answers.push({ day, grade });
        count += 1;
        left = stepsAfter(left, grade, isNew);
      } while (left > 0);
      const due = day + schedule.next_interval(card.planned.stability, 0);
      const others = dueOn.get(due);
      if (others) others.push(card);
      else dueOn.set(due, [card]);
    }
    dueOn.delete(day);
  }
  return collectHistories(cards.map(({ answers }) => answers));
}
