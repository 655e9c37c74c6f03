import { resolve } from 'node:path';
import { fixedClock, systemClock } from './clock.ts';
import type { SteadyClock } from './ports.ts';

/** The last instant (epoch ms) a clock may be set to: the year of a date has four digits. */
const LATEST = Date.UTC(9999, 0, 1);

/** `JAMDAI_DATA` as a full path; undefined where it is not set, or set but empty. */
export const dataFolderIn = (env: NodeJS.ProcessEnv): string | undefined =>
  env['JAMDAI_DATA'] ? resolve(env['JAMDAI_DATA']) : undefined;

/**
 * The clock of every shell: the system's, or one that stands still at `--now` or else at `JAMDAI_NOW`. An empty variable counts
 * as not set.
 * @throws TypeError where that is no instant (epoch ms)
 */
export function clockFor(now: string | undefined, env: NodeJS.ProcessEnv): SteadyClock {
  if (now !== undefined) return fixedClock(wholeNumber('--now', now, LATEST));
  const variable = env['JAMDAI_NOW'];
  return variable ? fixedClock(wholeNumber('JAMDAI_NOW', variable, LATEST)) : systemClock;
}

/** @throws TypeError that says what is wrong with the option `name` */
export function wholeNumber(name: string, text: string, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value <= most)) throw new TypeError(`${name} takes a whole number up to ${most}, not "${text}"`);
  return value;
}
