/** z of a 90 % interval. */
const Z = 1.644_853_626_951_472_2;
/** From so many answers on a share may be said in words: its interval is then no wider than about 30 points. */
const ENOUGH_ANSWERS = 30;

export interface Share {
  readonly answers: number;
  readonly right: number;
  /** 0 to 1; null without an answer, as are the ends of its 90 % interval. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly enough: boolean;
}

/**
 * The 90 % interval of a share, 0 to 1.
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
 */
export function wilson(right: number, answers: number): { readonly low: number; readonly high: number } {
  const share = right / answers;
  const spread = (Z / (1 + Z ** 2 / answers)) * Math.sqrt((share * (1 - share)) / answers + (Z / (2 * answers)) ** 2);
  const middle = (share + Z ** 2 / (2 * answers)) / (1 + Z ** 2 / answers);
  return { low: Math.max(0, middle - spread), high: Math.min(1, middle + spread) };
}

export function shareOf(right: number, answers: number): Share {
  if (answers === 0) return { answers, right, share: null, low: null, high: null, enough: false };
  return { answers, right, share: right / answers, ...wilson(right, answers), enough: answers >= ENOUGH_ANSWERS };
}
