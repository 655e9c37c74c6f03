/** Days among which fuzz may choose, both included. */
export interface DayWindow {
  readonly from: number;
  readonly to: number;
}

/** How much of each part of an interval fuzz may add or take away. */
const SHARES = [
  { from: 2.5, to: 7, share: 0.15 },
  { from: 7, to: 20, share: 0.1 },
  { from: 20, to: Infinity, share: 0.05 },
] as const;
const LEAST_FUZZED = 2.5;
/** What was fuzzed is never due the next day. */
const LEAST_DAYS = 2;

/**
 * The days around an interval: one day and 15 % of it up to 7 days, 10 % of the rest up to 20, 5 % of what is beyond; alone the
 * interval itself below 2.5 days. As Anki and FSRS have it (`get_fuzz_range` of ts-fsrs).
 *
 * @param days not rounded
 */
export function fuzzWindow(days: number): DayWindow {
  if (days < LEAST_FUZZED) {
    const exact = Math.max(1, Math.round(days));
    return { from: exact, to: exact };
  }
  const delta = SHARES.reduce((sum, { from, to, share }) => sum + share * Math.max(0, Math.min(days, to) - from), 1);
  return { from: Math.max(LEAST_DAYS, Math.round(days - delta)), to: Math.round(days + delta) };
}
