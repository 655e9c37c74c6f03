import { z } from 'zod';
import type { SourceCardState } from '../format.ts';

/** What FSRS of version 5 and older counts with, where a card does not say. */
const OLDER_DECAY = 0.5;

const Memory = z.object({
  s: z.number().positive().max(36_500),
  d: z.number().min(1).max(10),
  decay: z.number().positive().max(1).catch(OLDER_DECAY),
});

/** The FSRS memory in `cards.data`: both stability and difficulty, or none. @param data JSON; add-ons may leave anything there */
export function cardMemoryOf(data: string): Pick<SourceCardState, 'stabilityDays' | 'difficulty' | 'decay'> {
  if (!data.includes('"s"')) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(data);
  } catch {
    return {};
  }
  const memory = Memory.safeParse(parsed);
  if (!memory.success) return {};
  return { stabilityDays: memory.data.s, difficulty: memory.data.d, decay: memory.data.decay };
}
