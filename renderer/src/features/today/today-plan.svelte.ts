import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import { Loaded } from '../../app/loaded.svelte.ts';
import { Task } from '../../app/task.svelte.ts';
import { locale } from '../../i18n/locale.svelte.ts';

export type DayPlan = Output<'plan.day'>;
export type Backlog = Output<'plan.backlog'>;

/** The plan of a sitting: what the time that was chosen for it buys. */
export class TodayPlan {
  /** The time chosen for this sitting; null: as it comes. */
  minutes = $state.raw<number | null>(null);
  readonly day: Loaded<DayPlan>;
  readonly backlog: Loaded<Backlog>;
  readonly #call: Client;
  readonly #starting = new Task();

  constructor({ call }: { readonly call: Client }) {
    this.#call = call;
    this.day = new Loaded(() => call('plan.day', { ...this.#chosen(), language: locale.language }));
    this.backlog = new Loaded(() => call('plan.backlog', {}));
  }

  readonly load = async (): Promise<void> => {
    await this.day.load();
    if (this.day.value?.hasBacklog) await this.backlog.load();
    else this.backlog.value = null;
  };

  readonly choose = (minutes: number | null): Promise<void> => {
    this.minutes = minutes;
    return this.day.load();
  };

  get error() {
    return this.#starting.error;
  }

  /** @returns the session that asks what is planned; undefined where it could not be begun */
  readonly start = async (): Promise<string | undefined> => {
    const started = await this.#starting.run(() => this.#call('plan.start', this.#chosen()));
    // The next sitting has what is left of the day.
    if (started) this.minutes = null;
    return started?.sessionId;
  };

  #chosen(): { minutes?: number } {
    return this.minutes === null ? {} : { minutes: this.minutes };
  }
}
