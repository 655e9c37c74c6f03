import { createHash } from 'node:crypto';
import type { Progress } from '../../domain/progress.ts';
import type { Snapshot } from '../store/snapshot/snapshot.ts';

/** A state as the digest reads it: a live one, or the frozen one of a snapshot. */
export type State = Pick<Snapshot, 'cards' | 'lessons' | 'days' | 'settings' | 'reviewsTotal'>;

/** Cards between two chances to give the loop free. */
const GROUP = 200;

/**
 * One number for a whole state: equal states have equal digests, in whatever order their cards stand. Each entry is hashed
 * alone (SHA-256) and the hashes are joined by exclusive or. In steps; 64 hex digits.
 */
export function* digesting({ cards, lessons, days, settings, reviewsTotal }: State): Generator<void, string> {
  const sum = Buffer.alloc(32);
  const add = (...entry: unknown[]) => {
    const hash = createHash('sha256').update(JSON.stringify(entry)).digest();
    for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! ^ hash[i]!;
  };
  let count = 0;
  for (const { id, state } of cards) {
    const { memory, introducedAt, suspended, buriedUntilDay, flag, marked, last, revision } = state;
    add('card', id, memory, introducedAt, suspended, buriedUntilDay, flag, marked, last, revision);
    if (++count % GROUP === 0) yield;
  }
  for (const { id, state } of lessons)
    if (state) add('lesson', id, Object.entries(state.read).sort(), state.place, state.opened);
  for (const [day, total] of days)
    add('day', day, total.reviews, total.passed, total.dueReviews, total.fresh, total.practice, total.elapsedMs);
  add('settings', Object.entries(settings).sort());
  add('reviews', reviewsTotal);
  return sum.toString('hex');
}

/** A live progress as a state; walk through it before anything else is accepted. */
export function stateOf(progress: Progress): State {
  const { settings, reviewsTotal, days } = progress;
  const cards = (function* () {
    for (const [id, state] of progress.cards) yield { id, state, trail: [] };
  })();
  return {
    settings,
    reviewsTotal,
    days: [...days],
    lessons: [...progress.lessons].map(([id, state]) => ({ id, state, trail: [] })),
    cards,
  };
}
