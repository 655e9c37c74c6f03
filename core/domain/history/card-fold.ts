import type { Grade } from '../grade.ts';
import type { CardId, EventRef } from '../ids.ts';
import {
  refOf,
  type CardChange,
  type CardEvent,
  type JournalEvent,
  type ReviewEvent,
  type SectionReadEvent,
  type Stamp,
} from './events.ts';
import type { Parameters } from './parameters.ts';
import { chosenDay, givenMemory } from './given-memory.ts';
import { isRepeat, isRepeatedReset, type WasAnsweredAt } from './repeats.ts';
import type { CardState } from '../progress.ts';
import { MODES } from '../study/modes.ts';
import { modelOf } from '../study/memory-model.ts';
import { rememberedBy, review, type KeptMemory, type Memory } from '../study/schedule.ts';
import { DAY_MS, studyDay } from '../study/study-day.ts';

const once = (cards: readonly CardId[]): readonly CardId[] => (cards.length < 2 ? cards : [...new Set(cards)]);

/** The card ids an event names, each once. An undo names events instead: its cards are theirs. */
export function cardsOf(event: JournalEvent): readonly CardId[] {
  switch (event.type) {
    case 'review':
    case 'attempt':
      return [event.card];
    case 'card':
      return once(event.cards);
    case 'section-read':
      return once(event.introduces);
    default:
      return [];
  }
}

/** What of the history before an event the state of its card does not tell. */
export interface Past {
  /** Is the event in the history that is being folded, taken back or not? */
  readonly knows: (ref: EventRef) => boolean;
  readonly wasAnsweredAt: WasAnsweredAt;
}

/** What of a memory follows from the answers alone, whatever the parameters and the day that was chosen. */
const COUNTED = ['phase', 'step', 'reps', 'lapses', 'lastReview'] as const satisfies (keyof KeptMemory)[];
const KNOWN = ['stabilityDays', 'difficulty'] as const satisfies (keyof KeptMemory)[];

/** Was `shown` counted from the same answers as `computed`? @param byTheseParameters then what is known must be the same, too */
function isSameCourse(shown: KeptMemory, computed: KeptMemory, byTheseParameters: boolean): boolean {
  const fields = byTheseParameters ? [...COUNTED, ...KNOWN] : COUNTED;
  return fields.every((field) => shown[field] === computed[field]);
}

/**
 * A memory that was shown under other parameters: when the card comes back stays as it was promised, what is known is computed with
 * these. It stays too where answers before it are lost.
 */
export function underParameters(shown: Memory, before: Memory | null, grade: Grade, { weights }: Parameters): Memory {
  if (shown.reps !== (before?.reps ?? 0) + 1) return shown;
  const elapsedDays = before ? Math.max(0, shown.lastDay - before.lastDay) : 0;
  return { ...shown, ...modelOf(weights).after(before, elapsedDays, grade) };
}

/**
 * The memory a review leaves. It is taken as it was shown while the card's event before it is still the same one with the memory
 * that it showed, or is not in the history at all (a line was lost: what was shown knew it) and what was shown counts more reviews
 * than are known before it. Otherwise a merge or an undo changed what came before, there or further back, and it is computed again,
 * as are those behind it until one was counted from the same answers, whose day holds; so it is where what was shown counts from an
 * answer later than any that is known, since a clock that ran ahead was put right. What is known always follows from the parameters
 * that hold.
 */
function memoryAfter(
  before: CardState,
  event: Stamp & ReviewEvent,
  { knows }: Past,
  parameters: Parameters,
): Pick<CardState, 'memory' | 'isRecomputed'> {
  if (!MODES[event.mode].schedules) return before;
  const { memory: shown, prev, grade, retention, schedule } = event;
  const byTheseParameters = (event.parameters ?? null) === parameters.by;
  const latest = Math.max(event.at, before.memory?.lastReview ?? -Infinity);
  const isNext = prev === before.last && !before.isRecomputed;
  const knewLost = () => prev !== null && !knows(prev) && (shown?.reps ?? 0) > (before.memory?.reps ?? 0);
  if (shown !== null && shown.lastReview <= latest && (isNext || knewLost())) {
    const memory = rememberedBy(shown, event);
    return {
      memory: byTheseParameters ? memory : underParameters(memory, before.memory, grade, parameters),
      isRecomputed: false,
    };
  }
  const { weights } = parameters;
  const memory = review(before.memory, grade, event.at, event, { retention, ...schedule, weights });
  if (shown === null || !isSameCourse(shown, memory, byTheseParameters))
    return { memory, isRecomputed: shown !== null };
  return { memory: { ...memory, due: shown.due, intervalDays: shown.intervalDays }, isRecomputed: false };
}

