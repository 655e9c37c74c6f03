import type { Client } from '../../../core/api/client.ts';
import type { Output } from '../../../core/api/contract.ts';
import type { App } from './app.svelte.ts';

export type SyncStatus = Output<'sync.status'>;

/** Between two looks at how syncing goes, ms: while somebody watches, and while nobody does. */
const WATCHED_EVERY_MS = 1_000;
const EVERY_MS = 30_000;
const MINUTE = 60_000;
/** How long something may be wrong before it is said where nobody asked. A stick that is not plugged in is no fault for days. */
const PATIENCE_MS: Partial<Record<NonNullable<SyncStatus['trouble']>['what'], number>> = {
  'folder-missing': 3 * 24 * 60 * MINUTE,
  'not-readable': 24 * 60 * MINUTE,
};
const USUAL_PATIENCE_MS = 10 * MINUTE;

/** How the sync folder goes, looked at from time to time. What comes from other devices makes every view look again. */
export class SyncWatch {
  status = $state.raw<SyncStatus | null>(null);
  readonly #call: Client;
  readonly #app: Pick<App, 'now' | 'renewal' | 'connection' | 'preferences'>;
  #watchers = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isListening = false;

  constructor(app: Pick<App, 'call' | 'now' | 'renewal' | 'connection' | 'preferences'>) {
    this.#call = app.call;
    this.#app = app;
  }

  /** What has been wrong for so long that it is to be said anywhere; null where there is nothing. */
  get longTrouble(): NonNullable<SyncStatus['trouble']> | null {
    const trouble = this.status?.trouble ?? null;
    if (trouble === null) return null;
    return this.#app.now() - trouble.since >= (PATIENCE_MS[trouble.what] ?? USUAL_PATIENCE_MS) ? trouble : null;
  }

  /** Looks from now on, and lets the host look for what came each time the learner is back. @returns how to stop */
  readonly listen = (): (() => void) => {
    const { renewal, connection } = this.#app;
    this.#isListening = true;
    const ends = [renewal.whenRenewed(() => void this.#wake()), connection.whenBack(() => void this.load())];
    void this.load();
    return () => {
      this.#isListening = false;
      clearTimeout(this.#timer);
      for (const end of ends) end();
    };
  };

  /** Somebody looks at it: it is looked at more often until the way back is called. */
  readonly watch = (): (() => void) => {
    this.#watchers += 1;
    void this.load();
    return () => void (this.#watchers -= 1);
  };

  /** Looks now. A host that does not answer is told by the banner. */
  readonly load = async (): Promise<void> => {
    clearTimeout(this.#timer);
    const status = await this.#call('sync.status', {}).catch(() => null);
    if (status !== null) this.take(status);
    clearTimeout(this.#timer);
    if (this.#isListening) this.#timer = setTimeout(() => void this.load(), this.#everyMs());
  };

  /** What a call said of it. */
  readonly take = (status: SyncStatus): void => {
    const before = this.status;
    this.status = status;
    if (before === null || status.arrived === before.arrived) return;
    // Settings are among what may have come.
    void this.#app.preferences.load().catch(() => undefined);
    this.#app.renewal.renew();
  };

  async #wake(): Promise<void> {
    if (this.status?.folder == null) return;
    await this.#call('sync.wake', {}).catch(() => undefined);
  }

  #everyMs(): number {
    return this.#watchers > 0 || this.status?.work ? WATCHED_EVERY_MS : EVERY_MS;
  }
}
