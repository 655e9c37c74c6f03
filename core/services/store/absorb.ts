import type { JournalEvent } from '../../domain/history/events.ts';
import { inOrder } from '../../domain/history/order.ts';
import { choosesParameters } from '../../domain/history/parameters.ts';
import { negationOf, type Negation } from '../../domain/history/voided.ts';
import { inSlices } from '../jobs/slices.ts';
import { adopted } from './adopt.ts';
import type { AddedEvents } from './data-store.ts';
import type { History } from './fold/history.ts';
import type { Journals } from './journal/journals.ts';
import { isCheaperWhole, rebuiltHistory, rebuiltReadingOn } from './rebuilt-history.ts';

/** Events between two chances to give the loop free. */
const GROUP = 500;

/** Events in the journals. */
const countIn = (journals: Journals): number => journals.covered.reduce((sum, { seq }) => sum + seq, 0);

/** Events that were read of the journals and that a history does not hold yet. */
export interface FreshEvents {
  /** The events, in the order of the history; may be asked for only once. */
  readonly events: () => Iterable<JournalEvent>;
  /** How many events or cards must be looked at again for them. */
  readonly touched: number;
  readonly negations: readonly Negation[];
  /** They change the parameters, and with them every card. */
  readonly ofAll?: boolean;
  /** Those among the events that choose the parameters, where they are known already. */
  readonly chosen?: readonly JournalEvent[];
}

/**
 * Events that were just put on the disk, behind all others: unless they take something back, nothing is looked at again for them.
 * @param touched how many events or cards they touch; Infinity: every card
 */
export function acceptedEvents(events: readonly JournalEvent[], touched: number): FreshEvents {
  const negations = events.map(negationOf).filter((negation) => negation !== null);
  const chosen = events.filter(choosesParameters);
  const ofAll = chosen.length > 0 || touched === Infinity;
  return { events: () => events, touched: negations.length > 0 ? touched : 0, negations, ofAll, chosen };
}

/** A history with fresh events in it: the same one, or, where that costs less, one that was made anew in one pass. */
export async function absorbed(
  history: History,
  journals: Journals,
  { events, touched, negations, ofAll = false, chosen }: FreshEvents,
): Promise<History> {
  const isCheaper = ofAll || isCheaperWhole(touched, countIn(journals));
  const whole = isCheaper ? await rebuiltHistory(journals, history, negations, chosen) : null;
  if (whole === null) await inSlices(history.absorbing(events()));
  return whole ?? history;
}

/** The history with all that stands in the journals, and how many events that added. */
export interface ReadOn {
  readonly history: History;
  readonly added: number;
}

/**
 * Reads on in the journals of all devices, new ones too, and takes in what came.
 * @param expected what is known of it already
 * @returns null where events stand out of order: the files must be mended, and the history made anew, before anything else
 */
export async function readOn(history: History, journals: Journals, expected?: AddedEvents): Promise<ReadOn | null> {
  if (expected?.brought && (await adopted(history, journals, expected.brought)))
    return { history, added: expected.events };
  journals.lookForDevices();
  const before = new Map(journals.covered.map(({ device, seq }) => [device, seq]));
  const events = () => inOrder(journals.all.map((journal) => journal.events(before.get(journal.covered.device) ?? 0)));
  if (expected && isCheaperWhole(expected.events, countIn(journals) + expected.events)) {
    const whole = await rebuiltReadingOn(journals, history, expected);
    if (journals.disordered.size > 0) return null;
    if (whole === null) await inSlices(history.absorbing(events()));
    return { history: whole ?? history, added: expected.events };
  }
  // Read once to know how much there is and what it takes back; applied in a second pass, in the order of the whole history.
  const negations: Negation[] = [];
  const chosen: JournalEvent[] = [];
  const added = await inSlices(counting(journals.unread(), negations, chosen));
  if (journals.disordered.size > 0) return null;
  return {
    history: await absorbed(history, journals, { events, touched: added, negations, ofAll: chosen.length > 0, chosen }),
    added,
  };
}

/** @param chosen gets those that choose the parameters */
function* counting(
  events: Iterable<JournalEvent>,
  negations: Negation[],
  chosen: JournalEvent[],
): Generator<void, number> {
  let count = 0;
  for (const event of events) {
    const negation = negationOf(event);
    if (negation) negations.push(negation);
    if (choosesParameters(event)) chosen.push(event);
    if (++count % GROUP === 0) yield;
  }
  return count;
}
