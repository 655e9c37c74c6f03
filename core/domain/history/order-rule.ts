import { DAY_MS } from '../study/study-day.ts';
import type { Stamp } from './events.ts';
import { MAX_ORDER } from './limits.ts';

/**
 * Which orders can be true. An order is the device's clock, or the next one after an event that was seen, which comes before it
 * in the history: so it is at most a little beyond the largest `at` before it. One that is more than a day beyond belongs to no
 * honest event, and every later event would have to go beyond it in turn.
 */
export class OrderRule {
  /** The largest `at` that was taken. */
  #latest = 0;

  /** @param highest the largest order that was taken before */
  constructor(private highest: number) {}

  /** An order that was taken elsewhere. */
  passed(order: number): void {
    this.highest = Math.max(this.highest, order);
  }

  /**
   * May the next event in the order of the history have its order?
   * @param isAnythingLost then the event that explained it may be what is lost, and only what no history can reach is refused
   */
  takes({ at, order }: Pick<Stamp, 'at' | 'order'>, isAnythingLost: () => boolean): boolean {
    const latest = Math.max(this.#latest, at);
    const isExplained = order <= latest + DAY_MS || order <= this.highest + 1;
    if (!isExplained && (order > MAX_ORDER || !isAnythingLost())) return false;
    this.#latest = latest;
    this.highest = Math.max(this.highest, order);
    return true;
  }
}
