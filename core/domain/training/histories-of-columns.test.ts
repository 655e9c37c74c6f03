import { describe, expect, it } from 'vitest';
import { REVIEW_MODES } from '../history/event-schemas.ts';
import { PHASES_BEFORE } from '../stats/review-columns.ts';
import { copyForTraining, historiesOf, type TrainingColumns } from './histories-of-columns.ts';
import { collectHistories, splitByTime } from './review-histories.ts';

interface Row {
  card: number;
  day: number;
  grade: number;
  mode?: (typeof REVIEW_MODES)[number];
  standing?: 0 | 1;
  phase?: (typeof PHASES_BEFORE)[number];
}

/** As the columns are: the arrays are longer than they need to be. */
function columnsOf(rows: readonly Row[]): TrainingColumns {
  const column = <A extends { set(values: number[]): void }>(array: A, values: number[]): A => {
    array.set(values);
    return array;
  };
  const size = rows.length + 3;
  return {
    length: rows.length,
    card: column(
      new Uint32Array(size),
      rows.map(({ card }) => card),
    ),
    day: column(
      new Int32Array(size),
      rows.map(({ day }) => day),
    ),
    grade: column(
      new Uint8Array(size),
      rows.map(({ grade }) => grade),
    ),
    mode: column(
      new Uint8Array(size),
      rows.map(({ mode = 'review' }) => REVIEW_MODES.indexOf(mode)),
    ),
    standing: column(
      new Uint8Array(size),
      rows.map(({ standing = 1 }) => standing),
    ),
    phase: column(
      new Uint8Array(size),
      rows.map(({ phase = 'review' }) => PHASES_BEFORE.indexOf(phase)),
    ),
  };
}

const plain = ({ starts, days, grades }: ReturnType<typeof historiesOf>) => ({
  starts: [...starts],
  days: [...days],
  grades: [...grades],
});

describe('histories of columns', () => {
  it('are those of each card, in the order of its answers', () => {
    const columns = columnsOf([
      { card: 2, day: 1, grade: 3, phase: 'new' },
      { card: 0, day: 1, grade: 1, phase: 'new' },
      { card: 2, day: 4, grade: 2 },
      { card: 0, day: 2, grade: 4 },
    ]);
    expect(plain(historiesOf(columns))).toEqual({ starts: [0, 2, 4], days: [1, 2, 1, 4], grades: [1, 4, 3, 2] });
  });

  it('leave out what was taken back and what moves no schedule', () => {
    const columns = columnsOf([
      { card: 0, day: 1, grade: 3, phase: 'new' },
      { card: 0, day: 2, grade: 1, standing: 0 },
      { card: 0, day: 3, grade: 1, mode: 'practice' },
      { card: 0, day: 4, grade: 3, mode: 'exam' },
      { card: 1, day: 4, grade: 3, mode: 'cram', phase: 'new' },
    ]);
    expect(plain(historiesOf(columns))).toEqual({ starts: [0, 2], days: [1, 4], grades: [3, 3] });
  });

  it('begin anew where a card was reset, and where its first answer is not known', () => {
    const columns = columnsOf([
      { card: 0, day: 1, grade: 3, phase: 'learning' },
      { card: 0, day: 2, grade: 3 },
      { card: 0, day: 9, grade: 1, phase: 'new' },
      { card: 0, day: 10, grade: 3, phase: 'learning' },
    ]);
    expect(plain(historiesOf(columns)).starts).toEqual([0, 2, 4]);
  });

  it('of no answer are none', () => {
    expect(plain(historiesOf(columnsOf([])))).toEqual({ starts: [0], days: [], grades: [] });
  });

  it('of a copy stay as they were', () => {
    const columns = columnsOf([{ card: 0, day: 1, grade: 3, phase: 'new' }]);
    const copy = copyForTraining(columns);
    columns.grade[0] = 1;
    expect(plain(historiesOf(copy)).grades).toEqual([3]);
    expect(copy.card).toHaveLength(1);
  });
});

describe('the split by time', () => {
  it('holds the newest fifth of the first answers of a later day', () => {
    const days = Array.from({ length: 11 }, (_, day) => ({ day, grade: 3 as const }));
    expect(splitByTime(collectHistories([days]), 0.2)).toEqual({ counted: 10, fromDay: 9 });
    expect(splitByTime(collectHistories([[{ day: 1, grade: 3 }], []]), 0.2)).toEqual({ counted: 0, fromDay: null });
  });
});
