import { DAY_MS } from './study/study-day.ts';

/** How many backups of which age are kept: all of two days, then the newest of each of 12 days, 10 weeks and 12 months. */
export const KEEP = { allForMs: 2 * DAY_MS, days: 12, weeks: 10, months: 12 } as const;

/** Monday-based week of an instant (epoch ms, UTC): 1970-01-01 was a Thursday. */
const weekOf = (at: number): number => Math.floor((at / DAY_MS + 3) / 7);
const dayOf = (at: number): number => Math.floor(at / DAY_MS);
const monthOf = (at: number): number => {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

/** The newest of each of the latest `count` periods that have one. `times` come newest first. */
function newestOfEach(times: readonly number[], periodOf: (at: number) => number, count: number): number[] {
  const newest = new Map<number, number>();
  for (const at of times) if (!newest.has(periodOf(at))) newest.set(periodOf(at), at);
  return [...newest.values()].slice(0, count);
}

/** What is kept of backups whose newest was made at or before `now`. `times` come newest first. */
function kept(newestFirst: readonly number[], now: number): number[] {
  return [
    ...newestFirst.slice(0, 1),
    ...newestFirst.filter((at) => now - at <= KEEP.allForMs),
    ...newestOfEach(newestFirst, dayOf, KEEP.days),
    ...newestOfEach(newestFirst, weekOf, KEEP.weeks),
    ...newestOfEach(newestFirst, monthOf, KEEP.months),
  ];
}

/**
 * Which backups may go, by the instants they were made at (epoch ms, in any order). Those from the future, made while the
 * clock was ahead (or before it fell behind), are thinned among themselves: they take no place from the others, nor the
 * others from them. The newest of either are always kept.
 * @param now epoch ms
 */
export function backupsToDrop(times: readonly number[], now: number): number[] {
  const newestFirst = [...times].sort((a, b) => b - a);
  const ahead = newestFirst.filter((at) => at > now);
  const past = newestFirst.filter((at) => at <= now);
  const keep = new Set([...kept(past, now), ...kept(ahead, ahead[0] ?? now)]);
  return newestFirst.filter((at) => !keep.has(at));
}
