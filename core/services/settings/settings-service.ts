import { isDeepStrictEqual } from 'node:util';
import type { Handlers } from '../../api/contract.ts';
import type { Settings } from '../../domain/settings.ts';
import type { ProgressStore } from '../ports.ts';

/**
 * Reads and changes what the learner has chosen.
 * @param onChange called after a change is on the disk (Electron's menu follows the language)
 */
export function createSettingsService(
  store: ProgressStore,
  onChange: (settings: Settings) => void,
): Pick<Handlers, 'settings.get' | 'settings.set'> {
  return {
    'settings.get': async () => store.settings,
    'settings.set': async (wanted) => {
      const now = store.settings;
      const changed = Object.entries(wanted).filter(
        ([key, value]) => value !== undefined && !isDeepStrictEqual(value, now[key as keyof Settings]),
      );
      if (changed.length > 0) {
        await store.append({ type: 'setting', set: Object.fromEntries(changed) as Partial<Settings> });
        onChange(store.settings);
      }
      return store.settings;
    },
  };
}
