import type { SourceCard, SourceCardState } from '../format.ts';
import { cardMemoryOf } from './card-memory.ts';
import { areWhole } from './cells.ts';
import { isInRange } from './dates.ts';
import { LIMITS } from './limits.ts';
import type { Row } from './sqlite.ts';

/** A row of `cards`: numbers that are whole, and `data`. */
export interface CardRow {
  readonly id: number;
  readonly noteId: number;
  readonly deckId: number;
  readonly ordinal: number;
  readonly type: number;
  readonly queue: number;
  readonly due: number;
  readonly intervalDays: number;
  readonly permille: number;
  readonly reps: number;
  readonly lapses: number;
  readonly homeDue: number;
  readonly homeDeckId: number;
  readonly flags: number;
  readonly data: string;
}

export const CARD_COLUMNS = [
  'id',
  'nid',
  'did',
  'ord',
  'type',
  'queue',
  'due',
  'ivl',
  'factor',
  'reps',
  'lapses',
  'odue',
  'odid',
  'flags',
  'data',
] as const;

/** Longer values of `data` are of add-ons; what is read of it is short. */
export const CARDS_SQL = `select ${CARD_COLUMNS.slice(0, -1).join(', ')}, case when octet_length(data) < 4096 then data end
  from cards not indexed order by nid, ord, id`;

type Numbers = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** The row, or null where a cell holds something else than a whole number. */
export function cardRowOf(cells: Row): CardRow | null {
  if (!areWhole(cells, CARD_COLUMNS.length - 1)) return null;
  const [
    id,
    noteId,
    deckId,
    ordinal,
    type,
    queue,
    due,
    intervalDays,
    permille,
    reps,
    lapses,
    homeDue,
    homeDeckId,
    flags,
  ] = cells as readonly number[] as Numbers;
  if (ordinal < 0 || ordinal > LIMITS.ordinal) return null;
  const data = cells[CARD_COLUMNS.length - 1];
  return {
    id,
    noteId,
    deckId,
    ordinal,
    type,
    queue,
    due,
    intervalDays,
    permille,
    reps,
    lapses,
    homeDue,
    homeDeckId,
    flags,
    data: typeof data === 'string' ? data : '',
  };
}

/** Values of `cards.type`. */
const NEW = 0;
const LEARNING = 1;
const REVIEW = 2;
const RELEARNING = 3;
/** Values of `cards.queue`. */
const IN_LEARNING = 1;
const SUSPENDED = -1;
const BURIED = [-2, -3];
/** A due value beyond is an instant in seconds, below it a day of the collection. */
const FIRST_INSTANT = 1_000_000_000;
const FLAGS = 7;
const MAX_DAYS = 36_500;
const MAX_COUNT = 1_000_000;

/**
 * A card as it stood; one in a filtered deck as it would be at home.
 * @param dayZero study day that due days are counted from
 * @returns `isOff` where a date or an interval can not be
 */
export function cardOf(row: CardRow, deckId: string, dayZero: number): { card: SourceCard; isOff: boolean } {
  const flag = row.flags & FLAGS;
  const { state, isOff } = stateOf(row, dayZero);
  const card: SourceCard = {
    ordinal: row.ordinal,
    deckId,
    sourceId: String(row.id),
    ...(row.queue === SUSPENDED && { suspended: true as const }),
    ...(BURIED.includes(row.queue) && { buried: true as const }),
    ...(flag > 0 && { flag }),
    ...(state && { state }),
  };
  return { card, isOff };
}

function stateOf(row: CardRow, dayZero: number): { state: SourceCardState | null; isOff: boolean } {
  if (row.type === NEW) return { state: null, isOff: false };
  if (![LEARNING, REVIEW, RELEARNING].includes(row.type)) return { state: null, isOff: true };
  const isAway = row.homeDeckId !== 0;
  const due = isAway && row.homeDue > 0 ? row.homeDue : row.due;
  // The first scheduler left a card that lapsed as one in review, in the queue of those that are learned.
  const isLapsed = row.type === RELEARNING || (row.type === REVIEW && row.queue === IN_LEARNING);
  const isInstant = due >= FIRST_INSTANT;
  const dueAt = isInstant && isInRange(due * 1000) ? due * 1000 : undefined;
  const dueDay = !isInstant && Math.abs(due) <= MAX_DAYS * 2 ? dayZero + due : undefined;
  const isIntervalOff = row.intervalDays > MAX_DAYS;
  const isCountOff = [row.reps, row.lapses].some((count) => count < 0 || count > MAX_COUNT);
  return {
    state: {
      phase: row.type === LEARNING ? 'learning' : isLapsed ? 'relearning' : 'review',
      ...(dueAt !== undefined && { dueAt }),
      ...(dueDay !== undefined && { dueDay }),
      // Below 0 it is seconds: a step that is no day yet.
      intervalDays: Math.min(Math.max(row.intervalDays, 0), MAX_DAYS),
      reps: within(row.reps),
      lapses: within(row.lapses),
      ...(row.permille >= 1300 && row.permille < 100_000 && { ease: row.permille / 1000 }),
      ...cardMemoryOf(row.data),
    },
    isOff: (dueAt ?? dueDay) === undefined || isIntervalOff || isCountOff,
  };
}

const within = (count: number) => Math.min(Math.max(count, 0), MAX_COUNT);
