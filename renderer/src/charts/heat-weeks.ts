import { weekdayOf } from '../../../core/domain/study/study-day.ts';

export interface HeatCell {
  readonly day: number;
  readonly reviews: number;
  /** 0 to 4, by thirds of the busiest usual day. */
  readonly level: 0 | 1 | 2 | 3 | 4;
}

const daysSinceMonday = (day: number): number => (weekdayOf(day) + 6) % 7;

/** A day as busy as this, or busier, has the darkest tone, however little was done in the half year. */
const FULL_AT_LEAST = 20;

/** Weeks from Monday to Sunday, oldest first; null where a week reaches beyond the days given. */
export function heatWeeks(days: readonly { readonly day: number; readonly reviews: number }[]): (HeatCell | null)[][] {
  const full = Math.max(FULL_AT_LEAST, ...days.map(({ reviews }) => reviews * 0.75));
  const cells: (HeatCell | null)[] = Array.from({ length: days[0] ? daysSinceMonday(days[0].day) : 0 }, () => null);
  for (const { day, reviews } of days) {
    const level = reviews === 0 ? 0 : (Math.min(4, 1 + Math.floor((reviews / full) * 3.999)) as 1 | 2 | 3 | 4);
    cells.push({ day, reviews, level: reviews >= full ? 4 : level });
  }
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
