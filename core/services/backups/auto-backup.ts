import { AppError } from '../../domain/errors.ts';
import type { Clock } from '../ports.ts';
import type { Backups } from './backups.ts';
import type { LongWork } from './work.ts';

/** A backup at least every half hour of use. */
export const BACKUP_EVERY_MS = 30 * 60_000;
/** After a failure it is tried again as soon as this. */
const AGAIN_AFTER_MS = 5 * 60_000;

/** Makes backups behind the learner's back while the app is used; never beside other long work. */
export class AutoBackup {
  /** Code of the last failure, until one succeeds. */
  failure: string | null = null;
  #last: number;
  #waiting = false;

  constructor(
    private readonly backups: Backups,
    private readonly work: LongWork,
    private readonly clock: Clock,
  ) {
    this.#last = backups.newestAt ?? clock.now();
  }

  /** Something was accepted: is it time? Quick, and never fails. */
  noticed(): void {
    if (this.#waiting || this.clock.now() - this.#last < BACKUP_EVERY_MS) return;
    this.#waiting = true;
    // Behind the answer that is being given, not before its verdict.
    setImmediate(() => void this.#make());
  }

  async #make(): Promise<void> {
    const began = this.clock.now();
    try {
      await this.work.run('backup', (step) => this.backups.make('automatic', step));
      this.failure = null;
      this.#last = began;
    } catch (error) {
      const code = error instanceof AppError ? error.code : 'internal';
      this.#last = began - BACKUP_EVERY_MS + AGAIN_AFTER_MS;
      if (code !== 'busy' && code !== 'cancelled') this.failure = code;
    } finally {
      this.#waiting = false;
    }
  }
}
