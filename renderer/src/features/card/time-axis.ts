import type { Axis, LinePoint } from '../../charts/line-chart.ts';
import { dayTicks } from '../../charts/ticks.ts';
import { DAY_MS } from '../../../../core/domain/study/study-day.ts';
import { noonOf, timeOfDay } from '../../i18n/formats.ts';

const TICKS = 6;
/** Answers of one moment get an hour to stand in: hours and minutes of its ticks differ. */
const HOUR_MS = 3_600_000;

/** From an instant to another, epoch ms, with days or hours by name. */
export function timeAxis(from: number, last: number): Axis {
  const to = Math.max(last, from + HOUR_MS);
  if (to - from < 3 * DAY_MS) {
    const times = Array.from({ length: TICKS }, (_, at) => from + ((to - from) * at) / (TICKS - 1));
    return { from, to, ticks: times.map((value) => ({ value, label: timeOfDay(value) })) };
  }
  const days = dayTicks(Math.floor(from / DAY_MS), Math.floor(to / DAY_MS), TICKS);
  const ticks = days.map(({ day, label }) => ({ value: noonOf(day), label }));
  return { from, to, ticks: ticks.filter(({ value }) => value >= from && value <= to) };
}

/** A line that stays at each value until the next one. */
export const stepped = (points: readonly LinePoint[]): LinePoint[] =>
  points.flatMap((point, at) => {
    const before = points[at - 1];
    return before ? [{ x: point.x, y: before.y }, point] : [point];
  });
