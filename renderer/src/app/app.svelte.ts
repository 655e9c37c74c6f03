import { createClient, type Client, type Transport } from '../../../core/api/client.ts';
import type { Output } from '../../../core/api/contract.ts';
import { dueWords, inDays } from '../i18n/formats.ts';
import { locale, t } from '../i18n/locale.svelte.ts';
import { Connection } from './connection.svelte.ts';
import { KeptStates } from './kept-states.ts';
import { Loaded } from './loaded.svelte.ts';
import { Preferences } from './preferences.svelte.ts';
import { Renewal } from './renewal.ts';
import { Router } from './router.svelte.ts';

/** Everything that lives longer than a view. */
export class App {
  readonly connection: Connection;
  readonly call: Client;
  readonly router = new Router(window);
  readonly renewal: Renewal;
  readonly preferences: Preferences;
  readonly info: Loaded<Output<'app.info'>>;
  /** True when language and theme are known, so that nothing is drawn in the wrong ones. */
  ready = $state(false);
  /** Kept between visits, so Today and the courses are on screen at once. */
  readonly library: Loaded<Output<'library.list'>>;
  /** The one object of a class that outlives its view: made when first asked for, still there when the view is opened again. */
  readonly keep = new KeptStates<App>(this).of;
  #clockOffsetMs = 0;

  /** @param pathOf where a file lies that was dropped; '' where the shell does not know */
  constructor(
    transport: Transport,
    readonly pathOf: (file: File) => string = () => '',
  ) {
    locale.use('system');
    this.connection = new Connection(transport);
    this.call = createClient(this.connection.send);
    this.preferences = new Preferences(this.call);
    this.renewal = new Renewal({ now: this.now, rolloverHour: () => this.preferences.current.rolloverHour });
    this.library = new Loaded(() => this.call('library.list', {}));
    this.info = new Loaded(async () => {
      const info = await this.call('app.info', {});
      this.#clockOffsetMs = info.now - Date.now();
      return info;
    });
  }

  /** The host's clock, epoch ms: it decides what is due, and tests move it. */
  readonly now = (): number => Date.now() + this.#clockOffsetMs;

  /** When something is due, in words of the language in use. @param days study days ahead, where it is due on a day */
  readonly dueText = (due: number, days?: number): string =>
    days === undefined ? dueWords(due, this.now(), this.preferences.current.rolloverHour) : inDays(days, due);

  /** When the next question is due, as a sentence. One that is due though nothing is left waits for the daily limit. */
  readonly nextDueText = (due: number): string =>
    due <= this.now() ? t('today.limit') : t('today.nextDue', this.dueText(due));

  readonly start = async (): Promise<void> => {
    // A host that can not be reached is shown by the banner; the page is drawn with defaults meanwhile.
    await Promise.all([this.preferences.load().catch(() => undefined), this.info.load()]);
    this.ready = true;
  };
}
