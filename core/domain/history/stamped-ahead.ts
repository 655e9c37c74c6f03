import { DAY_MS } from '../study/study-day.ts';
import type { ClockEvent, JournalEvent, Stamp } from './events.ts';

/** Events of one device, from one number to another, that its clock stamped so many whole days ahead of their true time. */
export type AheadSpan = ClockEvent['spans'][number];

/**
 * How many days ahead of its true time an event is stamped, as far as anybody has said. Two devices may have said it of the
 * same events: the larger number holds, whoever was first.
 */
export function daysAhead({ device, seq }: Pick<Stamp, 'device' | 'seq'>, spans: readonly AheadSpan[]): number {
  let days = 0;
  for (const span of spans)
    if (span.device === device && span.from <= seq && seq <= span.to) days = Math.max(days, span.days);
  return days;
}

/** The event at its true time: at the same hour of an earlier day. Its place in the history stays. */
export function inTime<E extends JournalEvent>(event: E, { spans }: { readonly spans: readonly AheadSpan[] }): E {
  const days = spans.length === 0 ? 0 : daysAhead(event, spans);
  if (days === 0) return event;
  const moved = { ...event, at: event.at - days * DAY_MS };
  if (moved.type !== 'card') return moved;
  const { buriedUntilDay, dueDay, lastDay, memory } = moved.change;
  if (!buriedUntilDay && dueDay === undefined && memory === undefined) return moved;
  return {
    ...moved,
    change: {
      ...moved.change,
      ...(buriedUntilDay && { buriedUntilDay: buriedUntilDay - days }),
      ...(dueDay !== undefined && { dueDay: dueDay - days }),
      ...(lastDay !== undefined && { lastDay: lastDay - days }),
      ...(memory && { memory: { ...memory, at: memory.at - days * DAY_MS, lastDay: memory.lastDay - days } }),
    },
  };
}

/** How many events there can be in spans. */
export const eventsIn = (spans: readonly AheadSpan[]): number =>
  spans.reduce((sum, { from, to }) => sum + Math.max(0, to - from + 1), 0);

/** The spans that hold in one of two lists only. */
export function changedSpans(before: readonly AheadSpan[], now: readonly AheadSpan[]): AheadSpan[] {
  const names = (spans: readonly AheadSpan[]) => new Set(spans.map((span) => JSON.stringify(span)));
  const [old, fresh] = [names(before), names(now)];
  return [...before, ...now].filter((span) => old.has(JSON.stringify(span)) !== fresh.has(JSON.stringify(span)));
}
