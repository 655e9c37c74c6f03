import type { CardId } from '../core/domain/ids.ts';
import { openStore } from '../core/services/store/open-store.ts';
import { clock } from './clock.ts';
import { queueOf } from './first-card.ts';
import { cpuMs, epochMs } from './timing.ts';

export interface FirstCard {
  readonly card: CardId | null;
  /** Resident memory when the first card is known, MB (10⁶ bytes). */
  readonly residentMb: number;
  /** When it was known, epoch ms to the microsecond. */
  readonly at: number;
  /** Processor time it took up to then, all threads, ms. */
  readonly startCpuMs: number;
}

/** Opens the store and tells the first card. */
export async function firstCard(dataDir: string): Promise<FirstCard> {
  const store = await openStore({ dataDir, clock });
  const card = queueOf(store).next(clock.now(), () => 0);
  return {
    card,
    at: epochMs(),
    residentMb: Math.round(process.memoryUsage().rss / 1e6),
    startCpuMs: Math.round(cpuMs()),
  };
}