/** The study days on which a card was answered right, with one answer more. */
export function daysRightAfter(
  { daysRight, lastDayRight }: Pick<CardState, 'daysRight' | 'lastDayRight'>,
  event: Stamp & ReviewEvent,
): Pick<CardState, 'daysRight' | 'lastDayRight'> {
  const day = studyDay(event.at, event);
  if (event.grade === 1 || (daysRight > 0 && day <= lastDayRight)) return { daysRight, lastDayRight };
  return { daysRight: daysRight + 1, lastDayRight: day };
}

function reviewed(card: CardState, event: Stamp & ReviewEvent, past: Past, parameters: Parameters): CardState {
  const { memory, isRecomputed } = memoryAfter(card, event, past, parameters);
  return {
    memory,
    isRecomputed,
    revision: card.revision + 1,
    last: refOf(event),
    introducedAt: MODES[event.mode].schedules ? (card.introducedAt ?? event.at) : card.introducedAt,
    suspended: card.suspended,
    buriedUntilDay: card.buriedUntilDay,
    flag: card.flag,
    marked: card.marked,
    attempt: null,
    ...daysRightAfter(card, event),
    lastAnswerAt: Math.max(event.at, card.lastAnswerAt ?? -Infinity),
  };
}

/** A memory whose card is due on a chosen study day, as if its interval had been so long. */
function dueOn(memory: Memory, day: number): Memory {
  const intervalDays = Math.max(0, day - memory.lastDay);
  const due = memory.due + (intervalDays - memory.intervalDays) * DAY_MS;
  return { ...memory, phase: 'review', step: 0, intervalDays, due };
}

function changed(card: CardState, event: Stamp & CardEvent): CardState {
  const change: CardChange = event.change;
  const forgotten = change.reset === true;
  const known = forgotten ? null : card.memory;
  const given = givenMemory(known, change);
  const isOutdone = change.memory !== undefined && given === null;
  const memory = given ?? known;
  const day = memory && !isOutdone ? chosenDay(memory, change) : null;
  return {
    memory: memory && day !== null ? dueOn(memory, day) : memory,
    // Answers behind one that gave nothing may have been shown by a device where it did.
    isRecomputed: given === null && (isOutdone || (!forgotten && card.isRecomputed)),
    revision: card.revision + 1,
    last: refOf(event),
    introducedAt: card.introducedAt ?? given?.lastReview ?? null,
    suspended: change.suspended ?? card.suspended,
    buriedUntilDay: change.buriedUntilDay ?? card.buriedUntilDay,
    flag: change.flag ?? card.flag,
    marked: change.marked ?? card.marked,
    attempt: forgotten ? null : card.attempt,
    daysRight: forgotten ? 0 : card.daysRight,
    lastDayRight: forgotten ? 0 : card.lastDayRight,
    lastAnswerAt: card.lastAnswerAt,
  };
}

const introduced = (card: CardState, event: Stamp & SectionReadEvent): CardState => ({
  ...card,
  revision: card.revision + 1,
  last: refOf(event),
  introducedAt: card.introducedAt ?? event.at,
});

/** An event that touched the card without effect on it: it was taken back, or it takes another back. */
export const touched = (card: CardState): CardState => ({ ...card, revision: card.revision + 1 });

/** The card after an event that names it. @param parameters those that hold at the end of the whole history */
export function foldCard(card: CardState, event: JournalEvent, past: Past, parameters: Parameters): CardState {
  switch (event.type) {
    case 'review':
      return isRepeat(card, event, past.wasAnsweredAt) ? touched(card) : reviewed(card, event, past, parameters);
    case 'attempt':
      return { ...card, revision: card.revision + 1, last: refOf(event), attempt: { what: event.what, at: event.at } };
    case 'card':
      return isRepeatedReset(card, event) ? touched(card) : changed(card, event);
    case 'section-read':
      return introduced(card, event);
    default:
      return touched(card);
  }
}
