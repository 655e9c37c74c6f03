import { OrderRule } from '../../domain/history/order-rule.ts';
import type { RawLine } from '../store/journal/raw-line.ts';

const nothingLost = () => false;

/**
 * How many lines of each device can be taken: an order that goes beyond its own clock follows from an event of another device, which
 * may still be on its way. Taken before it, the line would be none that can be true.
 * @param highest the largest order that is here
 */
export function explained(
  behind: ReadonlyMap<string, readonly RawLine[]>,
  highest: number,
): ReadonlyMap<string, number> {
  const rule = new OrderRule(highest);
  const counts = new Map<string, number>([...behind.keys()].map((device) => [device, 0]));
  for (let isMoving = true; isMoving;) {
    isMoving = false;
    for (const [device, lines] of behind) {
      const from = counts.get(device)!;
      let to = from;
      while (to < lines.length && isTaken(rule, lines[to]!)) to++;
      counts.set(device, to);
      isMoving ||= to > from;
    }
  }
  return counts;
}

const isTaken = (rule: OrderRule, { event }: RawLine): boolean => event === null || rule.takes(event, nothingLost);
