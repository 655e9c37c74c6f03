import { execFileSync } from 'node:child_process';
import { openStore } from '../core/services/store/open-store.ts';
import { clock } from './clock.ts';
import { queueOf } from './first-card.ts';

export interface Start {
  /** From the process being started to its being gone again, the first card told in between. */
  readonly startMs: number;
  /** Resident memory of that process when the first card is known, MB (10⁶ bytes). */
  readonly residentMb: number;
}

/** Opens the store, tells the first card and ends: what `measureStart` starts. */
export async function startOnly(dataDir: string): Promise<void> {
  const store = await openStore({ dataDir, clock });
  const card = queueOf(store).next(clock.now(), () => true);
  process.stdout.write(`${JSON.stringify({ card, residentMb: Math.round(process.memoryUsage().rss / 1e6) })}\n`);
  process.exit(0);
}

/** Process start to first card, as the one who starts it sees it: the middle one of five. `program` is this bench. */
export function measureStart(program: string, dataDir: string): Start {
  const runs = Array.from({ length: 5 }, (): Start => {
    const began = performance.now();
    const out = execFileSync(process.execPath, [program, '--start', dataDir], { encoding: 'utf8' });
    return { startMs: performance.now() - began, residentMb: (JSON.parse(out) as Start).residentMb };
  });
  return runs.sort((a, b) => a.startMs - b.startMs)[2]!;
}
