import { fsrs, State, type Card, type FSRS } from 'ts-fsrs';
import type { Grade } from '../grade.ts';
import { DAY_MS, startOfStudyDay, studyDay, toStudyTime, type StudyClock } from './study-day.ts';

export type Phase = 'learning' | 'review' | 'relearning';

/**
 * What an answer left, as its event keeps it. Instants are epoch ms; stability is in days (the time in which recall falls
 * to 90 %); difficulty is 1 to 10; `step` counts the learning steps done; `intervalDays` is 0 while in steps.
 */
export interface KeptMemory {
  readonly phase: Phase;
  readonly due: number;
  readonly stabilityDays: number;
  readonly difficulty: number;
  readonly intervalDays: number;
  readonly step: number;
  readonly reps: number;
  readonly lapses: number;
  readonly lastReview: number;
}

/**
 * Memory of a card that has been answered at least once. `lastDay` is the study day of `lastReview` where and as the learner
 * counted days then: what lies days ahead is counted from it, and `due` only says when a learning step ends.
 */
export interface Memory extends KeptMemory {
  readonly lastDay: number;
}

/** The memory that an event leaves: its day is that of the event's own clock. */
export const rememberedBy = (memory: KeptMemory, clock: StudyClock): Memory => ({
  ...keptOf(memory),
  lastDay: studyDay(memory.lastReview, clock),
});

/** What an event keeps of a memory: the day follows from its own clock. */
export function keptOf(memory: KeptMemory): KeptMemory {
  const { phase, due, stabilityDays, difficulty, intervalDays, step, reps, lapses, lastReview } = memory;
  return { phase, due, stabilityDays, difficulty, intervalDays, step, reps, lapses, lastReview };
}

/** Desired probability of recall when a card comes due, 0.70 to 0.97. */
export interface ScheduleOptions {
  readonly retention: number;
}

const MAX_INTERVAL_DAYS = 36_500;

const schedulers = new Map<number, FSRS>();
function scheduler(retention: number): FSRS {
  let found = schedulers.get(retention);
  if (!found) {
    found = fsrs({
      request_retention: retention,
      maximum_interval: MAX_INTERVAL_DAYS,
      enable_fuzz: false,
      enable_short_term: true,
      learning_steps: ['1m', '10m'],
      relearning_steps: ['10m'],
    });
    schedulers.set(retention, found);
  }
  return found;
}

const STATE_OF: Record<Phase, State> = { learning: State.Learning, review: State.Review, relearning: State.Relearning };
const PHASE_OF: Record<State, Phase> = {
  [State.New]: 'learning',
  [State.Learning]: 'learning',
  [State.Review]: 'review',
  [State.Relearning]: 'relearning',
};

function toFsrs(memory: Memory | null, studyNow: number, clock: StudyClock): Card {
  if (!memory) {
    return {
      due: new Date(studyNow),
      stability: 0,
      difficulty: 0,
      elapsed_days: 0,
      scheduled_days: 0,
      learning_steps: 0,
      reps: 0,
      lapses: 0,
      state: State.New,
    };
  }
  return {
    due: new Date(toStudyTime(memory.due, clock)),
    stability: memory.stabilityDays,
    difficulty: memory.difficulty,
    elapsed_days: 0,
    scheduled_days: memory.intervalDays,
    learning_steps: memory.step,
    reps: memory.reps,
    lapses: memory.lapses,
    state: STATE_OF[memory.phase],
    // Only its day counts. It may lie ahead of today: the learner flew west, or changed the hour at which days begin.
    last_review: new Date(Math.min(memory.lastDay, Math.floor(studyNow / DAY_MS)) * DAY_MS),
  };
}

/**
 * The memory after one graded answer. Pure: same arguments, same result; `memory` (null: never answered) is kept.
 *
 * A day-scale interval ends at the beginning of its study day, wherever in the day the answer was given; a learning step ends
 * to the millisecond. An answer dated before the last one (a clock that went back) counts as given at the last one.
 *
 * Source: FSRS-6, `FSRS.next` of ts-fsrs 5. It counts whole UTC days between reviews, so it is given study days: today's, and
 * that of the last answer as it was counted then.
 */
export function review(
  memory: Memory | null,
  grade: Grade,
  at: number,
  clock: StudyClock,
  options: ScheduleOptions,
): Memory {
  const now = memory ? Math.max(at, memory.lastReview) : at;
  const studyNow = toStudyTime(now, clock);
  const { card } = scheduler(options.retention).next(toFsrs(memory, studyNow, clock), new Date(studyNow), grade);
  // ts-fsrs keeps Hard, Good and Easy a day apart even at its maximum, and so goes beyond it.
  const days = Math.min(card.scheduled_days, MAX_INTERVAL_DAYS);
  return {
    phase: PHASE_OF[card.state],
    due: days > 0 ? startOfStudyDay(studyDay(now, clock) + days, clock) : now + (card.due.getTime() - studyNow),
    stabilityDays: card.stability,
    difficulty: card.difficulty,
    intervalDays: days,
    step: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    lastReview: now,
    lastDay: studyDay(now, clock),
  };
}

/** What each grade would do now: exactly what `review` will return for it. */
export function preview(
  memory: Memory | null,
  at: number,
  clock: StudyClock,
  options: ScheduleOptions,
): Record<Grade, Memory> {
  const of = (grade: Grade) => review(memory, grade, at, clock, options);
  return { 1: of(1), 2: of(2), 3: of(3), 4: of(4) };
}

/** Probability of recall at an instant, 0 to 1 (FSRS-6 forgetting curve, over fractions of a day). */
export function retrievability(memory: Memory, at: number): number {
  const elapsedDays = Math.max(0, at - memory.lastReview) / DAY_MS;
  return scheduler(0.9).forgetting_curve(elapsedDays, memory.stabilityDays);
}
