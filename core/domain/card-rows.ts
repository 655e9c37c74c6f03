import type { CardId } from './ids.ts';
import type { CardState } from './progress.ts';
import type { Phase } from './study/schedule.ts';

/** How a card stands, to be read into over and over: fields of `CardState` and of its memory, which mean nothing where `phase` is null. */
export interface CardFigures {
  phase: Phase | null;
  due: number;
  stabilityDays: number;
  difficulty: number;
  intervalDays: number;
  lastReview: number;
  lastDay: number;
  /** NaN: it never entered the schedule. */
  introducedAt: number;
  buriedUntilDay: number;
  reps: number;
  lapses: number;
  daysRight: number;
  flag: number;
  suspended: boolean;
  marked: boolean;
}

/** Of a card that nothing was done with. */
export const noFigures = (): CardFigures => ({
  ...{ phase: null, suspended: false, marked: false, flag: 0, daysRight: 0, buriedUntilDay: 0, introducedAt: NaN },
  ...{ due: NaN, stabilityDays: NaN, difficulty: NaN, intervalDays: NaN, lastReview: NaN, lastDay: NaN },
  ...{ reps: 0, lapses: 0 },
});

/** The states of cards row by row: who looks at a hundred thousand of them pays less for each than an object costs. */
export interface CardRows {
  /** How many there are; new ones come behind them. */
  readonly rows: number;
  /** A card's row, which stays the same in this object; −1 where it has none. */
  rowOf(card: CardId): number;
  /** False, with nothing read, where the row has no state, and for −1. */
  read(row: number, into: CardFigures): boolean;
  /** Another one each time; states that change are seen as they are then. */
  cursor(): CardCursor;
}

/** Looks at the states of cards, one after the other: its fields are those of the card it was last led to, those of no state where it has none. */
export interface CardCursor extends Readonly<CardFigures> {
  /** False where nothing is known of the card. */
  seek(card: CardId): boolean;
}

/** Over states where they are kept: of a table of rows nothing is read but what is asked for, of any other map from its objects. */
export const cursorOf = (cards: ReadonlyMap<CardId, CardState> & Partial<CardRows>): CardCursor =>
  cards.cursor?.() ?? stateCursor(cards);

function stateCursor(cards: ReadonlyMap<CardId, CardState>): CardCursor {
  const cursor: CardFigures & CardCursor = {
    ...noFigures(),
    seek(card) {
      const state = cards.get(card);
      Object.assign(cursor, noFigures(), state && figuresOf(state));
      return state !== undefined;
    },
  };
  return cursor;
}

function figuresOf(state: CardState): Partial<CardFigures> {
  const { suspended, marked, flag, daysRight, buriedUntilDay, introducedAt, memory } = state;
  return { suspended, marked, flag, daysRight, buriedUntilDay, introducedAt: introducedAt ?? NaN, ...memory };
}
