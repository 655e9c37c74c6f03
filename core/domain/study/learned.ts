import type { CardState } from '../progress.ts';

/** A question is learned when it was right on so many different days: learned once, and learned again twice. */
export const DAYS_TO_LEARN = 3;

/** How far a lesson is learned. */
export interface Learned {
  /** Days, 0 to 3, on which every question was right that is not put away. */
  readonly dots: number;
  /** Share of the questions that were right on one day at least, on two, on three; 0 to 1. */
  readonly shares: readonly [number, number, number];
}

/** @param states of its questions; undefined: never touched */
export function learnedOf(states: readonly (CardState | undefined)[]): Learned {
  const asked = states.filter((state) => !state?.suspended);
  const share = (days: number) =>
    asked.length === 0 ? 0 : asked.filter((state) => (state?.daysRight ?? 0) >= days).length / asked.length;
  const shares = [share(1), share(2), share(DAYS_TO_LEARN)] as const;
  return { dots: shares.filter((one) => one === 1).length, shares };
}
