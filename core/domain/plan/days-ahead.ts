import { seededRandom } from '../random.ts';
import { byWorth } from './day-plan.ts';
import type { Forgetting, Trace } from './forgetting.ts';
import { recallPerMinute, recallSaved } from './value.ts';

/** A card that was learned, as a plan sees it. Days are study days. */
export interface PlannedCard extends Trace {
  readonly lastDay: number;
  readonly dueDay: number;
  /** What a review of it takes, ms. */
  readonly ms: number;
}

/** How the days to come are spent. */
export interface DaysAhead {
  readonly today: number;
  readonly days: number;
  /** Time of a day, ms; 0 on a day off. Nothing falls due on a day off. */
  readonly budgetMs: (day: number) => number;
  /** Desired recall when a card comes due. */
  readonly retention: number;
  /** New cards that there are still to learn; so many a day at most, and only where no review is left over. */
  readonly fresh: { readonly cards: number; readonly perDay: number; readonly ms: number; readonly reviewMs: number };
  readonly forgetting: Forgetting;
  /** The same seed gives the same days. */
  readonly seed: string;
  /** Look no further than the first day that leaves nothing over. */
  readonly untilDone?: boolean;
}

export interface DayAhead {
  readonly day: number;
  /** Reviews that fall due on this day and are done on it, and those that were left from before it. */
  readonly reviews: number;
  readonly late: number;
  readonly fresh: number;
  readonly ms: { readonly reviews: number; readonly late: number; readonly fresh: number };
  /** Due, and not done by the end of the day. */
  readonly left: number;
}

export interface Ahead {
  readonly days: readonly DayAhead[];
  /** The cards at the end, new ones included. */
  readonly cards: readonly PlannedCard[];
}

interface Waiting {
  readonly card: PlannedCard;
  readonly worth: number;
}

/**
 * The days to come if all is done as planned: each day the most useful first within its time, what is left waits. Whether a card is
 * known is drawn by its recall. What a waiting card is worth is reckoned on the day it falls due: later it is at least that.
 */
export function daysAhead(known: readonly PlannedCard[], plan: DaysAhead): Ahead {
  const steps = stepsAhead(known, plan);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Cards between two steps. */
const GROUP = 1_000;

/** The same in steps, several a day where there are many cards, so that a host can do other things meanwhile. */
export function* stepsAhead(known: readonly PlannedCard[], plan: DaysAhead): Generator<void, Ahead> {
  const { today, days, budgetMs, retention, forgetting, fresh } = plan;
  const random = seededRandom(plan.seed);
  const last = today + days - 1;
  const due = new Map<number, PlannedCard[]>();
  const beyond: PlannedCard[] = [];
  const put = (card: PlannedCard, from: number) => {
    const day = Math.max(card.dueDay, from);
    const list = due.get(day) ?? [];
    if (day > last) beyond.push(card);
    else due.set(day, list);
    list.push(card);
  };
  for (const [i, card] of known.entries()) {
    if (i % GROUP === 0) yield;
    put(card, today);
  }
  const done: DayAhead[] = [];
  let waiting: Waiting[] = [];
  let newLeft = fresh.cards;
  for (let day = today; day <= last; day += 1) {
    const again = (trace: Trace, ms: number) => {
      const dueDay = dayOn(day + forgetting.daysUntil(trace.stabilityDays, retention), budgetMs);
      put({ ...trace, lastDay: day, dueDay, ms }, day + 1);
    };
    const fell = due.get(day) ?? [];
    due.delete(day);
    for (const [i, card] of fell.entries()) {
      if (i % GROUP === 0) yield;
      waiting.push({ card, worth: worthOf(card, day, forgetting) });
    }
    waiting = byWorth(waiting);
    yield;
    const worked = yield* reviewed(waiting, { day, budgetMs: budgetMs(day), forgetting, random, again });
    waiting = worked.waiting;
    const restMs = budgetMs(day) - worked.ms.reviews - worked.ms.late;
    const begun = waiting.length > 0 ? 0 : Math.min(newLeft, fresh.perDay, Math.floor(restMs / fresh.ms));
    for (let at = 0; at < begun; at += 1) again(forgetting.first, fresh.reviewMs);
    newLeft -= begun;
    const { reviews, late } = worked;
    done.push({
      day,
      reviews,
      late,
      fresh: begun,
      ms: { ...worked.ms, fresh: begun * fresh.ms },
      left: waiting.length,
    });
    if (plan.untilDone && waiting.length === 0) break;
    yield;
  }
  const later = [...due.values()].flat();
  return { days: done, cards: [...beyond, ...later, ...waiting.map(({ card }) => card)] };
}

interface Sitting extends Pick<DaysAhead, 'forgetting'> {
  readonly day: number;
  readonly budgetMs: number;
  readonly random: () => number;
  /** A card was answered: it comes back. */
  readonly again: (trace: Trace, ms: number) => void;
}

/** The reviews of one day, in their order, as far as its time goes. */
function* reviewed(waiting: readonly Waiting[], { day, budgetMs, forgetting, random, again }: Sitting) {
  const kept: Waiting[] = [];
  const ms = { reviews: 0, late: 0 };
  const count = { reviews: 0, late: 0 };
  for (const [i, one] of waiting.entries()) {
    if (i % GROUP === 0) yield;
    const { card } = one;
    if (ms.reviews + ms.late + card.ms > budgetMs) {
      kept.push(one);
      continue;
    }
    const kind = card.dueDay < day ? 'late' : 'reviews';
    count[kind] += 1;
    ms[kind] += card.ms;
    const elapsed = day - card.lastDay;
    const passed = random() < forgetting.recallAfter(card.stabilityDays, elapsed);
    again(forgetting.afterReview(card, elapsed, passed), card.ms);
  }
  return { ...count, ms, waiting: kept };
}

const worthOf = (card: PlannedCard, day: number, forgetting: Forgetting) =>
  recallPerMinute(recallSaved(card, day - card.lastDay, forgetting), card.ms);

/** The day itself, or the next one with time. */
function dayOn(day: number, budgetMs: (day: number) => number): number {
  let on = day;
  while (budgetMs(on) <= 0 && on < day + 400) on += 1;
  return on;
}

/** Mean probability of recall of the cards on a day; null where there are none. */
export function recallOn(cards: readonly PlannedCard[], day: number, forgetting: Forgetting): number | null {
  if (cards.length === 0) return null;
  const sum = cards.reduce((all, card) => all + forgetting.recallAfter(card.stabilityDays, day - card.lastDay), 0);
  return sum / cards.length;
}
