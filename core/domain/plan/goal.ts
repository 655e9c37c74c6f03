import { readiness } from '../simulation/readiness.ts';
import { stepsAhead, type DaysAhead, type PlannedCard } from './days-ahead.ts';

/** What is wanted: on a study day, so much of a course. */
export interface Goal {
  readonly examDay: number;
  /** Expected recall on that day, 0.5 to 0.99. */
  readonly target: number;
}

/** How the time until the exam is spent, but for the new cards a day. */
export type GoalDays = Omit<DaysAhead, 'days' | 'untilDone' | 'fresh'> & {
  readonly fresh: Omit<DaysAhead['fresh'], 'perDay'>;
};

/** What is remembered on the day: mean share of all the questions, those never asked counted as 0, and where nine of ten results lie. */
export interface Expected {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

export interface Outlook extends Expected {
  /** New cards a day it was reckoned with. */
  readonly newPerDay: number;
  /** The least new cards a day with which the target is reached; null: with none. */
  readonly newPerDayWanted: number | null;
  /** The most that can be reached in the time there is. */
  readonly best: number;
}

/** A model that judges a memory too well does so for every question: standard deviation in logits. */
const DOUBT = 0.25;
/** Of more questions, every so manieth: the interval hardly depends on the rest. */
const MOST_QUESTIONS = 600;

/** What is remembered on the morning of the exam after so many new cards a day. Yields between days. */
export function* expectedOn(
  examDay: number,
  known: readonly PlannedCard[],
  plan: GoalDays,
  newPerDay: number,
): Generator<void, Expected> {
  const days = Math.max(0, examDay - plan.today);
  const ahead = yield* stepsAhead(known, { ...plan, days, fresh: { ...plan.fresh, perDay: newPerDay } });
  const recalls = ahead.cards.map(({ stabilityDays, lastDay }) =>
    plan.forgetting.recallAfter(stabilityDays, Math.max(0, examDay - lastDay)),
  );
  while (recalls.length < known.length + plan.fresh.cards) recalls.push(0);
  const stride = Math.ceil(recalls.length / MOST_QUESTIONS);
  const questions = recalls.filter((_, at) => at % stride === 0).map((recall) => ({ recall, guess: 0 }));
  const { low, high } = readiness(questions, { doubt: DOUBT });
  const expected = recalls.length === 0 ? 0 : recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
  return { expected, low: Math.min(low, expected), high: Math.max(high, expected) };
}

/** What comes of a goal with so many new cards a day, and how many it wants. Yields between days. */
export function* outlookOf(
  { examDay, target }: Goal,
  known: readonly PlannedCard[],
  plan: GoalDays,
  newPerDay: number,
): Generator<void, Outlook> {
  const now = yield* expectedOn(examDay, known, plan, newPerDay);
  const most = Math.max(newPerDay, plan.fresh.cards);
  const all = yield* expectedOn(examDay, known, plan, most);
  const best = Math.max(now.expected, all.expected);
  let [enough, little] = [now.expected >= target ? newPerDay : all.expected >= target ? most : null, -1];
  // More new cards a day never bring less, but for the days that are full: the least that is enough is looked for between.
  while (enough !== null && enough - little > 1) {
    const middle = Math.floor((little + enough) / 2);
    const { expected } = yield* expectedOn(examDay, known, plan, middle);
    if (expected >= target) enough = middle;
    else little = middle;
  }
  return { ...now, newPerDay, newPerDayWanted: enough, best };
}
