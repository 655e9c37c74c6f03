import { UNTOUCHED } from '../../../domain/progress.ts';
import type { Grade } from '../../../domain/grade.ts';
import { keptOf, review } from '../../../domain/study/schedule.ts';
import type { Clock, NewEvent, ProgressStore } from '../../ports.ts';

/** The review that an answer to a card would append now. */
export function answerTo(store: ProgressStore, clock: Clock, card: string, grade: Grade): NewEvent {
  const { memory, last } = store.progress.cards.get(card) ?? UNTOUCHED;
  const { retention, rolloverHour } = store.progress.settings;
  const at = clock.now();
  const outcome = review(memory, grade, at, { utcOffsetMin: clock.utcOffsetMin(at), rolloverHour }, { retention });
  return {
    type: 'review',
    card,
    prev: last,
    mode: 'review',
    grade,
    memory: keptOf(outcome),
    retention,
    rolloverHour,
    elapsedMs: 4000,
  };
}

/** The same numbers for the same seed, 0 to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
