import type { Client } from '../../../core/api/client.ts';
import { Reminders } from '../../../core/api/reminders.ts';
import type { Settings } from '../../../core/domain/settings.ts';
import { t } from '../i18n/locale.svelte.ts';
import { zoneOffsetMin } from './zone-offset.ts';

const LOOK_EVERY_MS = 20_000;

interface Parts {
  readonly call: Client;
  /** Epoch ms, by the host's clock. */
  readonly now: () => number;
  /** As they are now; read in an effect. */
  readonly settings: () => Settings;
  /** The setting that the learner changed last here; read in an effect. */
  readonly saved: () => keyof Settings | null;
  /** The page is the whole app: where a desktop app is around it, that one reminds. */
  readonly isAlone: () => boolean;
}

/** Reminders of a page in the browser, as long as it is open. */
export class PageReminders {
  constructor(private readonly parts: Parts) {}

  /** Looks at the time from now on; returns the way to stop. The learner is asked for leave when they turn reminders on, not before. */
  readonly listen = (): (() => void) => {
    const { call, now, settings, isAlone } = this.parts;
    if (typeof Notification === 'undefined') return () => undefined;
    const reminders = new Reminders({
      ...{ call, now, settings },
      offsetAt: zoneOffsetMin,
      notify: ({ cards, minutes }) => this.#show(t('reminder.body', cards, minutes)),
      // A page has no icon of its own.
      showBadge: () => undefined,
    });
    const look = () => {
      if (isAlone() && settings().reminderHours.length > 0) reminders.look().catch(() => undefined);
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    const unwatch = $effect.root(() => this.#askWhenTurnedOn());
    return () => {
      clearInterval(timer);
      unwatch();
    };
  };

  #askWhenTurnedOn(): void {
    const { saved, settings, isAlone } = this.parts;
    $effect(() => {
      const isTurnedOn = saved() === 'reminderHours' && settings().reminderHours.length > 0;
      if (isTurnedOn && isAlone() && Notification.permission === 'default')
        void Notification.requestPermission().catch(() => undefined);
    });
  }

  #show(body: string): void {
    if (Notification.permission !== 'granted') return;
    const note = new Notification(t('reminder.title'), { body, tag: 'jamdai-due' });
    note.onclick = () => window.focus();
  }
}
