import type { JournalEvent } from '../../domain/history/events.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../domain/settings.ts';
import type { Entry } from './history-entry.ts';

type Changes = NonNullable<Entry['changes']>;
type SettingEvent = Extract<JournalEvent, { type: 'setting' }>;

/** What settings were before each change. The history is walked backwards, so that is learned from older events. */
export class SettingChanges {
  /** Changes whose earlier value has not been met yet, by setting. */
  readonly #open = new Map<string, { from: Changes[number]['from'] }[]>();

  /** The changes of an event; `from` is the default until an older event says otherwise. */
  add({ set }: SettingEvent, isUndone: boolean): Changes {
    if (!isUndone) this.#settle(set);
    return Object.entries(set).map(([key, to]) => {
      const change = { key, from: DEFAULT_SETTINGS[key as keyof Settings], to };
      this.#open.set(key, [...(this.#open.get(key) ?? []), change]);
      return change;
    });
  }

  #settle(set: Partial<Settings>): void {
    for (const [key, value] of Object.entries(set)) {
      for (const change of this.#open.get(key) ?? []) change.from = value;
      this.#open.delete(key);
    }
  }
}
