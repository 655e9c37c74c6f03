import type { Forgetting, Trace } from '../plan/forgetting.ts';
import { randomFrom } from '../random.ts';

/** A card in the schedule. Days are study days. */
export interface ScheduledCard extends Trace {
  readonly lastDay: number;
  readonly dueDay: number;
  /** What an answer to it takes, ms, and what is needed besides where it was missed. */
  readonly ms: number;
  readonly missedMs: number;
}

/** A card that was never answered. */
export interface FreshCard {
  /** What its first day takes, ms. */
  readonly firstMs: number;
  readonly ms: number;
  readonly missedMs: number;
}

/** How the days to come are studied. */
export interface SimulatedHabits {
  readonly today: number;
  readonly days: number;
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  /** Desired recall when a card comes due, 0 to 1. */
  readonly retention: number;
  readonly maximumIntervalDays: number;
  readonly forgetting: Forgetting;
  /** The same seed gives the same days. */
  readonly seed: number;
}

/** A column a figure, a row a day. */
interface SimulatedDays {
  readonly reviews: Float64Array;
  readonly fresh: Float64Array;
  readonly minutes: Float64Array;
  /** Cards that would be remembered at the end of the day, of all in the schedule (sum of their recall). */
  readonly remembered: Float64Array;
  /** Due, and over the limit of the day. */
  readonly left: Float64Array;
}

export interface Simulation extends SimulatedDays {
  /** Recall on the day after the last one, 0 to 1: known cards in their order, then new ones in theirs. Not begun: 0. */
  readonly recall: Float64Array;
}

/** Intervals are spread by this share to both sides, from three days on. */
const SPREAD = 0.05;
const SPREAD_FROM_DAYS = 3;

/** All cards as columns: thousands of days are counted through them. */
class Cards {
  readonly stability: Float64Array;
  readonly difficulty: Float64Array;
  readonly lastDay: Float64Array;
  readonly dueDay: Float64Array;
  readonly ms: Float64Array;
  readonly missedMs: Float64Array;

  constructor(known: readonly ScheduledCard[], fresh: readonly FreshCard[]) {
    const all = [...known, ...fresh];
    const column = (value: (card: ScheduledCard) => number) =>
      Float64Array.from({ length: all.length }, (_, at) => (at < known.length ? value(known[at]!) : 0));
    this.stability = column((card) => card.stabilityDays);
    this.difficulty = column((card) => card.difficulty);
    this.lastDay = column((card) => card.lastDay);
    this.dueDay = column((card) => card.dueDay);
    this.ms = Float64Array.from(all, ({ ms }) => ms);
    this.missedMs = Float64Array.from(all, ({ missedMs }) => missedMs);
  }

  after(card: number, { stabilityDays, difficulty }: Trace, day: number, interval: number): void {
    this.stability[card] = stabilityDays;
    this.difficulty[card] = difficulty;
    this.lastDay[card] = day;
    this.dueDay[card] = day + interval;
  }
}

/**
 * Plays the days to come: what is due is answered up to the limit, whether it is known is drawn by its recall, then new cards are
 * learned. Yields after each day, so that it can be done in slices.
 */
export function* simulate(
  known: readonly ScheduledCard[],
  fresh: readonly FreshCard[],
  habits: SimulatedHabits,
): Generator<undefined, Simulation> {
  const { today, days, newPerDay, reviewsPerDay, retention, maximumIntervalDays, forgetting } = habits;
  const random = randomFrom(habits.seed);
  const cards = new Cards(known, fresh);
  const column = () => new Float64Array(days);
  const result = { reviews: column(), fresh: column(), minutes: column(), remembered: column(), left: column() };
  const dueOn: number[][] = Array.from({ length: days }, () => []);
  const enqueue = (card: number, from: number) => {
    const index = Math.max(cards.dueDay[card]! - today, from);
    if (index < days) dueOn[index]!.push(card);
  };
  const intervalOf = ({ stabilityDays }: Trace) => {
    const wanted = forgetting.daysUntil(stabilityDays, retention);
    const by = wanted < SPREAD_FROM_DAYS ? 0 : wanted * SPREAD * (2 * random() - 1);
    return Math.max(1, Math.min(maximumIntervalDays, Math.round(wanted + by)));
  };
  const recallOf = (card: number, day: number) =>
    forgetting.recallAfter(cards.stability[card]!, day - cards.lastDay[card]!);
  for (let card = 0; card < known.length; card += 1) enqueue(card, 0);
  let begun = known.length;
  let waiting: number[] = [];
  for (let index = 0; index < days; index += 1) {
    const day = today + index;
    const due = [...waiting, ...dueOn[index]!];
    dueOn[index] = [];
    const asked = due.slice(0, reviewsPerDay);
    waiting = due.slice(reviewsPerDay);
    let ms = 0;
    for (const card of asked) {
      const elapsed = day - cards.lastDay[card]!;
      const passed = random() < recallOf(card, day);
      const before = { stabilityDays: cards.stability[card]!, difficulty: cards.difficulty[card]! };
      const after = forgetting.afterReview(before, elapsed, passed);
      cards.after(card, after, day, intervalOf(after));
      enqueue(card, index + 1);
      ms += cards.ms[card]! + (passed ? 0 : cards.missedMs[card]!);
    }
    const until = Math.min(begun + newPerDay, known.length + fresh.length);
    result.fresh[index] = until - begun;
    for (; begun < until; begun += 1) {
      ms += fresh[begun - known.length]!.firstMs;
      cards.after(begun, forgetting.first, day, intervalOf(forgetting.first));
      enqueue(begun, index + 1);
    }
    let remembered = 0;
    for (let card = 0; card < begun; card += 1) remembered += recallOf(card, day);
    result.reviews[index] = asked.length;
    result.minutes[index] = ms / 60_000;
    result.remembered[index] = remembered;
    result.left[index] = waiting.length;
    yield;
  }
  const recall = Float64Array.from({ length: known.length + fresh.length }, (_, card) =>
    card < begun ? recallOf(card, today + days) : 0,
  );
  return { ...result, recall };
}
