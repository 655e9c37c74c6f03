import { seededRandom } from '../random.ts';
import { fuzzWindow, type DayWindow } from './day-window.ts';
import { balancedDay } from './load-balance.ts';
import { isRestDay, NO_REST, workDayFrom, workDayUpTo, type RestDays } from './rest-days.ts';

/** How reviews are spread over days. It decides on which day a card comes back, never what is known of it. */
export interface Spread {
  /** Of card and repetition: the same seed chooses the same day. Null: no fuzz. */
  readonly seed: string | null;
  /** Reviews that are due on a study day so far; null: not balanced. */
  readonly loadOn: ((day: number) => number) | null;
  readonly rest: RestDays;
  /** Reviews a day that come up so soon that they have no days to choose from: about as many as new cards are begun. */
  readonly soonADay: number;
}

/** Every card comes back on the day that FSRS wants. */
export const NO_SPREAD: Spread = { seed: null, loadOn: null, rest: NO_REST, soonADay: 0 };

/**
 * What decided the day of a review. `target`: recall falls to the target then. `fuzz`, `balance`: one of the days around that, by the
 * seed alone, or by what else is due. `apart`: behind the day of the next worse grade. `not-shorter`: the interval before was
 * longer than what is wanted. `maximum`: the longest interval allowed. `rest-day`: all days around it are kept free.
 */
export const DAY_RULES = ['target', 'fuzz', 'balance', 'apart', 'not-shorter', 'maximum', 'rest-day'] as const;
export type DayRule = (typeof DAY_RULES)[number];

/** What is asked of the day of one grade; all in days from today. */
export interface DayWish {
  /** What FSRS wants, not rounded. */
  readonly wanted: number;
  /** The interval before, where this must not be shorter; else 0. */
  readonly notShorter: number;
  /** Of the next worse grade, which never comes back later; 0 where that has no day. */
  readonly worse: number;
  /** Should it be a day later than the next worse grade? */
  readonly isApart: boolean;
  readonly maximum: number;
}

/** A day, and how it came about; all in days from today. */
export interface DayChoice {
  readonly days: number;
  /** What FSRS wants, not rounded. */
  readonly wanted: number;
  /** The days there were to choose from, rest days among them. */
  readonly window: DayWindow;
  readonly rule: DayRule;
}

/** Further ahead too little is known of a day to balance it. */
const MOST_BALANCED_DAYS = 365;

/** @param today the study day from which days are counted */
export function chooseDay(wish: DayWish, today: number, spread: Spread): DayChoice {
  const { wanted } = wish;
  const { seed, rest } = spread;
  const exact = Math.max(1, Math.round(wanted));
  const around = seed === null ? { from: exact, to: exact } : fuzzWindow(wanted);
  const window = allowed(around, wish);
  // The way of a million when an import comes in: without making anything that is not needed.
  if (seed === null && rest === NO_REST) {
    const rule = forcedBy(wish, around) ?? 'target';
    return { days: window.from, wanted, window, rule };
  }
  const isOpen = (days: number) => !isRestDay(today + days, rest);
  const open: number[] = [];
  for (let days = window.from; days <= window.to; days += 1) if (isOpen(days)) open.push(days);
  const of = (days: number, rule: DayRule) => ({ days, wanted, window, rule });
  const [first] = open;
  if (first === undefined) return of(nearestOpen(window, wish, today, rest), 'rest-day');
  const forced = forcedBy(wish, around);
  if (seed === null || open.length === 1) return of(first, forced ?? 'target');
  const random = seededRandom(seed)();
  const loadOn = window.to > MOST_BALANCED_DAYS ? null : spread.loadOn;
  if (loadOn === null) return of(open[Math.floor(random * open.length)]!, forced ?? 'fuzz');
  const expected = (ahead: number) => loadOn(today + ahead) + spread.soonADay * displaced(ahead, isOpen);
  const days = balancedDay(open, window, expected, isOpen, random);
  return of(days, forced ?? 'balance');
}

const leastOf = ({ notShorter, worse, isApart }: DayWish): number =>
  Math.max(1, notShorter, isApart ? worse + 1 : worse);

/** The maximum holds before all but the order of the grades. */
const mostOf = ({ maximum, worse }: DayWish): number => Math.max(1, maximum, worse);

/** The part of a window that is allowed; where nothing of it is, the nearest allowed day. */
function allowed({ from, to }: DayWindow, wish: DayWish): DayWindow {
  const clamp = (days: number) => Math.min(Math.max(days, leastOf(wish)), mostOf(wish));
  return { from: clamp(from), to: clamp(to) };
}

/** The rule that left nothing of the days around what is wanted; null where none did. */
function forcedBy(wish: DayWish, around: DayWindow): DayRule | null {
  const least = leastOf(wish);
  if (Math.max(around.from, least) > mostOf(wish)) return 'maximum';
  if (around.to >= least) return null;
  return wish.notShorter === least ? 'not-shorter' : 'apart';
}

/**
 * The nearest day to a window of rest days that is none: before it where that breaks no rule, else behind it; behind the maximum only
 * where there is none before either.
 */
function nearestOpen(window: DayWindow, wish: DayWish, today: number, rest: RestDays): number {
  const upTo = (most: number, least: number) => {
    const found = workDayUpTo(today + most, today + least, rest);
    return found === null ? null : found - today;
  };
  const before = upTo(window.from - 1, leastOf(wish));
  if (before !== null) return before;
  const behind = workDayFrom(today + window.to + 1, rest) - today;
  if (behind <= mostOf(wish)) return behind;
  return upTo(window.from - 1, Math.max(1, wish.worse)) ?? behind;
}

/**
 * Which share of the reviews that come up soon a day gets beside its own, by the rest days next to it: nobody knows of them until a day
 * or two before, and then the day before a rest day gets those that would fall on it, the day behind it those of which only that is
 * left. Shares by which a simulated year is most even.
 */
const displaced = (day: number, isOpen: (day: number) => boolean): number => {
  if (!isOpen(day)) return 0;
  const before = isOpen(day + 1) ? 0 : isOpen(day + 2) ? 1 : 1.8;
  return before + (isOpen(day - 1) ? 0 : 0.5);
};
