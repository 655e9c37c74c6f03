import type { Output } from '../../../core/api/contract.ts';
import { TIMELINE_THEMES, type TimelineTheme } from '../../../core/domain/pictures.ts';
import { packRows } from './pack-rows.ts';
import { placeDate, yearOf } from './time-axis.ts';

export type TimelineEvent = Output<'course.pictures'>['timeline'][number];

/** An event in its lane. `left` and `width` are in years from the start of the axis. */
interface Mark {
  readonly event: TimelineEvent;
  readonly left: number;
  readonly width: number;
  /** From 0, so that no mark or name covers another. */
  readonly row: number;
  readonly yearOnly: boolean;
  /** The room of its name, px. */
  readonly label: number;
  /** The name stands before the mark: behind it the axis ends. */
  readonly before: boolean;
}
export interface Lane {
  readonly theme: TimelineTheme;
  readonly rows: number;
  readonly marks: readonly Mark[];
}

/** How wide the axis is drawn, and what room each name wants. */
export interface Drawing {
  /** The years of the axis. */
  readonly years: number;
  /** Px a year. */
  readonly scale: number;
  readonly labelOf: (event: TimelineEvent) => number;
}

/** The room a mark takes, in years, at the narrowest the timeline gets. */
const MARK_YEARS = 0.78;
const GAP_YEARS = 0.08;

/** The axis begins a year before the first event, so that the beginning can be seen. */
export function axisOf(events: readonly TimelineEvent[]): { first: number; last: number } {
  const years = events.map(({ date }) => yearOf(date));
  return { first: Math.min(...years) - 1, last: Math.max(...years) };
}

/** One lane a theme, in the order of the themes; lanes without events are left out. */
export function lanesOf(events: readonly TimelineEvent[], firstYear: number, drawing: Drawing): Lane[] {
  return TIMELINE_THEMES.flatMap((theme) => {
    const own = events.filter((event) => event.theme === theme);
    return own.length === 0 ? [] : [laneOf(theme, own, firstYear, drawing)];
  });
}

function laneOf(
  theme: TimelineTheme,
  events: readonly TimelineEvent[],
  firstYear: number,
  { years, scale, labelOf }: Drawing,
): Lane {
  const spaced = events.map((event) => spaceOf(event, firstYear)).sort((a, b) => a.left - b.left);
  const placed = spaced.map((space) => {
    const label = labelOf(space.event);
    const right = space.left + space.width;
    const before = right + label / scale > years;
    const from = before ? space.left - label / scale : space.left;
    return { ...space, label, before, from, to: before ? right : right + label / scale };
  });
  const rows = packRows(placed, GAP_YEARS);
  const marks = placed.map((mark, at) => ({ ...mark, row: rows[at] ?? 0 }));
  return { theme, rows: Math.max(0, ...rows) + 1, marks };
}

/** A year fills its year; a day or a month is a dot around its middle. */
function spaceOf(event: TimelineEvent, firstYear: number): Pick<Mark, 'event' | 'left' | 'width' | 'yearOnly'> {
  const { from, to, precision } = placeDate(event.date);
  if (precision === 'year') return { event, left: from - firstYear, width: 1, yearOnly: true };
  return { event, left: (from + to) / 2 - MARK_YEARS / 2 - firstYear, width: MARK_YEARS, yearOnly: false };
}
