import type { Output } from '../../../api/contract.ts';
import { QUESTION_KINDS } from '../../../domain/question.ts';
import type { Catalog } from '../../courses/catalog.ts';
import type { PlainRow } from './plain-rows.fixture.ts';

type Page = Output<'stats.page'>;
const Z = 1.6448536269514722;

export const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length;

function interval(right: number, n: number) {
  const p = right / n;
  const root = Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  const below = 1 + (Z * Z) / n;
  const middle = p + (Z * Z) / (2 * n);
  return { low: Math.max(0, (middle - root) / below), high: Math.min(1, (middle + root) / below) };
}

export function plainShare(rows: readonly PlainRow[]) {
  const [answers, right] = [rows.length, rows.filter((row) => row.right).length];
  if (answers === 0) return { answers, right, share: null, low: null, high: null, enough: false };
  return { answers, right, share: right / answers, ...interval(right, answers), enough: answers >= 30 };
}

export function plainBasis(rows: readonly PlainRow[]) {
  const days = rows.map(({ day }) => day);
  return days.length === 0
    ? { answers: 0, from: null, to: null }
    : { answers: days.length, from: Math.min(...days), to: Math.max(...days) };
}

const work = ({ schedules, phase, intervalDays }: PlainRow) =>
  !schedules ? 'other' : phase !== 'review' ? phase : intervalDays >= 21 ? 'mature' : 'young';
export const known = (row: PlainRow) => ['young', 'mature'].includes(work(row));
const inSteps = (row: PlainRow) => ['learning', 'relearning'].includes(work(row));

const MATURITY = {
  new: (row: PlainRow) => work(row) === 'new',
  learning: inSteps,
  young: (row: PlainRow) => work(row) === 'young',
  mature: (row: PlainRow) => work(row) === 'mature',
};

const gradeCounts = (rows: readonly PlainRow[]) => {
  const count = (grade: number) => rows.filter(({ event }) => event.grade === grade).length;
  return { 1: count(1), 2: count(2), 3: count(3), 4: count(4) };
};
const time = (rows: readonly PlainRow[]) => rows.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);

export function plainDays(rows: readonly PlainRow[]): Page['days'] {
  const numbers = [...new Set(rows.map(({ day }) => day))].sort((a, b) => a - b);
  const days = numbers.map((day) => {
    const own = rows.filter((row) => row.day === day);
    const of = (kind: string) => own.filter((row) => work(row) === kind).length;
    return {
      ...{ day, answers: own.length, right: own.filter(({ right }) => right).length, elapsedMs: time(own) },
      ...{ new: of('new'), learning: of('learning'), relearning: of('relearning') },
      ...{ young: of('young'), mature: of('mature'), other: of('other') },
    };
  });
  const gaps = numbers.slice(1).map((day, i) => ({ days: day - numbers[i]! - 1, from: numbers[i]! + 1, to: day - 1 }));
  const longest = Math.max(0, ...gaps.map((gap) => gap.days));
  return { basis: plainBasis(rows), days, pause: longest === 0 ? null : gaps.findLast((gap) => gap.days === longest)! };
}

export const plainRetention = (rows: readonly PlainRow[], target: number): Page['retention'] => ({
  basis: plainBasis(rows.filter((row) => known(row) || inSteps(row))),
  target,
  groups: (['learning', 'young', 'mature'] as const).map((maturity) => ({
    maturity,
    ...plainShare(rows.filter(MATURITY[maturity])),
  })),
});

export const plainHours = (rows: readonly PlainRow[]): Page['hours'] => ({
  basis: plainBasis(rows),
  hours: Array.from({ length: 24 }, (_, hour) => {
    const own = rows.filter((row) => row.hour === hour);
    return { hour, answers: own.length, elapsedMs: time(own), known: plainShare(own.filter(known)) };
  }),
});

export const plainGrades = (rows: readonly PlainRow[]): Page['grades'] => ({
  basis: plainBasis(rows.filter(({ schedules }) => schedules)),
  groups: (['new', 'learning', 'young', 'mature'] as const).map((maturity) => ({
    maturity,
    counts: gradeCounts(rows.filter(MATURITY[maturity])),
  })),
});

export function plainKinds(rows: readonly PlainRow[], catalog: Catalog): Page['kinds'] {
  const kindOf = ({ card }: PlainRow) => catalog.find(card)?.question.kind ?? 'other';
  const kinds = ([...QUESTION_KINDS, 'other'] as const).flatMap((kind) => {
    const own = rows.filter((row) => kindOf(row) === kind);
    return own.length === 0 ? [] : [{ kind, ...plainShare(own), counts: gradeCounts(own), elapsedMs: time(own) }];
  });
  return { basis: plainBasis(rows), kinds };
}

export function plainSureness(rows: readonly PlainRow[]): Page['sureness'] {
  const said = { sure: true, nothing: undefined, unsure: false } as const;
  return {
    basis: plainBasis(rows),
    groups: (['sure', 'nothing', 'unsure'] as const).map((name) => ({
      said: name,
      ...plainShare(rows.filter(({ event }) => event.sure === said[name])),
    })),
  };
}
