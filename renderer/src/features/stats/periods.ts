import { weekdayOf } from '../../../../core/domain/study/study-day.ts';
import { dayTicks } from '../../charts/ticks.ts';
import { dayRange, longDate, monthAndYear, noonOf } from '../../i18n/formats.ts';
import { t } from '../../i18n/locale.svelte.ts';
import type { StatsPage } from './statistics.svelte.ts';

/** Study days that one bar is for, both counted in. */
export interface Period {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** Which days they are, in words. */
  readonly name: string;
  /** What stands under it, where there is room. */
  readonly tick?: string;
}

/** So many days may have a bar each, and so many weeks. */
const MOST_DAYS = 62;
const MOST_WEEKS = 60;
const LEAST_DAYS = 14;
/** Names that stand beside each other under a chart. */
const MOST_TICKS = 6;

/** A span of days as bars: days, weeks from Monday on, or months, so that there are not too many of them. */
export function periodsOf(from: number, to: number): readonly Period[] {
  const days = to - from + 1;
  const starts =
    days <= MOST_DAYS
      ? range(from, to)
      : range(from, to).filter((day) => day === from || (days <= MOST_WEEKS * 7 ? isMonday(day) : isFirst(day)));
  const ticks = dayTicks(from, to, MOST_TICKS);
  return starts.map((start, at) => {
    const end = (starts[at + 1] ?? to + 1) - 1;
    const tick = ticks.find(({ day }) => day >= start && day <= end);
    return {
      id: String(start),
      from: start,
      to: end,
      name: nameOf(start, end, days),
      ...(tick && { tick: tick.label }),
    };
  });
}

/** The first day with an answer in the range; today without any. */
export const firstDayOf = ({ days, today }: Pick<StatsPage, 'days' | 'today'>): number => days.days[0]?.day ?? today;

/** What charts of days show: the range from the first answer on, and two weeks at least, so that a beginner's are no empty year. */
export function shownPeriods(page: Pick<StatsPage, 'days' | 'today' | 'from'>): readonly Period[] {
  const from = Math.min(firstDayOf(page), page.today - LEAST_DAYS + 1);
  return periodsOf(Math.max(page.from, from), page.today);
}

/** The sum of something over the days of each period. */
export function sumsOf<D extends { readonly day: number }>(
  periods: readonly Period[],
  days: readonly D[],
  amount: (day: D) => number,
): number[] {
  const sums = periods.map(() => 0);
  let at = 0;
  for (const day of days) {
    while (at < periods.length && day.day > (periods[at]?.to ?? 0)) at += 1;
    const period = periods[at];
    if (period && day.day >= period.from) sums[at] = (sums[at] ?? 0) + amount(day);
  }
  return sums;
}

function nameOf(from: number, to: number, days: number): string {
  if (from === to) return longDate(noonOf(from));
  return days <= MOST_WEEKS * 7 ? dayRange(from, to) : monthAndYear(noonOf(from));
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const isMonday = (day: number) => weekdayOf(day) === 1;
const isFirst = (day: number) => new Date(noonOf(day)).getDate() === 1;

/** Time as “31 h 20 min”. */
export function timeWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return t('stats.hoursMinutes', Math.floor(minutes / 60), minutes % 60);
}
