import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import { MODES } from '../../../../core/domain/study/modes.ts';
import type { ErrorCode } from '../../../../core/domain/errors.ts';
import { Task } from '../../app/task.svelte.ts';

export type HistoryDay = Output<'history.list'>['days'][number];
export type HistoryEntry = HistoryDay['entries'][number];
export type PastReview = Output<'history.reviews'>['reviews'][number];
/** A day's answers are told in two rows. */
export type AnswerKind = 'reviews' | 'practice';

/** Days that are asked for at a time. */
const PAGE = 10;

/** What was done on which day, as far as it was looked at; takes things back. */
export class HistoryDays {
  // $state.raw: replies are replaced, never mutated.
  days = $state.raw<readonly HistoryDay[] | null>(null);
  more = $state(false);
  /** Answers of the rows that were opened. */
  answers = $state.raw<
    readonly { readonly day: number; readonly kind: AnswerKind; readonly reviews: readonly PastReview[] }[]
  >([]);
  /** What was taken back or brought back last. */
  last = $state.raw<{ readonly undone: boolean; readonly what: string } | null>(null);
  readonly #call: Client;
  readonly #task = new Task();

  constructor(call: Client) {
    this.#call = call;
  }

  get error(): ErrorCode | null {
    return this.#task.error;
  }

  readonly load = (): Promise<void> => this.#task.run(() => this.#read(Math.max(PAGE, this.days?.length ?? 0)));

  readonly older = (): Promise<void> =>
    this.#task.run(async () => {
      const oldest = this.days?.at(-1)?.day;
      if (oldest === undefined) return;
      const { days, more } = await this.#call('history.list', { days: PAGE, before: oldest });
      this.days = [...(this.days ?? []), ...days];
      this.more = more;
    });

  /** The answers of a row, where it is open. */
  readonly answersOf = (day: number, kind: AnswerKind): readonly PastReview[] | undefined =>
    this.answers.find((row) => row.day === day && row.kind === kind)?.reviews;

  /** Opens a row, or closes it. */
  readonly toggle = (day: number, kind: AnswerKind): Promise<void> =>
    this.#task.run(async () => {
      const isOpen = this.answersOf(day, kind) !== undefined;
      this.answers = isOpen
        ? this.answers.filter((row) => row.day !== day || row.kind !== kind)
        : [...this.answers, await this.#readAnswers(day, kind)];
    });

  /** Takes back what `ref` names, or brings it back. `what`: in words, for the message. */
  readonly undo = (ref: string, what: string): Promise<void> =>
    this.#task.run(async () => {
      const { undone } = await this.#call('history.undo', { ref });
      this.last = { undone, what };
      await this.#read(this.days?.length ?? PAGE);
      this.answers = await Promise.all(this.answers.map(({ day, kind }) => this.#readAnswers(day, kind)));
    });

  async #read(days: number): Promise<void> {
    const reply = await this.#call('history.list', { days: Math.min(90, days) });
    this.days = reply.days;
    this.more = reply.more;
  }

  async #readAnswers(day: number, kind: AnswerKind) {
    const { reviews } = await this.#call('history.reviews', { day });
    return { day, kind, reviews: reviews.filter(({ mode }) => MODES[mode].schedules === (kind === 'reviews')) };
  }
}
