import type { Response } from '../question.ts';

/** Options beyond the sixteenth (`p`) are not told apart. */
const MOST = 16;
const FIRST = 'a'.charCodeAt(0);

/** The bit of an option by its id, which is a letter from `a` on; 0 for any other id. */
export function bitOf(optionId: string): number {
  const place = optionId.length === 1 ? optionId.charCodeAt(0) - FIRST : -1;
  return place >= 0 && place < MOST ? 1 << place : 0;
}

/** The options that a response picks, a bit each; 0 for one that is no choice of options. */
export function pickedIn(response: Response | undefined): number {
  if (typeof response === 'string') return bitOf(response);
  if (!Array.isArray(response)) return 0;
  return (response as readonly string[]).reduce((bits, id) => bits | bitOf(id), 0);
}
