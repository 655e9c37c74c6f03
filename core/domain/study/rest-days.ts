import { weekdayOf } from './study-day.ts';

/** Study days on which no review may fall due. */
export interface RestDays {
  /** Days of the week, 0 (Sunday) to 6; at most six of them. */
  readonly easyDays: readonly number[];
  /** Study days from one to another, both included. */
  readonly vacations: readonly { readonly from: number; readonly to: number }[];
}

export const NO_REST: RestDays = { easyDays: [], vacations: [] };

export function isRestDay(day: number, { easyDays, vacations }: RestDays): boolean {
  // Every answer asks this of all days around its own, and most learners have no such days.
  if (easyDays.length === 0 && vacations.length === 0) return false;
  return easyDays.includes(weekdayOf(day)) || vacations.some(({ from, to }) => day >= from && day <= to);
}

/** The first study day from `day` on that is no rest day. */
export function workDayFrom(day: number, rest: RestDays): number {
  let found = day;
  while (isRestDay(found, rest)) {
    const vacation = rest.vacations.find(({ from, to }) => found >= from && found <= to);
    found = vacation ? vacation.to + 1 : found + 1;
  }
  return found;
}

/** The last study day up to `day` that is no rest day; null where there is none from `least` on. */
export function workDayUpTo(day: number, least: number, rest: RestDays): number | null {
  let found = day;
  while (found >= least && isRestDay(found, rest)) {
    const vacation = rest.vacations.find(({ from, to }) => found >= from && found <= to);
    found = vacation ? vacation.from - 1 : found - 1;
  }
  return found >= least ? found : null;
}
