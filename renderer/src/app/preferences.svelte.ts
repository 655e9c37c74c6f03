import type { Client } from '../../../core/api/client.ts';
import type { ErrorCode } from '../../../core/domain/errors.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/domain/settings.ts';
import { locale } from '../i18n/locale.svelte.ts';
import { codeOf } from './failure.ts';

/** The learner's settings, mirrored. A change shows at once, is saved at once, and is taken back when it can not be saved. */
export class Preferences {
  current = $state.raw<Settings>(DEFAULT_SETTINGS);
  errors = $state.raw<Partial<Record<keyof Settings, ErrorCode>>>({});
  saved = $state.raw<keyof Settings | null>(null);
  readonly #call: Client;

  constructor(call: Client) {
    this.#call = call;
  }

  readonly load = async (): Promise<void> => {
    this.#show(await this.#call('settings.get', {}));
  };

  readonly change = async <K extends keyof Settings>(key: K, value: Settings[K]): Promise<void> => {
    const before = this.current;
    this.saved = null;
    this.#show({ ...before, [key]: value });
    try {
      this.#show(await this.#call('settings.set', { [key]: value }));
      this.errors = { ...this.errors, [key]: undefined };
      this.saved = key;
    } catch (error) {
      this.#show({ ...this.current, [key]: before[key] });
      this.errors = { ...this.errors, [key]: codeOf(error) };
    }
  };

  #show(settings: Settings): void {
    this.current = settings;
    locale.use(settings.language);
  }

  /** Puts language, theme and text size on the page. Reads state, so it belongs into an effect. */
  readonly applyTo = (root: HTMLElement): void => {
    const { theme, fontScale } = this.current;
    root.lang = locale.language;
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
    root.style.fontSize = `${16 * fontScale}px`;
  };
}
