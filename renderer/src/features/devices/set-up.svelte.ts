import type { Client } from '../../../../core/api/client.ts';
import type { Output } from '../../../../core/api/contract.ts';
import type { ErrorCode } from '../../../../core/domain/errors.ts';
import { LEAST_PASSPHRASE } from '../../../../core/domain/passphrase.ts';
import type { App } from '../../app/app.svelte.ts';
import { codeOf } from '../../app/failure.ts';

export type Found = Output<'sync.look'>;
type Work = 'choose' | 'look' | 'open' | 'begin';

/** Setting up a device: a folder is chosen, looked into, and begun with. */
export class SetUp {
  folder = $state('');
  /** What is in the folder; null until it was looked into. */
  found = $state.raw<Found | null>(null);
  /** Of a folder in which nobody is yet: is it to be sealed? */
  wantsSeal = $state(false);
  passphrase = $state('');
  again = $state('');
  busy = $state.raw<Work | null>(null);
  failed = $state.raw<{ readonly work: Work; readonly code: ErrorCode } | null>(null);
  /** It was tried to begin with what is not right yet: from now on that is said. */
  wasTried = $state(false);
  readonly #call: Client;

  constructor({ call }: Pick<App, 'call'>) {
    this.#call = call;
  }

  /** What is wrong with a new passphrase. */
  readonly problem: 'short' | 'differs' | null = $derived.by(() => {
    if (this.found?.seal !== null || !this.wantsSeal) return null;
    if (this.passphrase.length < LEAST_PASSPHRASE) return 'short';
    return this.passphrase === this.again ? null : 'differs';
  });

  /** Another folder is meant now. */
  readonly changed = (): void => {
    [this.found, this.failed, this.wasTried] = [null, null, false];
    [this.passphrase, this.again] = ['', ''];
  };

  readonly choose = async (): Promise<string | null> => {
    const chosen = await this.#do('choose', () => this.#call('data.choosePath', { what: 'sync-folder' }));
    return chosen?.path ?? null;
  };

  readonly look = async (): Promise<void> => {
    this.changed();
    this.found = await this.#do('look', () => this.#call('sync.look', { folder: this.folder.trim() }));
  };

  /** Looks into a sealed folder. */
  readonly open = async (): Promise<void> => {
    const place = { folder: this.folder.trim(), passphrase: this.passphrase };
    const found = await this.#do('open', () => this.#call('sync.look', place));
    if (found !== null) this.found = found;
  };

  /** @returns how syncing goes; null where it could not be begun: `failed` or `problem` says why */
  readonly begin = async (): Promise<Output<'sync.status'> | null> => {
    this.wasTried = true;
    if (this.problem !== null) return null;
    const isSealed = this.found?.seal === 'sealed' || this.wantsSeal;
    const place = { folder: this.folder.trim(), ...(isSealed && { passphrase: this.passphrase }) };
    const status = await this.#do('begin', () => this.#call('sync.begin', place));
    if (status !== null) this.changed();
    return status;
  };

  async #do<T>(work: Work, ask: () => Promise<T>): Promise<T | null> {
    if (this.busy !== null) return null;
    [this.busy, this.failed] = [work, null];
    try {
      return await ask();
    } catch (error) {
      this.failed = { work, code: codeOf(error) };
      return null;
    } finally {
      this.busy = null;
    }
  }
}
