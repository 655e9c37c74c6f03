import { scaleLinear } from 'd3-scale';
import { monthName, noonOf, shortDay, yearName } from '../i18n/formats.ts';

/** A place along an axis, px, and what stands there. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** A scale from 0 to a round number that is at least `most`. With whole steps where only whole things are counted. */
export function countScale(most: number, ticks = 4): { readonly top: number; readonly values: readonly number[] } {
  const values = scaleLinear()
    .domain([0, Math.max(1, most)])
    .nice(ticks)
    .ticks(ticks)
    .filter(Number.isInteger);
  return { top: values.at(-1) ?? 1, values };
}

/** Days of a row that are worth a name, and the names: weeks of a short row, months of a long one, years of a very long one. */
export function dayTicks(from: number, to: number, most: number): { readonly day: number; readonly label: string }[] {
  const days = to - from + 1;
  if (days <= 7 * most)
    return every(from, to, days <= most ? 1 : 7).map((day) => ({ day, label: shortDay(noonOf(day)) }));
  const months = every(from, to, 1).filter((day) => new Date(noonOf(day)).getDate() === 1);
  const step = [1, 2, 3, 6, 12, 24, 60].find((size) => months.length / size <= most) ?? 120;
  return months
    .filter((day) => new Date(noonOf(day)).getMonth() % Math.min(step, 12) === 0)
    .filter((_, at) => step <= 12 || at % (step / 12) === 0)
    .map((day) => ({ day, label: labelOfMonth(noonOf(day)) }));
}

const labelOfMonth = (at: number) => (new Date(at).getMonth() === 0 ? yearName(at) : monthName(at));

function every(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step);
}
