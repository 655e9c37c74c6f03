import { GRADES, type Grade } from '../grade.ts';
import { DEFAULT_STUDY_OPTIONS } from '../settings.ts';
import { chooseDay, NO_SPREAD, type DayChoice, type Spread } from './day-choice.ts';
import { MINUTES_A_DAY, stepAfter, type StepTaken } from './learning-steps.ts';
import { modelOf, type Weights } from './memory-model.ts';
import type { ScheduleChoices } from './schedule-choices.ts';
import { workDayFrom, type RestDays } from './rest-days.ts';
import { DAY_MS, startOfStudyDay, studyDay, type StudyClock } from './study-day.ts';

/** Snapshots name a phase by its place here. */
export const PHASES = ['learning', 'review', 'relearning'] as const;
export type Phase = (typeof PHASES)[number];

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

/** What a schedule follows from beside the answers. What is left out is as it is by default. */
export interface ScheduleOptions extends Partial<ScheduleChoices> {
  /** Desired probability of recall when a card comes due, 0.70 to 0.97. */
  readonly retention: number;
  readonly weights?: Weights;
}

/** What an answer leaves, and how its day was chosen; null in a learning step. */
export interface Outlook {
  readonly memory: Memory;
  readonly choice: DayChoice | null;
}

const MINUTE_MS = 60_000;

/**
 * What each grade would leave now. Pure: same arguments, same result; `memory` (null: never answered) is kept.
 *
 * A day-scale interval ends at the beginning of its study day, wherever in the day the answer was given; a learning step ends
 * to the millisecond. An answer dated before the last one (a clock that went back) counts as given at the last one.
 *
 * FSRS-6 says what is known and for how many days (`memory-model.ts`), of study days: today's, and that of the last answer as it was
 * counted then. Which day it is then follows from fuzz, from what else is due and from rest days (`day-choice.ts`), by two rules: a
 * better grade never comes back sooner, in review not on the same day either; and after a pass in review the interval is never
 * shorter than the one before. The maximum holds before both but for the order of the grades, rest days before all.
 */
export function outlooks(
  memory: Memory | null,
  at: number,
  clock: StudyClock,
  options: ScheduleOptions,
  spread: Spread = NO_SPREAD,
): Record<Grade, Outlook> {
  const ahead = new Ahead(memory, at, clock, options, spread);
  // From Again to Easy, since each day depends on that of the grade before.
  let worse = 0;
  const all = GRADES.map((grade) => {
    const outlook = ahead.after(grade, worse);
    worse = outlook.choice?.days ?? worse;
    return outlook;
  });
  return inOrder(all as [Outlook, Outlook, Outlook, Outlook]);
}

/** What lies ahead of a card that is answered now, a grade at a time. */
class Ahead {
  readonly today: number;
  readonly #now: number;
  readonly #steps: readonly number[];

