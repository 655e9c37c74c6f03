import { keptTime } from '../../domain/history/answer-time.ts';
import type { ReviewMode } from '../../domain/history/events.ts';
import type { Grade } from '../../domain/grade.ts';
import { courseIdOf, type EventRef } from '../../domain/ids.ts';
import type { Judgement } from '../../domain/judgement.ts';
import type { CardState } from '../../domain/progress.ts';
import type { Response } from '../../domain/question.ts';
import { chosenSchedule } from '../../domain/study/schedule-choices.ts';
import { keptOf, type Memory } from '../../domain/study/schedule.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import type { Learner } from '../courses/learner.ts';
import type { NewEvent } from '../ports.ts';

/** An answer that has its grade, and what comes of it. */
export interface ReviewToKeep {
  readonly card: CatalogCard;
  /** The state the grade is given for. */
  readonly before: CardState;
  readonly mode: ReviewMode;
  readonly grade: Grade;
  /** Null where the answer moves no schedule. */
  readonly memory: Memory | null;
  /** The parameters the memory was computed with; null: the model's defaults. */
  readonly parameters: EventRef | null;
  /** Null when the learner graded alone. */
  readonly judgement: Judgement | null;
  readonly elapsedMs: number;
  readonly response?: Response | undefined;
  readonly corrects?: EventRef | undefined;
  readonly sure?: boolean | undefined;
}

/** The event of an answer, with everything its memory is computed from again after a merge or an undo. */
export function reviewEvent(learner: Learner, answer: ReviewToKeep): Extract<NewEvent, { type: 'review' }> {
  const { card, before, mode, grade, memory, parameters, judgement, response, corrects, sure } = answer;
  const options = learner.options(card.course.id);
  const schedule = chosenSchedule(options);
  const { elapsedMs, ...cap } = keptTime(answer.elapsedMs, options.answerTimeCapS);
  return {
    type: 'review',
    card: card.cardId,
    prev: before.last,
    mode,
    grade,
    memory: memory && keptOf(memory),
    retention: options.retention,
    rolloverHour: learner.progress.settings.rolloverHour,
    elapsedMs,
    ...(judgement && { verdict: judgement.verdict }),
    ...(response !== undefined && { response: response as never }),
    ...(corrects !== undefined && { corrects }),
    ...(sure !== undefined && { sure }),
    ...cap,
    ...(courseIdOf(card.cardId) !== card.course.id && { course: card.course.id }),
    ...(parameters !== null && { parameters }),
    ...(schedule && { schedule }),
  };
}
