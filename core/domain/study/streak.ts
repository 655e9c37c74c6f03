import { vacationOn } from '../plan/vacation.ts';
import type { Vacation } from '../settings.ts';
import type { DayTotal } from '../progress.ts';

const isStudied = (total: DayTotal | undefined) => (total?.reviews ?? 0) > 0;

/** How many days were studied, and how many have passed since the last (0: today; null: none yet). Days to come are left out. */
export function studiedDays(
  days: ReadonlyMap<number, DayTotal>,
  today: number,
): { daysStudied: number; daysSinceStudy: number | null } {
  let [daysStudied, last] = [0, -Infinity];
  for (const [day, total] of days) {
    if (day > today || !isStudied(total)) continue;
    daysStudied += 1;
    last = Math.max(last, day);
  }
  return { daysStudied, daysSinceStudy: daysStudied === 0 ? null : today - last };
}

/**
 * Study days in a row up to today; a day without study yet does not break the row until it is over, and a vacation does not break it:
 * its days count where they were studied.
 */
export function streakDays(
  days: ReadonlyMap<number, DayTotal>,
  today: number,
  vacations: readonly Vacation[] = [],
): number {
  const studied = (day: number) => isStudied(days.get(day));
  const first = [...days.keys()].reduce((least, day) => Math.min(least, day), today);
  let streak = studied(today) ? 1 : 0;
  for (let day = today - 1; day >= first && (studied(day) || vacationOn(vacations, day) !== null); day -= 1) {
    if (studied(day)) streak += 1;
  }
  return streak;
}
