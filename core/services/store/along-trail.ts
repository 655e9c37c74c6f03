import type { JournalEvent } from '../../domain/history/events.ts';
import { compareEvents } from '../../domain/history/order.ts';
import { inTime } from '../../domain/history/stamped-ahead.ts';
import type { History } from './fold/history.ts';
import type { Packed } from './fold/packed-refs.ts';
import type { Journals } from './journal/journals.ts';

/** Reads the lines that a trail names: its events at their true time, in the order of the history. */
export function alongTrail(journals: Journals, history: History, trail: readonly Packed[]): JournalEvent[] {
  const events = journals.load(trail, history.trails.refs);
  return Array.from(events.values(), (event) => inTime(event, history.voided)).sort(compareEvents);
}
