import type { Client } from '../../../../core/api/client.ts';
import type { Input, Method, Output, Sent } from '../../../../core/api/contract.ts';
import type { ErrorCode } from '../../../../core/domain/errors.ts';
import { codeOf } from '../../app/failure.ts';

/** Between two looks at how far long work is, ms. */
const LOOK_EVERY_MS = 300;

type Status = Output<'data.status'>;
export type Backup = Output<'data.backups'>['backups'][number];
/** The parts of the page; an error stands where its work was asked for. `restore`: the question before it. */
export type DataPart = 'backup' | 'restore' | 'second' | 'merge' | 'export' | 'check';

/** The work on the data as a whole: one at a time, with its progress, and a way to end it. */
export class DataWork {
  status = $state.raw<Status | null>(null);
  backups = $state.raw<readonly Backup[] | null>(null);
  /** Bytes that all of them take on the disk. */
  stored = $state.raw(0);
  /** The part whose work goes on. */
  busy = $state.raw<DataPart | null>(null);
  failed = $state.raw<{ readonly part: DataPart; readonly code: ErrorCode } | null>(null);
  error = $state.raw<ErrorCode | null>(null);
  readonly #call: Client;
  /** The work was not begun here: its end is seen only by looking. */
  #follows = false;
  #looking: ReturnType<typeof setInterval> | undefined;
  #isLeft = false;

  constructor(call: Client) {
    this.#call = call;
  }

  readonly load = async (): Promise<void> => {
    try {
      const [status, { backups, stored }] = await Promise.all([
        this.#call('data.status', {}),
        this.#call('data.backups', {}),
      ]);
      this.status = status;
      this.backups = backups;
      this.stored = stored;
      this.error = null;
      this.#follow();
    } catch (error) {
      this.error = codeOf(error);
    }
  };

  /** Does one thing for a part of the page. Null when it failed: `failed` says why. */
  readonly run = async <M extends Method>(part: DataPart, method: M, input: Sent<M>): Promise<Output<M> | null> => {
    if (this.busy !== null) return null;
    this.busy = part;
    this.failed = null;
    this.#watch();
    try {
      return await this.#call(method, input);
    } catch (error) {
      this.failed = { part, code: codeOf(error) };
      return null;
    } finally {
      await this.#end();
    }
  };

  readonly cancel = async (): Promise<void> => {
    await this.#call('data.cancel', {}).catch(() => undefined);
  };

  /** The page is left: what goes on goes on without being watched. */
  readonly leave = (): void => {
    this.#isLeft = true;
    clearInterval(this.#looking);
  };

  /** A path from the system's dialog; null where it was closed. */
  readonly choosePath = async (part: DataPart, what: Input<'data.choosePath'>['what']): Promise<string | null> => {
    try {
      return (await this.#call('data.choosePath', { what })).path;
    } catch (error) {
      this.failed = { part, code: codeOf(error) };
      return null;
    }
  };

  #watch(): void {
    if (!this.#isLeft) this.#looking = setInterval(() => void this.#look(), LOOK_EVERY_MS);
  }

  async #look(): Promise<void> {
    const status = await this.#call('data.status', {}).catch(() => null);
    if (status === null || this.busy === null) return;
    this.status = status;
    if (this.#follows && status.work === null) await this.#end();
  }

  async #end(): Promise<void> {
    clearInterval(this.#looking);
    this.#follows = false;
    this.busy = null;
    await this.load();
  }

  /** Work that this page did not begin (an automatic backup, or from an earlier visit) is shown, and can be ended, as if it had. */
  #follow(): void {
    const work = this.status?.work ?? null;
    if (work === null || this.busy !== null) return;
    // Importing and exporting decks have pages of their own.
    if (work.what === 'import' || work.what === 'deck-export') return;
    this.busy = work.what === 'restore' ? 'backup' : work.what;
    this.#follows = true;
    this.#watch();
  }
}
