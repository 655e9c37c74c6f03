import type { DayWindow } from './day-window.ts';

/** Days on either side of a window that tell what is usual there. */
const MARGIN_DAYS = 7;
/** How much less likely a day is for each review that it has more than is usual. */
const PER_REVIEW = 1;

/**
 * One of the days of a window, the likelier the fewer reviews it has against what is usual thereabouts. What is usual is a straight
 * line through the loads: of days further ahead less is known, and that must not draw every review there.
 *
 * @param days those that may be chosen, in days from today; at least one
 * @param loadOn reviews due so many days from today
 * @param isOpen may a review be due then at all?
 * @param random from 0 up to, not including, 1
 */
export function balancedDay(
  days: readonly number[],
  { from, to }: DayWindow,
  loadOn: (days: number) => number,
  isOpen: (days: number) => boolean,
  random: number,
): number {
  const usual = lineThrough(Math.max(1, from - MARGIN_DAYS), to + MARGIN_DAYS, loadOn, isOpen);
  const beyond = days.map((day) => loadOn(day) - usual(day));
  const quietest = Math.min(...beyond);
  const chances = beyond.map((reviews) => Math.exp(-PER_REVIEW * (reviews - quietest)));
  let left = random * chances.reduce((sum, chance) => sum + chance, 0);
  const chosen = chances.findIndex((chance) => (left -= chance) < 0);
  return days[chosen] ?? days.at(-1)!;
}

/** The least-squares line through the loads of the open days. */
function lineThrough(
  from: number,
  to: number,
  loadOn: (days: number) => number,
  isOpen: (days: number) => boolean,
): (days: number) => number {
  let [n, x, y, xx, xy] = [0, 0, 0, 0, 0];
  for (let day = from; day <= to; day += 1) {
    if (!isOpen(day)) continue;
    const load = loadOn(day);
    n += 1;
    x += day;
    y += load;
    xx += day * day;
    xy += day * load;
  }
  const spread = n * xx - x * x;
  const slope = spread === 0 ? 0 : (n * xy - x * y) / spread;
  return (day) => y / n + slope * (day - x / n);
}
