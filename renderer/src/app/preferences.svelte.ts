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
  /** What the host said last, and what it is being told. */
  #told: Settings = DEFAULT_SETTINGS;
  readonly #telling: Partial<Settings>[] = [];
  /** One after the other: of two replies at once the older one might come last. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(call: Client) {
    this.#call = call;
  }

  readonly load = async (): Promise<void> => {
    this.#told = await this.#next(() => this.#call('settings.get', {}));
    this.#show();
  };

  readonly change = async <K extends keyof Settings>(key: K, value: Settings[K]): Promise<void> => {
    const change: Partial<Settings> = { [key]: value };
    this.#telling.push(change);
    this.saved = null;
    this.#show();
    try {
      this.#told = await this.#next(() => this.#call('settings.set', change));
      this.errors = { ...this.errors, [key]: undefined };
      this.saved = key;
    } catch (error) {
      this.errors = { ...this.errors, [key]: codeOf(error) };
    } finally {
      this.#telling.splice(this.#telling.indexOf(change), 1);
      this.#show();
    }
  };

  #next(ask: () => Promise<Settings>): Promise<Settings> {
    const reply = this.#turn.then(ask);
    this.#turn = reply.catch(() => undefined);
    return reply;
  }

  #show(): void {
    const settings: Settings = Object.assign({}, this.#told, ...this.#telling);
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
