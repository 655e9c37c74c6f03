import { DAY_RULES, type DayRule, type Spread } from './day-choice.ts';
import { fuzzWindow } from './day-window.ts';
import { modelOf, type Weights } from './memory-model.ts';
import { isRestDay } from './rest-days.ts';
import type { Memory, Outlook } from './schedule.ts';
import { DAY_MS } from './study-day.ts';

/**
 * What decided when a card comes back: the rules of days, or: `step`: a learning step. `promised`: its day was promised under other
 * options or parameters, or the learner set it.
 */
export const INTERVAL_RULES = [...DAY_RULES, 'step', 'promised'] as const;
type IntervalRule = (typeof INTERVAL_RULES)[number];

/** A day that the card could have come back on, in days from its answer. */
interface OtherDay {
  readonly days: number;
  /** Reviews that were due then before this one. */
  readonly load: number;
  readonly isRest: boolean;
}

/** Why a card comes back when it does. Days are counted from its answer; probabilities are 0 to 1. */
export interface IntervalReasons {
  readonly rule: IntervalRule;
  /** What FSRS wants, not rounded; null in a learning step. */
  readonly wantedDays: number | null;
  /** Predicted recall when it comes back. */
  readonly recallAtDue: number;
  /** The days there were to choose from, at most `MOST_DAYS` around the chosen one; none in a learning step. */
  readonly window: readonly OtherDay[];
}

const MOST_DAYS = 31;

/** Why an answer brings its card back when it does. @param spread as it was for the choice */
export function reasonsOf({ memory, choice }: Outlook, spread: Spread, weights: Weights): IntervalReasons {
  if (choice === null) return { ...STEP, recallAtDue: recallAtDue(memory, weights) };
  const { days, rule, wanted: wantedDays, window } = choice;
  return {
    rule,
    wantedDays,
    recallAtDue: recallAtDue(memory, weights),
    window: daysOf(window, days, memory.lastDay, spread),
  };
}

/** What can be said later of the interval a card has: what was due on other days when it was chosen is not known any more. */
export function reasonsLater(memory: Memory, retention: number, spread: Spread, weights: Weights): IntervalReasons {
  if (memory.phase !== 'review') return { ...STEP, recallAtDue: recallAtDue(memory, weights) };
  const wantedDays = modelOf(weights).daysUntil(retention, memory.stabilityDays);
  const days = Math.ceil(memory.intervalDays);
  const around = fuzzWindow(wantedDays);
  const isAround = days >= around.from && days <= around.to;
  const rule: DayRule | 'promised' =
    days === Math.max(1, Math.round(wantedDays)) ? 'target' : isAround ? 'fuzz' : 'promised';
  return {
    rule,
    wantedDays,
    recallAtDue: recallAtDue(memory, weights),
    window: daysOf(around, days, memory.lastDay, spread),
  };
}

const STEP = { rule: 'step', wantedDays: null, window: [] } as const;

function recallAtDue({ phase, stabilityDays, intervalDays, due, lastReview }: Memory, weights: Weights): number {
  const days = phase === 'review' ? intervalDays : Math.max(0, due - lastReview) / DAY_MS;
  return modelOf(weights).recall(stabilityDays, days);
}

function daysOf(
  { from, to }: { readonly from: number; readonly to: number },
  chosen: number,
  answered: number,
  { loadOn, rest }: Spread,
): OtherDay[] {
  const around = Math.floor(MOST_DAYS / 2);
  const [first, last] = [
    Math.min(Math.max(from, chosen - around), chosen),
    Math.max(Math.min(to, chosen + around), chosen),
  ];
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const days = first + i;
    const day = answered + days;
    return { days, load: loadOn?.(day) ?? 0, isRest: isRestDay(day, rest) };
  }).filter(({ days }) => days === chosen || (days >= from && days <= to));
}
