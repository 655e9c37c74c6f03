import type { DayTotal } from '../progress.ts';

/** Study days in a row up to today; a day without study yet does not break the row until it is over. */
export function streakDays(days: ReadonlyMap<number, DayTotal>, today: number): number {
  const studied = (day: number) => (days.get(day)?.reviews ?? 0) > 0;
  const last = studied(today) ? today : today - 1;
  let first = last;
  while (studied(first)) first -= 1;
  return last - first;
}
