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
}

/** Reads how a card stands. False, with nothing read, where nothing is known of it. */
type ReadFigures = (card: CardId, into: CardFigures) => boolean;

/** Reads states where they are kept: of a table of rows without an object a card, of any other map from its objects. */
export function readerOf(cards: ReadonlyMap<CardId, CardState>): ReadFigures {
  if (isRows(cards)) return (card, into) => cards.read(cards.rowOf(card), into);
  return (card, into) => {
    const state = cards.get(card);
    if (!state) return false;
    Object.assign(into, figuresOf(state));
    return true;
  };
}

const isRows = (cards: ReadonlyMap<CardId, CardState> & Partial<CardRows>): cards is typeof cards & CardRows =>
  cards.rowOf !== undefined && cards.read !== undefined;

function figuresOf(state: CardState): CardFigures {
  const { suspended, marked, flag, daysRight, buriedUntilDay, introducedAt, memory } = state;
  const nothing = noFigures();
  return {
    ...nothing,
    ...{ suspended, marked, flag, daysRight, buriedUntilDay, introducedAt: introducedAt ?? NaN },
    ...memory,
  };
}
