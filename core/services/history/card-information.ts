import { parametersIn } from '../../domain/history/parameters.ts';
import type { Handlers, Output } from '../../api/contract.ts';
import { countedMs } from '../../domain/history/answer-time.ts';
import { refOf, type JournalEvent } from '../../domain/history/events.ts';
import { batchOf } from '../../domain/history/voided.ts';
import type { CardId } from '../../domain/ids.ts';
import type { StudyOptions } from '../../domain/settings.ts';
import type { Spread } from '../../domain/study/day-choice.ts';
import { daysUntilDue, dueAt } from '../../domain/study/due.ts';
import { fadesOn } from '../../domain/study/fading.ts';
import { reasonsLater } from '../../domain/study/interval-reasons.ts';
import {
  endOfCurve,
  forgettingCurve,
  memoryTrace,
  type RecallPoint,
  type TracedReview,
} from '../../domain/study/memory-trace.ts';
import { MODES } from '../../domain/study/modes.ts';
import { retrievability, type Memory } from '../../domain/study/schedule.ts';
import type { Learner } from '../courses/learner.ts';
import { dayOf, HISTORY_DAYS } from './history-days.ts';

type Info = Output<'card.info'>;

/** Everything that is known of one card: where it is taught, its memory, its answers and what else was done to it. */
export function createCardInformation(learner: Learner): Pick<Handlers, 'card.info'> {
  const { store } = learner;

  /** Has it an undo, or can it still be taken back? As in the history. */
  function undoOf(event: JournalEvent): Pick<Info['changes'][number], 'undone' | 'undoable'> {
    const undone = store.isUndone(event);
    const isRecent = dayOf(event, learner.progress.settings.rolloverHour) > learner.moment().today - HISTORY_DAYS;
    return { undone, undoable: isRecent && (!undone || store.undoOf(batchOf(event) ?? refOf(event)) !== null) };
  }

  function reviewOf({ event, before, after }: TracedReview): Info['reviews'][number] {
    const counts = !store.isUndone(event) && MODES[event.mode].schedules;
    return {
      ref: refOf(event),
      at: event.at,
      mode: event.mode,
      grade: event.grade,
      verdict: event.verdict ?? null,
      response: (event.response as Info['reviews'][number]['response'] | undefined) ?? null,
      elapsedMs: countedMs(event),
      recallBefore: before && !store.isUndone(event) ? retrievability(before, event.at, learner.weights) : null,
      after:
        counts && after
          ? { intervalDays: after.intervalDays, stabilityDays: after.stabilityDays, difficulty: after.difficulty }
          : null,
      ...undoOf(event),
    };
  }

  function memoryOf(
    memory: Memory,
    { retention, leechLapses }: StudyOptions,
    spread: Spread,
  ): NonNullable<Info['memory']> {
    const moment = learner.moment();
    const days = daysUntilDue(memory, moment) ?? 0;
    const { intervalDays, stabilityDays, difficulty, reps, lapses } = memory;
    const reasons = reasonsLater(memory, retention, spread, learner.weights);
    return {
      due: dueAt(memory, moment),
      ...(days > 0 && { days }),
      intervalDays,
      stabilityDays,
      difficulty,
      recall: retrievability(memory, moment.now, learner.weights),
      fadesOn: fadesOn(memory, retention, moment, learner.weights),
      reps,
      lapses,
      leech: lapses >= leechLapses,
      interval: { ...reasons, window: [...reasons.window] },
    };
  }

  /** From the first answer after the last reset on. */
  function curveOf(events: readonly JournalEvent[], traced: readonly TracedReview[], memory: Memory): RecallPoint[] {
    const reset = events.findLast((event) => event.type === 'card' && event.change.reset && !store.isUndone(event));
    const from = reset ? events.indexOf(reset) : -1;
    const since = new Set(events.slice(from + 1));
    const memories = traced.flatMap(({ event, after }) =>
      since.has(event) && after && !store.isUndone(event) && MODES[event.mode].schedules ? [after] : [],
    );
    return forgettingCurve(memories, Math.max(learner.clock.now(), endOfCurve(memory)), learner.weights);
  }

  function infoOf(cardId: CardId): Info {
    const card = learner.catalog.card(cardId);
    const { course, lesson, question } = card;
    const state = learner.cardState(cardId);
    const { memory, revision, introducedAt, suspended, buriedUntilDay, flag, marked, daysRight } = state;
    const moment = learner.moment();
    const { today } = moment;
    const options = learner.options(course.id);
    const events = store.eventsOf(cardId);
    const traced = memoryTrace(events, (event) => store.isUndone(event), parametersIn(store.progress));
    return {
      cardId,
      kind: question.kind,
      prompt: question.prompt,
      ...learner.catalog.passageOf(card),
      course: { id: course.id, title: course.title },
      lesson: { id: lesson.id, number: lesson.number, title: lesson.title },
      sectionId: question.sectionId,
      revision,
      phase: memory?.phase ?? (introducedAt === null && course.kind !== 'deck' ? 'unread' : 'new'),
      introducedAt,
      memory: memory && memoryOf(memory, options, learner.scheduling(card, state, moment).spread),
      target: options.retention,
      today,
      asked: question.retired ? 'no-more' : card.termId === undefined ? 'course' : 'glossary',
      ...(question.level && { level: question.level }),
      suspended,
      buried: buriedUntilDay > today,
      flag,
      marked,
      daysRight,
      reviews: traced.map(reviewOf).reverse(),
      curve: memory ? curveOf(events, traced, memory) : [],
      changes: events
        .flatMap((event) =>
          event.type === 'card'
            ? [{ ref: refOf(event), at: event.at, cards: event.cards.length, change: event.change, ...undoOf(event) }]
            : [],
        )
        .reverse(),
    };
  }

  return { 'card.info': async ({ cardId }) => infoOf(cardId) };
}
