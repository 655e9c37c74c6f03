import { reminderBetween } from '../domain/plan/reminder-time.ts';
import type { Settings } from '../domain/settings.ts';
import type { OffsetAt } from '../domain/study/study-day.ts';
import type { Client } from './client.ts';

/** What a reminder tells: cards that are due and new ones within today's limits, and about how long they take. */
export interface Due {
  readonly cards: number;
  readonly minutes: number;
}

export interface ReminderParts {
  readonly call: Client;
  /** Epoch ms, by the host's clock. */
  readonly now: () => number;
  readonly offsetAt: OffsetAt;
  readonly settings: () => Pick<Settings, 'reminderHours' | 'badge'>;
  readonly notify: (due: Due) => void;
  /** 0: nothing on the icon. */
  readonly showBadge: (cards: number) => void;
}

/**
 * Tells at the chosen hours what is due, and keeps the number on the app's icon. It looks at the time again and again instead of
 * waiting for it: a machine that slept has stopped its timers, and clocks are moved.
 */
export class Reminders {
  readonly #parts: ReminderParts;
  #since: number;
  /** The hour that was told last, by its day: the clocks may show it twice. */
  #told: string | null = null;
  #badge = 0;

  constructor(parts: ReminderParts) {
    this.#parts = parts;
    this.#since = parts.now();
  }

  /** Looks whether an hour has begun since it was last asked. */
  readonly look = async (): Promise<void> => {
    const { now, offsetAt, settings, notify } = this.#parts;
    const { reminderHours, badge } = settings();
    const [since, at] = [this.#since, now()];
    this.#since = at;
    const hour = reminderBetween(since, at, reminderHours, offsetAt);
    const isTime = hour !== null && hour !== this.#told;
    if (!badge) this.#show(0);
    if (!isTime && !badge) return;
    const due = await this.#due();
    if (badge) this.#show(due.cards);
    if (!isTime) return;
    this.#told = hour;
    if (due.cards > 0) notify(due);
  };

  async #due(): Promise<Due> {
    const { due, new: fresh, minutesDue } = await this.#parts.call('stats.summary', {});
    return { cards: due + fresh, minutes: minutesDue };
  }

  #show(cards: number): void {
    if (cards === this.#badge) return;
    this.#badge = cards;
    this.#parts.showBadge(cards);
  }
}
