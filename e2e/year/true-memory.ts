/** What a made-up learner really remembers of one question. The app does not see it, only the answers that come of it. */
export interface TrueMemory {
  /** How easy the question is for this learner, 0 to 1. */
  readonly ease: number;
  /** Days until recall falls to 90 %; null before the first answer. */
  readonly stabilityDays: number | null;
  /** Epoch ms of the last answer. */
  readonly at: number;
}

const DAY_MS = 86_400_000;
/** Forgetting is a little faster at first and slower later than the app assumes of everybody. */
const DECAY = -0.18;
const FACTOR = 0.9 ** (1 / DECAY) - 1;

/** Probability of a right answer now, before any guessing. */
export function trueRecall({ ease, stabilityDays, at }: TrueMemory, now: number): number {
  // What was just read is half known.
  if (stabilityDays === null) return 0.6 + 0.32 * ease;
  const days = (now - at) / DAY_MS;
  return Math.min(0.985, (1 + (FACTOR * days) / stabilityDays) ** DECAY);
}

/** The memory after an answer: a success lengthens it the more, the nearer it was to being lost. */
export function trueMemoryAfter(memory: TrueMemory, recalled: boolean, now: number): TrueMemory {
  const { ease, stabilityDays } = memory;
  const after = (days: number) => ({ ease, stabilityDays: days, at: now });
  if (stabilityDays === null) return after(recalled ? 0.8 + 4.5 * ease : 0.4);
  const recall = trueRecall(memory, now);
  if (!recalled) return after(Math.max(0.3, Math.min(stabilityDays * 0.7, 1.4 * stabilityDays ** 0.3)));
  const growth = 10 * (0.15 + ease) * stabilityDays ** -0.08 * (Math.exp(1.2 * (1 - recall)) - 1);
  return after(Math.min(900, stabilityDays * (1 + growth)));
}
