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

/** Study days in a row up to today; a day without study yet does not break the row until it is over. */
export function streakDays(days: ReadonlyMap<number, DayTotal>, today: number): number {
  const studied = (day: number) => isStudied(days.get(day));
  const last = studied(today) ? today : today - 1;
  let first = last;
  while (studied(first)) first -= 1;
  return last - first;
}
