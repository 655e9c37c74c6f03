/** One sitting: the local hour at which it begins, with a fraction, and how long it lasts at most. */
export interface Sitting {
  readonly hour: number;
  readonly minutes: number;
}

/** How often something is done on a weekday, Sunday first. */
const ON_WEEKDAY = [0.6, 0.94, 0.92, 0.95, 0.9, 0.86, 0.72];
/** Days before the last one, when nothing was done: an examination season, a journey, and the last weekend. */
const PAUSES = [
  { from: 199, to: 188 },
  { from: 64, to: 60 },
  { from: 2, to: 1 },
];

/** When a made-up learner studies on a day. @param daysLeft to the last day; @param weekday 0 is Sunday */
export function sittings(daysLeft: number, weekday: number, random: () => number): Sitting[] {
  const paused = PAUSES.some(({ from, to }) => daysLeft <= from && daysLeft >= to);
  if (paused || random() > (ON_WEEKDAY[weekday] ?? 1)) return [];
  const morning = { hour: 6.6 + 1.8 * random(), minutes: 6 + 8 * random() };
  const noon = { hour: 12.1 + 1.2 * random(), minutes: 3 + 4 * random() };
  const evening = { hour: 18.5 + 3.6 * random(), minutes: 8 + 10 * random() };
  const chosen = [
    ...(random() < 0.62 ? [morning] : []),
    ...(random() < 0.2 ? [noon] : []),
    ...(random() < 0.58 ? [evening] : []),
  ];
  return chosen.length > 0 ? chosen : [random() < 0.5 ? morning : evening];
}

/** How much of the recall is there at an hour: the mornings are the best. */
export function alertness(hour: number): number {
  if (hour < 10) return 1;
  return hour < 21 ? 0.975 : 0.91;
}
