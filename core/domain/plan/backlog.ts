import { stepsAhead, type DayAhead, type DaysAhead, type PlannedCard } from './days-ahead.ts';

/** How a backlog may be worked off. */
export const SPEEDS = ['gentle', 'normal', 'fast'] as const;
type Speed = (typeof SPEEDS)[number];

/** A way to work a backlog off. */
export interface SpeedPlan {
  readonly speed: Speed;
  readonly minutes: number;
  /** Days until nothing is left over at the end of one; today is the first. */
  readonly days: number;
}

/** Without a time of the learner's own, a backlog ends within so many days. */
const DAYS_WITHOUT_BUDGET = 14;
/** A backlog that does not end within so many days is said not to end. */
const LONGEST_BACKLOG_DAYS = 60;

/** What a backlog is worked off with: the days ahead, but for their time and their number. */
export type BacklogDays = Omit<DaysAhead, 'budgetMs' | 'days' | 'untilDone'> & {
  /** Is it a day without study? */
  readonly isOff: (day: number) => boolean;
};

/** Cards that fell due before today. */
export const lateCards = <T extends PlannedCard>(cards: readonly T[], today: number): T[] =>
  cards.filter(({ dueDay }) => dueDay < today);

/**
 * The days of a backlog, with so many minutes each; without those after the first that leaves nothing over. Null: it does not end within
 * `most`. Yields between days.
 */
export function* workOff(
  cards: readonly PlannedCard[],
  plan: BacklogDays,
  minutes: number,
  most = LONGEST_BACKLOG_DAYS,
): Generator<void, readonly DayAhead[] | null> {
  const budgetMs = (day: number) => (plan.isOff(day) ? 0 : minutes * 60_000);
  const { days } = yield* stepsAhead(cards, { ...plan, budgetMs, days: most, untilDone: true });
  return days.at(-1)?.left === 0 ? days : null;
}

/** The most times that are tried, each a twelfth more than the one before. */
const MOST_TIMES = 24;

/** The least minutes a day with which it ends within so many days, to about a twelfth. */
function* minutesToEnd(
  cards: readonly PlannedCard[],
  plan: BacklogDays,
  days: number,
): Generator<void, SpeedPlan | null> {
  const { today } = plan;
  const dueMs = cards.reduce((sum, { dueDay, ms }) => (dueDay < today + days ? sum + ms : sum), 0);
  const working = Array.from({ length: days }, (_, at) => today + at).filter((day) => !plan.isOff(day)).length;
  const times = [Math.max(1, Math.ceil(dueMs / Math.max(1, working) / 60_000))];
  while (times.length < MOST_TIMES) times.push(Math.max(times.at(-1)! + 1, Math.ceil(times.at(-1)! * 1.08)));
  let least: SpeedPlan | null = null;
  // More time never ends it later, and each look plays all the days: by ever larger steps to one that ends it, then between the last two.
  let [short, enough] = [-1, MOST_TIMES];
  for (let at = 0, step = 1; enough - short > 1;) {
    const found = yield* workOff(cards, plan, times[at]!, days);
    if (found === null) short = at;
    else [enough, least] = [at, { speed: 'normal', minutes: times[at]!, days: found.length }];
    at = least ? Math.floor((short + enough) / 2) : Math.min(at + step, MOST_TIMES - 1);
    step *= 2;
  }
  return least;
}

/**
 * What a learner without minutes of their own works a backlog off with: their usual time, or what ends it within two weeks where that
 * is more. Yields between days.
 */
export function* minutesWithoutBudget(
  cards: readonly PlannedCard[],
  plan: BacklogDays,
  usual: number,
): Generator<void, number> {
  const found = yield* workOff(cards, plan, usual, DAYS_WITHOUT_BUDGET);
  if (found !== null) return usual;
  const enough = yield* minutesToEnd(cards, plan, DAYS_WITHOUT_BUDGET);
  return Math.max(usual, enough?.minutes ?? usual);
}

/**
 * The three speeds: the given time, about half the days, and about twice the days. Speeds that do not end are left out. Yields between days.
 * @param minutes a day at normal speed
 */
export function* speedsOf(
  cards: readonly PlannedCard[],
  plan: BacklogDays,
  minutes: number,
): Generator<void, readonly SpeedPlan[]> {
  const own = yield* workOff(cards, plan, minutes);
  const normal: SpeedPlan | null = own && { speed: 'normal', minutes, days: own.length };
  const days = normal?.days ?? LONGEST_BACKLOG_DAYS;
  const fast = days > 1 ? yield* minutesToEnd(cards, plan, Math.ceil(days / 2)) : null;
  const slower = Math.min(LONGEST_BACKLOG_DAYS, days * 2);
  const gentle = normal && slower > days ? yield* minutesToEnd(cards, plan, slower) : null;
  const found: SpeedPlan[] = [];
  if (gentle && normal && gentle.minutes < normal.minutes) found.push({ ...gentle, speed: 'gentle' });
  if (normal) found.push(normal);
  if (fast && fast.minutes > (normal?.minutes ?? 0)) found.push({ ...fast, speed: 'fast' });
  return found;
}
