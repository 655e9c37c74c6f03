import type { JournalEvent } from '../../domain/history/events.ts';
import { inOrder } from '../../domain/history/order.ts';
import { OrderRule } from '../../domain/history/order-rule.ts';
import type { RawLine } from '../store/journal/raw-line.ts';

const nothingLost = () => false;

/**
 * How many lines of each device can be taken: an order that goes beyond its own clock follows from an event of another device, which
 * may still be on its way. Taken before it, the line would be none that can be true, and left out where events are read in the order of
 * the history; so that is the order here too.
 * @param highest the largest order that is here
 */
export function explained(
  behind: ReadonlyMap<string, readonly RawLine[]>,
  highest: number,
): ReadonlyMap<string, number> {
  const rule = new OrderRule(highest);
  const counts = new Map([...behind].map(([device, lines]) => [device, lines.length]));
  const ended = new Set<string>();
  for (const { device, event, at } of linesInOrder(behind)) {
    if (ended.has(device) || rule.takes(event, nothingLost)) continue;
    ended.add(device);
    counts.set(device, at);
  }
  return counts;
}

/** The events of all devices as one history, each with its place among the lines of its device. */
function* linesInOrder(behind: ReadonlyMap<string, readonly RawLine[]>) {
  const places = new Map<JournalEvent, readonly [device: string, at: number]>();
  function* eventsOf(device: string, lines: readonly RawLine[]): Generator<JournalEvent> {
    for (const [at, { event }] of lines.entries()) {
      if (event === null) continue;
      places.set(event, [device, at]);
      yield event;
    }
  }
  for (const event of inOrder([...behind].map(([device, lines]) => eventsOf(device, lines)))) {
    const [device, at] = places.get(event)!;
    places.delete(event);
    yield { device, event, at };
  }
}
