import type { SourceCardState } from '../format.ts';

/** What FSRS of version 5 and older counts with, where a card does not say. */
const OLDER_DECAY = 0.5;

/** The FSRS memory in `cards.data`: both stability and difficulty, or none. @param data JSON; add-ons may leave anything there */
export function cardMemoryOf(data: string): Pick<SourceCardState, 'stabilityDays' | 'difficulty' | 'decay'> {
  if (!data.includes('"s"')) return {};
  const { s, d, decay } = parsed(data);
  if (!isWithin(s, 0.000_1, 36_500) || !isWithin(d, 1, 10)) return {};
  return { stabilityDays: s, difficulty: d, decay: isWithin(decay, 0.01, 1) ? decay : OLDER_DECAY };
}

function parsed(data: string): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(data) ?? {}) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

const isWithin = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && value >= least && value <= most;
