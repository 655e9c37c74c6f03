import type { NoticeCode } from '../../domain/notices.ts';
import type { Stamp } from '../../domain/history/events.ts';
import type { AheadSpan } from '../../domain/history/stamped-ahead.ts';
import { DAY_MS } from '../../domain/study/study-day.ts';
import type { StoreNotice } from '../ports.ts';

/** A clock that is behind what was seen by less than this is no news: two devices never agree to the second. */
const CLOCK_SLACK_MS = 120_000;

/** What was found and mended since the folder was opened. Each kind is told once, with what was found last. */
export class Notices {
  readonly #byCode = new Map<NoticeCode, StoreNotice>();

  /** The most that the clock was behind what was seen when an event was stamped, ms. */
  #behindMs = 0;

  /**
   * In the order in which the kinds were first found.
   * @param stampedAhead orders go on from a clock that ran ahead, also when it is known to have been wrong
   */
  all(stampedAhead: readonly AheadSpan[]): StoreNotice[] {
    const ahead = Math.max(0, ...stampedAhead.map(({ days }) => days)) * DAY_MS;
    const wentBack: StoreNotice[] =
      this.#behindMs > ahead + CLOCK_SLACK_MS ? [{ code: 'clock-went-back', count: 1 }] : [];
    return [...this.#byCode.values(), ...wentBack];
  }

  /** An event was stamped now. */
  stamped({ order, at }: Pick<Stamp, 'order' | 'at'>): void {
    this.#behindMs = Math.max(this.#behindMs, order - at);
  }

  add(...found: readonly StoreNotice[]): void {
    for (const notice of found) this.#byCode.set(notice.code, notice);
  }
}
