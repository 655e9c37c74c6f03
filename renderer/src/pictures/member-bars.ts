import type { Output } from '../../../core/api/contract.ts';
import { memberCounts, type MemberCount } from '../../../core/domain/members-at.ts';
import { placeDate, yearOf } from './time-axis.ts';

export type MemberState = Output<'course.pictures'>['members'][number];
type MemberSpan = MemberState['spans'][number];

/** A time on the axis, in shares of it from 0 to 1. */
export interface Bar {
  readonly span: MemberSpan;
  readonly left: number;
  readonly width: number;
  /** The part at its beginning of which only the year is sure. */
  readonly rough: number;
  /** It goes on to the end of the text. */
  readonly open: boolean;
}
/** One level of the count of states, in shares of the axis. */
export interface Level extends MemberCount {
  readonly left: number;
  readonly width: number;
}
export interface Axis {
  readonly first: number;
  readonly last: number;
}

/** From the year before the first time on, to the last year the course tells of. */
export function memberAxis(states: readonly MemberState[], last: number): Axis {
  const dates = states.flatMap(({ spans }) => spans.flatMap(({ from, to }) => (to === null ? [from] : [from, to])));
  const years = dates.map(yearOf);
  return { first: Math.min(...years) - 1, last: Math.max(last, ...years) };
}

const shareOf = (at: number, { first, last }: Axis): number => (at - first) / (last + 1 - first);

export function barsOf(state: MemberState, axis: Axis): Bar[] {
  return state.spans.map((span) => {
    const start = placeDate(span.from);
    const end = span.to === null ? axis.last + 1 : placeDate(span.to).from;
    const left = shareOf(start.from, axis);
    return {
      span,
      left,
      width: shareOf(end, axis) - left,
      rough: start.precision === 'year' ? shareOf(start.to, axis) - left : 0,
      open: span.to === null,
    };
  });
}

/** The count of states as levels side by side. */
export function levelsOf(states: readonly MemberState[], axis: Axis): Level[] {
  const counts = memberCounts(states);
  return counts.map((count, at) => {
    const next = counts[at + 1];
    const left = shareOf(placeDate(count.date).from, axis);
    return { ...count, left, width: (next ? shareOf(placeDate(next.date).from, axis) : 1) - left };
  });
}
