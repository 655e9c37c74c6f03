import { AppError } from '../../domain/errors.ts';
import type { Clock } from '../ports.ts';
import type { DataStore } from '../store/data-store.ts';
import type { Backups } from './backups.ts';
import { reachedIn } from './folder/read-folder.ts';
import type { LongWork } from '../jobs/work.ts';

/** Nothing stays without a backup for longer than this, while the app is used and at its next start. */
export const BACKUP_AFTER_MS = 30 * 60_000;
/** After a failure it is tried again as soon as this. */
const AGAIN_AFTER_MS = 5 * 60_000;
/** A clock may go back by less than this without anything being wrong. */
const CLOCK_SLACK_MS = 120_000;
/** How often it is looked whether one is due while nothing is accepted. */
const LOOK_EVERY_MS = 60_000;
/** Closing waits for no more than this. */
const CLOSE_WITHIN_MS = 3_000;
/** A first backup of more events than these is not begun at close. */
const MANY_EVENTS = 20_000;

/**
 * Makes backups behind the learner's back: as soon as the oldest event that no backup holds is half an hour old, whenever that
 * was. When the last backup was made does not matter, nor what a clock said then. Gives way to any other long work.
 */
export class AutoBackup {
  /** Code of the last failure, until one succeeds. */
  failure: string | null = null;
  #notBefore = -Infinity;
  #making: Promise<void> | null = null;
  #looking: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly backups: Backups,
    private readonly work: LongWork,
    private readonly clock: Clock,
  ) {}

  /** The app has started: looks for what earlier sessions left without a backup. */
  begin(store: DataStore): void {
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
    // A folder that can not be read is told by whoever needs it.
    this.#looking = this.#lookBack(store).catch(() => undefined);
  }

  /** Something was accepted. Quick, and never fails. */
  noticed(): void {
    this.backups.unprotected.accepted(this.clock.now());
    this.#look();
  }

  /** The app closes: makes the one that is due, where that is soon done. */
  async finish(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#looking;
    if (this.#isDue() && this.backups.unprotected.events <= MANY_EVENTS) this.#making ??= this.#make();
    if (this.#making === null) return;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, CLOSE_WITHIN_MS)));
    await Promise.race([this.#making, late]);
    clearTimeout(timer);
  }

  async #lookBack(store: DataStore): Promise<void> {
    const covered = reachedIn((await store.cut()).covered);
    await this.backups.unprotected.look(store, covered, await this.backups.bestReached());
  }

  #isDue(): boolean {
    const { since } = this.backups.unprotected;
    const now = this.clock.now();
    if (since === null) return false;
    // A clock that went back says nothing about when it was made: it may be old.
    const isOld = now - since >= BACKUP_AFTER_MS || now < since - CLOCK_SLACK_MS;
    return isOld && (now >= this.#notBefore || now < this.#notBefore - AGAIN_AFTER_MS);
  }

  #look(): void {
    if (this.#making !== null || !this.#isDue()) return;
    // Behind the answer that is being given, not before its verdict.
    this.#making = new Promise<void>((resolve) => setImmediate(resolve)).then(() => this.#make());
  }

  async #make(): Promise<void> {
    try {
      await this.work.runInBackground('backup', (step) => this.backups.make('automatic', step));
      this.failure = null;
    } catch (error) {
      const code = error instanceof AppError ? error.code : 'internal';
      this.#notBefore = this.clock.now() + AGAIN_AFTER_MS;
      if (code !== 'busy' && code !== 'cancelled') this.failure = code;
    } finally {
      this.#making = null;
    }
  }
}
