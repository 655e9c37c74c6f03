import type { CardId } from '../../../domain/ids.ts';
import { UNTOUCHED } from '../../../domain/progress.ts';
import type { Grade } from '../../../domain/grade.ts';
import { keptOf, review } from '../../../domain/study/schedule.ts';
import type { Clock, NewEvent, ProgressStore } from '../../ports.ts';

/** The review that an answer to a card would append now. */
export function answerTo(store: ProgressStore, clock: Clock, card: CardId, grade: Grade): NewEvent {
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