  constructor(
    private readonly memory: Memory | null,
    at: number,
    private readonly clock: StudyClock,
    private readonly options: ScheduleOptions,
    private readonly spread: Spread,
  ) {
    const {
      learningStepsMin = DEFAULT_STUDY_OPTIONS.learningStepsMin,
      relearningStepsMin = DEFAULT_STUDY_OPTIONS.relearningStepsMin,
    } = options;
    this.#now = memory ? Math.max(at, memory.lastReview) : at;
    this.today = studyDay(this.#now, clock);
    this.#steps = (memory?.phase ?? 'learning') === 'learning' ? learningStepsMin : relearningStepsMin;
  }

  /** The step a grade leads to; null where its card is away for days. */
  stepOf(grade: Grade): StepTaken | null {
    const { phase, step } = this.memory ?? NEVER_ANSWERED;
    return phase === 'review' && grade > 1 ? null : stepAfter(this.#steps, step, grade);
  }

  /**
   * What Good leaves in review, where the day of Hard makes no difference to it, which is nearly always so and spares counting it; null
   * where it may make one.
   */
  goodByItself(): Memory | null {
    const { memory, options, spread } = this;
    const isPlain = spread === NO_SPREAD && memory?.phase === 'review' && this.today > memory.lastDay;
    if (!isPlain || this.stepOf(1) === null) return null;
    const { memory: left, choice } = this.after(3, 0);
    const model = modelOf(options.weights ?? null);
    const hard = model.daysUntil(options.retention, model.hardAtMost(memory.stabilityDays, left.stabilityDays));
    const latest = Math.max(1, Math.ceil(memory.intervalDays), Math.round(hard));
    return choice !== null && latest < choice.days ? left : null;
  }

  /** @param worse days until the next worse grade comes back; 0 where that is no day */
  after(grade: Grade, worse: number): Outlook {
    const { memory, today, clock, options, spread } = this;
    const now = this.#now;
    const { phase, reps, lapses, intervalDays } = memory ?? NEVER_ANSWERED;
    const model = modelOf(options.weights ?? null);
    const elapsedDays = memory ? Math.max(0, today - memory.lastDay) : 0;
    const { stabilityDays, difficulty } = model.after(memory, elapsedDays, grade);
    const forgotten = phase === 'review' && grade === 1 ? 1 : 0;
    const until = (left: Phase, due: number, days: number, taken: number): Memory => ({
      phase: left,
      due,
      stabilityDays,
      difficulty,
      intervalDays: days,
      step: taken,
      reps: reps + 1,
      lapses: lapses + forgotten,
      lastReview: now,
      lastDay: today,
    });
    const taken = this.stepOf(grade);
    if (taken) {
      const due = stepEnd(taken, now, today, clock, spread.rest);
      return { memory: until(phase === 'learning' ? phase : 'relearning', due, 0, taken.step), choice: null };
    }
    const choice = chooseDay(
      {
        wanted: model.daysUntil(options.retention, stabilityDays),
        notShorter: phase === 'review' && grade > 1 ? Math.ceil(intervalDays) : 0,
        worse,
        isApart: phase === 'review' && grade > 2,
        maximum: options.maximumIntervalDays ?? DEFAULT_STUDY_OPTIONS.maximumIntervalDays,
      },
      today,
      spread,
    );
    return { memory: until('review', startOfStudyDay(today + choice.days, clock), choice.days, 0), choice };
  }
}

const NEVER_ANSWERED = { phase: 'learning', step: 0, reps: 0, lapses: 0, intervalDays: 0 } as const;

/** A step of a day or more ends when its study day begins. */
function stepEnd({ minutes }: StepTaken, now: number, today: number, clock: StudyClock, rest: RestDays): number {
  if (minutes < MINUTES_A_DAY) return now + minutes * MINUTE_MS;
  return startOfStudyDay(workDayFrom(today + Math.round(minutes / MINUTES_A_DAY), rest), clock);
}

/** A step that would end after the day of a better grade has begun ends with that. */
function inOrder([again, hard, good, easy]: readonly [Outlook, Outlook, Outlook, Outlook]): Record<Grade, Outlook> {
  const notAfter = (outlook: Outlook, { memory: { due } }: Outlook): Outlook =>
    outlook.memory.due <= due ? outlook : { ...outlook, memory: { ...outlook.memory, due } };
  const third = notAfter(good, easy);
  const second = notAfter(hard, third);
  return { 1: notAfter(again, second), 2: second, 3: third, 4: easy };
}

/**
 * The memory after one graded answer, as `outlooks` has it. A million are counted when an import comes in, so better grades are
 * looked at only where theirs could be the earlier day: a day that was chosen never is behind theirs, and nor is a step that ends
 * before tomorrow.
 */
export function review(
  memory: Memory | null,
  grade: Grade,
  at: number,
  clock: StudyClock,
  options: ScheduleOptions,
  spread: Spread = NO_SPREAD,
): Memory {
  const ahead = new Ahead(memory, at, clock, options, spread);
  const good = grade === 3 ? ahead.goodByItself() : null;
  if (good) return good;
  let worse = 0;
  for (const less of GRADES)
    if (less < grade && ahead.stepOf(less) === null) worse = ahead.after(less, worse).choice?.days ?? worse;
  const { memory: left, choice } = ahead.after(grade, worse);
  if (choice !== null || left.due <= startOfStudyDay(ahead.today + 1, clock)) return left;
  return outlooks(memory, at, clock, options, spread)[grade].memory;
}

/** What each grade would do now: exactly what `review` will return for it. */
export function preview(
  memory: Memory | null,
  at: number,
  clock: StudyClock,
  options: ScheduleOptions,
  spread?: Spread,
): Record<Grade, Memory> {
  const all = outlooks(memory, at, clock, options, spread);
  return { 1: all[1].memory, 2: all[2].memory, 3: all[3].memory, 4: all[4].memory };
}

/**
 * Probability of recall at an instant, 0 to 1 (FSRS-6 forgetting curve, over fractions of a day).
 * @param weights those in force: the same stability is forgotten along another curve by others
 */
export function retrievability(
  memory: Pick<Memory, 'stabilityDays' | 'lastReview'>,
  at: number,
  weights: Weights,
): number {
  return modelOf(weights).recall(memory.stabilityDays, Math.max(0, at - memory.lastReview) / DAY_MS);
}
