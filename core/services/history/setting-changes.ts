import type { JournalEvent } from '../../domain/history/events.ts';
import { DEFAULT_SETTINGS, isLook, type Settings } from '../../domain/settings.ts';
import type { Entry } from './history-entry.ts';

type Changes = NonNullable<Entry['changes']>;
type SettingEvent = Extract<JournalEvent, { type: 'setting' }>;

const placeOf = (key: string, device: string): string => (isLook(key) ? `${device} ${key}` : key);

/** What settings were before each change. The history is walked backwards, so that is learned from older events. */
export class SettingChanges {
  /** Changes whose earlier value has not been met yet, by setting; of the look, by device. */
  readonly #open = new Map<string, { from: Changes[number]['from'] }[]>();

  /** The changes of an event; `from` is the default until an older event says otherwise. */
  add({ set, device }: SettingEvent, isUndone: boolean): Changes {
    if (!isUndone) this.#settle(set, device);
    return Object.entries(set).map(([key, to]) => {
      const change = { key, from: DEFAULT_SETTINGS[key as keyof Settings], to };
      const place = placeOf(key, device);
      this.#open.set(place, [...(this.#open.get(place) ?? []), change]);
      return change;
    });
  }

  #settle(set: Partial<Settings>, device: string): void {
    for (const [key, value] of Object.entries(set)) {
      const place = placeOf(key, device);
      for (const change of this.#open.get(place) ?? []) change.from = value;
      this.#open.delete(place);
    }
  }
}
