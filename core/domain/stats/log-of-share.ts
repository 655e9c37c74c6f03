/** Steps between 0 and 1 whose logarithms are kept. */
const STEPS = 1_024;
/** Below it a step is too wide for so few terms. */
const LEAST = 1 / 8;

/** Of the middle of each step its logarithm and its inverse. */
const LOGS = Float64Array.from({ length: STEPS + 1 }, (_, step) => Math.log((step + 0.5) / STEPS));
const INVERSES = Float64Array.from({ length: STEPS + 1 }, (_, step) => STEPS / (step + 0.5));

/**
 * The natural logarithm of a share, above 0 and up to 1, to 14 places: that of the nearest kept one, and the series for what is left.
 * Scoring a million predictions by `Math.log` takes a fifth of the time of all charts.
 */
export function logOfShare(share: number): number {
  if (!(share >= LEAST)) return Math.log(share);
  const step = Math.trunc(share * STEPS);
  const rest = share * INVERSES[step]! - 1;
  return LOGS[step]! + rest * (1 - rest * (1 / 2 - rest * (1 / 3 - rest * (1 / 4 - rest / 5))));
}
