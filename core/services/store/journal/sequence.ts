import type { Stamp } from '../../../domain/history/events.ts';
import { MAX_SEQ_GAP } from '../../../domain/history/limits.ts';

/** What the next event of a journal must come after. */
export type Before = Pick<Stamp, 'seq' | 'order'>;

export const comesAfter = (event: Before, before: Before): boolean =>
  event.seq > before.seq && event.seq <= before.seq + MAX_SEQ_GAP && event.order >= before.order;

/**
 * Does an event run ahead of the one that follows it, which goes on from what was before? Then it is the one line that is wrong,
 * not all those that follow. Two lines of one number that do follow: the first stays.
 */
export const isAstray = (event: Before, before: Before, following: Before): boolean =>
  !comesAfter(following, event) &&
  comesAfter(following, before) &&
  (following.seq !== event.seq || event.seq !== before.seq + 1);
