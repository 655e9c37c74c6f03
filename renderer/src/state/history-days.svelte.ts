import type { Client } from '../../../core/api/client.ts';
import type { Output } from '../../../core/api/contract.ts';
import type { ErrorCode } from '../../../core/domain/errors.ts';
import { codeOf } from './failure.ts';

export type HistoryDay = Output<'history.list'>['days'][number];
export type HistoryEntry = HistoryDay['entries'][number];
export type PastReview = Output<'history.reviews'>['reviews'][number];

/** Days that are asked for at a time. */
const PAGE = 10;

/** What was done on which day, as far as it was looked at; takes things back. */
export class HistoryDays {
  // $state.raw: replies are replaced, never mutated.
  days = $state.raw<readonly HistoryDay[] | null>(null);
  more = $state(false);
  error = $state.raw<ErrorCode | null>(null);
  /** Answers of the days that were opened. */
  reviews = $state.raw<Readonly<Record<number, readonly PastReview[]>>>({});
  busy = $state(false);
  /** What was taken back or brought back last. */
  last = $state.raw<{ readonly undone: boolean; readonly what: string } | null>(null);
  readonly #call: Client;

  constructor(call: Client) {
    this.#call = call;
  }

  readonly load = (): Promise<void> => this.#guard(() => this.#read(Math.max(PAGE, this.days?.length ?? 0)));

  readonly older = (): Promise<void> =>
    this.#guard(async () => {
      const oldest = this.days?.at(-1)?.day;
      if (oldest === undefined) return;
      const { days, more } = await this.#call('history.list', { days: PAGE, before: oldest });
      this.days = [...(this.days ?? []), ...days];
      this.more = more;
    });

  /** Shows the answers of a day, or hides them. */
  readonly toggle = (day: number): Promise<void> =>
    this.#guard(async () => {
      const { [day]: shown, ...others } = this.reviews;
      if (shown) this.reviews = others;
      else await this.#readReviews(day);
    });

  /** Takes back what `ref` names, or brings it back. `what`: in words, for the message. */
  readonly undo = (ref: string, what: string): Promise<void> =>
    this.#guard(async () => {
      const { undone } = await this.#call('history.undo', { ref });
      this.last = { undone, what };
      await this.#read(this.days?.length ?? PAGE);
      for (const day of Object.keys(this.reviews)) await this.#readReviews(Number(day));
    });

  async #read(days: number): Promise<void> {
    const reply = await this.#call('history.list', { days: Math.min(90, days) });
    this.days = reply.days;
    this.more = reply.more;
  }

  async #readReviews(day: number): Promise<void> {
    this.reviews = { ...this.reviews, [day]: (await this.#call('history.reviews', { day })).reviews };
  }

  async #guard(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await work();
      this.error = null;
    } catch (error) {
      this.error = codeOf(error);
    } finally {
      this.busy = false;
    }
  }
}
