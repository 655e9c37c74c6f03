import { studyDay } from '../../../../domain/study/study-day.ts';
import type { SourceSchedule } from '../../format.ts';
import type { OutgoingCard, OutgoingState } from '../outgoing.ts';
import { USN } from './schema.ts';

export const CARD_SQL = 'insert into cards values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)';

const TYPE = { learning: 1, review: 2, relearning: 3 } as const;
/** Values of `cards.queue`. */
const NEW = 0;
const IN_LEARNING = 1;
const IN_REVIEW = 2;
const IN_DAY_LEARNING = 3;
const SUSPENDED = -1;
const BURIED = -3;
/** Ease, in thousandths, of a card that has none of its own: what Anki gives a card when it is learned. */
const USUAL_EASE = 2500;

export interface NumberedCard {
  readonly id: number;
  readonly noteId: number;
  readonly deckId: number;
  /** Place among the new cards. */
  readonly position: number;
  /** Epoch ms. */
  readonly modifiedAt: number;
  readonly retention: number;
  /** Null: without progress, all cards are new. */
  readonly schedule: SourceSchedule | null;
  readonly card: OutgoingCard;
}

/** A row of `cards`, as `CARD_SQL` takes it. */
export function cardRow(numbered: NumberedCard) {
  const { id, noteId, deckId, position, modifiedAt, retention, schedule, card } = numbered;
  const state = schedule && card.state ? card.state : null;
  const { queue, due } = state && schedule ? placeOf(state, schedule) : { queue: NEW, due: position };
  const flag = schedule ? (card.flag ?? 0) : 0;
  return [
    id,
    noteId,
    deckId,
    card.ordinal,
    Math.floor(modifiedAt / 1000),
    USN,
    state ? TYPE[state.phase] : 0,
    schedule && card.suspended ? SUSPENDED : schedule && card.buried ? BURIED : queue,
    due,
    state ? intervalOf(state) : 0,
    state ? easeOf(state) : 0,
    state?.reps ?? 0,
    state?.lapses ?? 0,
    state && state.phase !== 'review' ? Math.max(1, state.stepsLeft ?? 1) : 0,
    flag,
    state ? JSON.stringify({ pos: position, ...memoryOf(state, retention) }) : '{}',
  ];
}

/** Steps of minutes are due at a second, steps of days and reviews on a day of the collection. */
function placeOf(state: OutgoingState, schedule: SourceSchedule): { queue: number; due: number } {
  if (state.phase !== 'review' && state.dueAt !== undefined)
    return { queue: IN_LEARNING, due: Math.floor(state.dueAt / 1000) };
  const { dayZero, rolloverHour, utcOffsetMin, at } = schedule;
  const day = state.dueDay ?? studyDay(state.dueAt ?? at, { rolloverHour, utcOffsetMin: utcOffsetMin ?? 0 });
  return { queue: state.phase === 'review' ? IN_REVIEW : IN_DAY_LEARNING, due: day - dayZero };
}

/** Whole days; a card in review has one at least. */
const intervalOf = ({ phase, intervalDays }: OutgoingState) =>
  Math.max(Math.round(intervalDays), phase === 'learning' ? 0 : 1);

const easeOf = ({ phase, ease }: OutgoingState) =>
  ease === undefined ? (phase === 'learning' ? 0 : USUAL_EASE) : Math.round(ease * 1000);

/** FSRS memory with as many decimals as Anki keeps; only whole. */
function memoryOf({ stabilityDays, difficulty, decay }: OutgoingState, retention: number) {
  if (stabilityDays === undefined || difficulty === undefined) return {};
  return {
    s: rounded(stabilityDays, 4),
    d: rounded(difficulty, 3),
    dr: rounded(retention, 2),
    ...(decay !== undefined && { decay: rounded(decay, 3) }),
  };
}

const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));
