import type { Output } from '../../../core/api/contract.ts';
import { packRows } from './pack-rows.ts';
import { placeDate, yearOf } from './time-axis.ts';

export type Exercise = Output<'course.pictures'>['exercises'][number];

/** An exercise in the row of its year; lengths are in shares of the year. */
export interface PlacedExercise {
  readonly exercise: Exercise;
  readonly left: number;
  readonly width: number;
  readonly row: number;
  /** The room of its name, px. */
  readonly label: number;
  /** The name stands before the bar: behind it the year ends. */
  readonly before: boolean;
  /** Only its year is known. */
  readonly yearOnly: boolean;
}
export interface CalendarYear {
  readonly year: number;
  readonly rows: number;
  readonly exercises: readonly PlacedExercise[];
}

/** Px: the least of a bar one can press, and the gap between two things in a row. */
const LEAST = 14;
const GAP = 8;

/**
 * The years that have exercises, each with its exercises in rows.
 * @param width of a year, px
 */
export function calendarYears(
  exercises: readonly Exercise[],
  width: number,
  labelOf: (exercise: Exercise) => number,
): CalendarYear[] {
  const years = [...new Set(exercises.map(({ from }) => yearOf(from)))].sort();
  return years.map((year) => {
    const own = exercises.filter(({ from }) => yearOf(from) === year);
    const spaced = own.map((exercise) => {
      const start = placeDate(exercise.from);
      const end = exercise.to === null ? start : placeDate(exercise.to);
      const left = (start.from - year) * width;
      const length = Math.max(LEAST, (Math.min(end.to, year + 1) - start.from) * width);
      const yearOnly = start.precision === 'year';
      const label = labelOf(exercise);
      const before = !yearOnly && left + length + label > width;
      return { exercise, left, length, label, before, yearOnly };
    });
    const rows = rowsOf(spaced);
    return {
      year,
      rows: Math.max(0, ...rows) + 1,
      exercises: spaced.map(({ left, length, ...one }, at) => ({
        ...one,
        left: left / width,
        width: length / width,
        row: rows[at] ?? 0,
      })),
    };
  });
}

type Spaced = Omit<PlacedExercise, 'width' | 'row'> & { readonly length: number };

/** Parts stand below what they are part of. */
function rowsOf(spaced: readonly Spaced[]): number[] {
  const stretch = ({ left, length, label, before, yearOnly }: Spaced) => ({
    from: before ? left - label : left,
    to: before || yearOnly ? left + length : left + length + label,
  });
  const isPart = ({ exercise }: Spaced) => exercise.partOf !== null;
  const wholes = packRows(spaced.filter((one) => !isPart(one)).map(stretch), GAP);
  const parts = packRows(spaced.filter(isPart).map(stretch), GAP);
  const below = Math.max(-1, ...wholes) + 1;
  let whole = 0;
  let part = 0;
  return spaced.map((one) => (isPart(one) ? below + (parts[part++] ?? 0) : (wholes[whole++] ?? 0)));
}
