import { resolve } from 'node:path';
import { fixedClock, systemClock } from '../core/services/clock.ts';
import type { Clock } from '../core/services/ports.ts';

/** The last instant a date can name, epoch ms. */
const LAST_INSTANT = 8_640_000_000_000_000;

/**
 * What the app is told from outside: `JAMDAI_DATA` names the data folder (a relative one is meant from where the app was
 * started), `JAMDAI_NOW` fixes the clock, epoch ms. Set but empty, they count as not set.
 * @param userData the data folder where none is named
 * @throws TypeError for a clock that is no whole number of a date
 */
export function readEnvironment(env: NodeJS.ProcessEnv, userData: string): { dataDir: string; clock: Clock } {
  const { JAMDAI_DATA, JAMDAI_NOW } = env;
  return {
    dataDir: resolve(JAMDAI_DATA || userData),
    clock: JAMDAI_NOW ? fixedClock(instant(JAMDAI_NOW)) : systemClock,
  };
}

function instant(text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value <= LAST_INSTANT)) throw new TypeError(`JAMDAI_NOW takes epoch milliseconds, not "${text}"`);
  return value;
}
