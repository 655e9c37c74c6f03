import { forgetting_curve, default_w } from 'ts-fsrs';
import type { EventRef } from '../ids.ts';
import type { CardChange, ReviewEvent, Stamp } from '../history/events.ts';
import { chosenDay, givenMemory } from '../history/given-memory.ts';
import { MODES } from '../study/modes.ts';
import { review, type KeptMemory, type Memory, type Phase } from '../study/schedule.ts';
import { studyDay } from '../study/study-day.ts';
import { PHASES_BEFORE } from './review-columns.ts';

/** Of the forgetting curve where no parameters were trained. */
export const DEFAULT_DECAY = default_w[20]!;
/** The decay that the parameters of an event have; of the defaults where it names none. */
export type DecayOf = (parameters: EventRef | undefined) => number;

const NEW = PHASES_BEFORE.indexOf('new');
const REVIEW = PHASES_BEFORE.indexOf('review');

/**
 * What the answers of a card left so far, as the last one showed it. `phase` is a place in `PHASES_BEFORE`; `reps` and `lapses`
 * count as in the columns of answers.
 */
export interface CardEnd {
  readonly phase: number;
  readonly stabilityDays: number;
  readonly difficulty: number;
  /** 0 in learning steps. */
  readonly intervalDays: number;
  readonly step: number;
  /** Study day of the last answer. */
  readonly lastDay: number;
  readonly reps: number;
  readonly lapses: number;
  readonly decay: number;
  /** The latest instant it was answered at, in any mode, epoch ms; NaN: never. A card that was forgotten keeps it. */
  readonly lastAnswerAt: number;
}

export const NEVER_ANSWERED: CardEnd = {
  phase: NEW,
  stabilityDays: NaN,
  difficulty: NaN,
  intervalDays: 0,
  step: 0,
  lastDay: 0,
  reps: 0,
  lapses: 0,
  decay: NaN,
  lastAnswerAt: NaN,
};

/** Study days from the last answer to a day, as FSRS counts them; 0 for a card that was never answered. */
export const daysSince = ({ phase, lastDay }: CardEnd, day: number): number =>
  phase === NEW ? 0 : Math.max(0, day - lastDay);

/** Predicted recall on a study day, 0 to 1; NaN for a card that was never answered. */
export const recallOf = (end: CardEnd, day: number): number =>
  end.phase === NEW ? NaN : forgetting_curve(end.decay, daysSince(end, day), end.stabilityDays);

/** For an answer that keeps no memory of its own: what FSRS needs of the one before it. */
function memoryOf(end: CardEnd, at: number): Memory | null {
  if (end.phase === NEW) return null;
  const { stabilityDays, difficulty, intervalDays, step, reps, lapses, lastDay } = end;
  const phase = PHASES_BEFORE[end.phase] as Phase;
  return { phase, due: at, stabilityDays, difficulty, intervalDays, step, reps, lapses, lastReview: at, lastDay };
}

function keptBy(end: CardEnd, event: Stamp & ReviewEvent): KeptMemory {
  return event.memory ?? review(memoryOf(end, event.at), event.grade, event.at, event, { retention: event.retention });
}

/** What is left after an answer that counts. */
export function endAfter(before: CardEnd, event: Stamp & ReviewEvent, decayOf: DecayOf): CardEnd {
  const lastAnswerAt = before.lastAnswerAt > event.at ? before.lastAnswerAt : event.at;
  if (!MODES[event.mode].schedules) return { ...before, lastAnswerAt };
  const { phase, stabilityDays, difficulty, intervalDays, step, lastReview } = keptBy(before, event);
  const isLapse = event.grade === 1 && daysSince(before, studyDay(event.at, event)) > 0;
  return {
    phase: PHASES_BEFORE.indexOf(phase),
    stabilityDays,
    difficulty,
    intervalDays,
    step,
    lastDay: studyDay(lastReview, event),
    reps: before.reps + 1,
    lapses: before.lapses + (isLapse ? 1 : 0),
    decay: decayOf(event.parameters),
    lastAnswerAt,
  };
}

/** Can a change be one that `endChanged` knows? */
export const changesEnd = ({ reset, dueDay, memory }: CardChange): boolean =>
  reset !== undefined || dueDay !== undefined || memory !== undefined;

/** What is left after the learner forgot the card, chose the day on which it is due, or brought it with a memory. */
export function endChanged(before: CardEnd, change: CardChange): CardEnd {
  const known = change.reset === true ? { ...NEVER_ANSWERED, lastAnswerAt: before.lastAnswerAt } : before;
  const given = givenMemory(known.phase === NEW ? null : known, change);
  const end = given === null ? known : endOf(given, before);
  const isOutdone = change.memory !== undefined && given === null;
  const day = end.phase === NEW || isOutdone ? null : chosenDay(end, change);
  return day === null ? end : { ...end, phase: REVIEW, step: 0, intervalDays: Math.max(0, day - end.lastDay) };
}

function endOf({ phase, due: _due, lastReview: _at, ...memory }: Memory, { lastAnswerAt }: CardEnd): CardEnd {
  return { ...memory, phase: PHASES_BEFORE.indexOf(phase), decay: DEFAULT_DECAY, lastAnswerAt };
}
