/** Two-sided 90 % of the normal distribution. */
const Z_90 = 1.6448536269514722;

/** Right answers of so many questions, and the share of all such questions that would be right, 0 to 1, with a 90 % interval. */
export interface Score {
  readonly right: number;
  readonly of: number;
  /** 0 where nothing was asked. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's interval (1927): holds for few questions too, and never leaves 0 to 1.
 * @throws RangeError where more are right than were asked
 */
export function scoreOf(right: number, of: number): Score {
  if (right < 0 || right > of) throw new RangeError(`${right} right of ${of}`);
  if (of === 0) return { right, of, share: 0, low: 0, high: 1 };
  const share = right / of;
  const z2 = Z_90 * Z_90;
  const centre = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Z_90 / (1 + z2 / of)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
  return { right, of, share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/**
 * What is known, 0 to 1, when some of the right answers were lucky: k + (1 − k) × chance = share, solved for k.
 * @param chance mean chance of the questions to be guessed, 0 to 1
 */
export function withoutLuck(share: number, chance: number): number {
  return chance >= 1 ? 0 : Math.max(0, (share - chance) / (1 - chance));
}
