import type { Output } from '../../../../core/api/contract.ts';

type Row = Output<'card.list'>['rows'][number];
export type CardRow = Row;

interface Column {
  /** How wide it is at first, rem. */
  readonly width: number;
  /** Figures stand at the right, and the largest of them first when they are sorted by. */
  readonly isFigure: boolean;
}
const words = (width: number): Column => ({ width, isFigure: false });
const figure = (width: number): Column => ({ width, isFigure: true });

/** What of a card can be a column, in the order they are offered. */
export const COLUMNS = {
  front: words(16),
  deck: words(9),
  kind: words(9),
  tags: words(10),
  due: words(7),
  recall: figure(7),
  interval: figure(6),
  stability: figure(6.5),
  difficulty: figure(6),
  lapses: figure(5.5),
  reps: figure(5.5),
  created: words(7.5),
  edited: words(7.5),
  flag: words(5.5),
} as const satisfies Record<string, Column>;
export type ColumnName = keyof typeof COLUMNS;
export const COLUMN_NAMES = Object.keys(COLUMNS) as ColumnName[];
/** Those that are shown at first. */
export const FIRST_COLUMNS: readonly ColumnName[] = ['front', 'deck', 'due', 'recall', 'interval', 'flag'];
export const LEAST_WIDTH = 4;
export const MOST_WIDTH = 60;

export type CardSort = Readonly<{ by: ColumnName | 'taught'; descending: boolean }>;
/** New ones in the order they are learned. */
export const FIRST_SORT: CardSort = { by: 'taught', descending: false };

/** The next sort when the head of a column is pressed: its own way first, then the other, then none. */
export function nextSort(sort: CardSort, column: ColumnName): CardSort {
  const { isFigure } = COLUMNS[column];
  if (sort.by !== column) return { by: column, descending: isFigure };
  return sort.descending === isFigure ? { by: column, descending: !isFigure } : FIRST_SORT;
}
