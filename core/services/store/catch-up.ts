import { inOrder } from '../../domain/history/order.ts';
import type { JournalEvent } from '../../domain/history/events.ts';
import type { Journals } from './journal/journals.ts';
import { atOnce } from '../../domain/at-once.ts';
import { parametersIn } from '../../domain/history/parameters.ts';
import { History } from './fold/history.ts';
import { rebuilding } from './fold/rebuild.ts';
import { forgets, knowing } from './fold/knowledge.ts';

/** Folding a touched card again costs as much as replaying this many events (measured: docs/bench.md). */
export const REFOLD_COST = 200;

/**
 * Brings a history up to what its journals hold. Where a journal is read again from its begin, the events the history holds
 * already are passed over; those whose lines are lost stay in it.
 */
export function catchUp(known: History, journals: Journals): { history: History; replayed: number } {
  const isReread = known.progress.cards.size > 0 && journals.all.some((journal) => journal.isReread);
  if (!isReread) {
    const replayed = known.absorb(journals.unread(), false);
    return { history: underItsParameters(known, journals), replayed };
  }
  const isKnown = knowing(known);
  const fresh: JournalEvent[] = [];
  for (const event of journals.unread()) if (!isKnown(event)) fresh.push(event);
  const total = journals.covered.reduce((sum, { seq }) => sum + seq, 0);
  if (fresh.length > 1_000 && fresh.length * REFOLD_COST > total) {
    const whole = new History(journals);
    whole.absorb(inOrder(journals.all.map((journal) => journal.events())), false);
    const history = underItsParameters(whole, journals);
    if (!atOnce(forgets(history, known))) return { history, replayed: fresh.length };
  }
  known.absorb(fresh);
  return { history: known, replayed: fresh.length };
}

/** A history whose cards were folded under other parameters than it ends with: folded again, in one pass where that costs less. */
function underItsParameters(history: History, journals: Journals): History {
  if (!history.isOutdated) return history;
  const { negations, progress } = history;
  const total = journals.covered.reduce((sum, { seq }) => sum + seq, 0);
  if (progress.cards.size * REFOLD_COST > total) {
    const events = () => journals.all.map((journal) => journal.events());
    const whole = atOnce(rebuilding(journals, events, negations, () => undefined, parametersIn(progress)));
    if (!atOnce(forgets(whole, history))) return whole;
  }
  history.absorb([]);
  return history;
}
