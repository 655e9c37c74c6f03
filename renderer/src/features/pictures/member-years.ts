import type { Output } from '../../../../core/api/contract.ts';
import { placeDate, yearOf } from './time-axis.ts';

export type MemberState = Output<'course.pictures'>['members'][number];
type MemberSpan = MemberState['spans'][number];
export const CHANGES = ['joined', 'returned', 'left', 'both'] as const;
export type Change = (typeof CHANGES)[number];
/** What stands in the cell of a year in which something changed. */
export const CHANGE_SIGNS: Readonly<Record<Change, string>> = { joined: '+', returned: '↩', left: '×', both: '±' };

/** A year in which a state took part, all year or a part of it. */
export interface MemberYear {
  readonly year: number;
  /** Its place among the state's spans, from 0. */
  readonly spanAt: number;
  readonly span: MemberSpan;
  /** Null: all year. */
  readonly change: Change | null;
  /** The part of the year, 0 to 1. */
  readonly from: number;
  readonly to: number;
  /** False where the text gives only the year, or its accounts of the year differ. */
  readonly exact: boolean;
}

/** What a state was in a year; null when it took no part. */
export function memberYear(state: MemberState, year: number): MemberYear | null {
  const spanAt = state.spans.findIndex(({ from, to }) => yearOf(from) <= year && (to === null || year <= yearOf(to)));
  const span = state.spans[spanAt];
  if (!span) return null;
  const start = yearOf(span.from) === year ? placeDate(span.from) : null;
  const end = span.to !== null && yearOf(span.to) === year ? placeDate(span.to) : null;
  const begun = spanAt === 0 ? 'joined' : 'returned';
  return {
    year,
    spanAt,
    span,
    change: start && end ? 'both' : start ? begun : end ? 'left' : null,
    from: start ? start.from - year : 0,
    to: end ? Math.min(1, end.to - year) : 1,
    exact: start?.precision !== 'year' && end?.precision !== 'year',
  };
}

/** The years of the matrix: from the first span on, to the last year the course tells of. */
export function matrixYears(states: readonly MemberState[], last: number): { first: number; last: number } {
  const dates = states.flatMap(({ spans }) => spans.flatMap(({ from, to }) => (to === null ? [from] : [from, to])));
  const years = dates.map(yearOf);
  return { first: Math.min(...years), last: Math.max(last, ...years) };
}

export const cellId = (state: string, year: number): string => `${state}-${year}`;

/** Where an arrow key leads: to the next filled cell that way. */
export function stepInMatrix(
  rows: readonly { id: string; years: readonly number[] }[],
  from: string,
  key: string,
): string | undefined {
  const row = rows.findIndex(({ id, years }) => years.some((year) => cellId(id, year) === from));
  const here = rows[row];
  if (!here) return undefined;
  const at = here.years.findIndex((year) => cellId(here.id, year) === from);
  const year = here.years[at];
  const inRow = (wanted: number | undefined) => (wanted === undefined ? undefined : cellId(here.id, wanted));
  const inColumn = (others: readonly { id: string; years: readonly number[] }[]) => {
    const other = others.find(({ years }) => years.includes(year ?? NaN));
    return other && year !== undefined ? cellId(other.id, year) : undefined;
  };
  switch (key) {
    case 'ArrowRight':
      return inRow(here.years[at + 1]);
    case 'ArrowLeft':
      return inRow(here.years[at - 1]);
    case 'ArrowDown':
      return inColumn(rows.slice(row + 1));
    case 'ArrowUp':
      return inColumn(rows.slice(0, row).reverse());
    case 'Home':
      return inRow(here.years[0]);
    case 'End':
      return inRow(here.years.at(-1));
    default:
      return undefined;
  }
}
