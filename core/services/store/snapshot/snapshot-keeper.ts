import { Low } from 'lowdb';
import type { SnapshotFile } from './snapshot-file.ts';
import type { Snapshot } from './snapshot.ts';

/** When the snapshot is written beside the last word at close. */
export interface SnapshotPlan {
  /** After this many events. */
  readonly everyEvents: number;
  /** And then as soon as nothing was accepted for this long, milliseconds. */
  readonly idleMs: number;
}
const SNAPSHOT_PLAN: SnapshotPlan = { everyEvents: 200, idleMs: 2_000 };

/** Writes the snapshot behind the answers, never two at a time. A failed one is tried again later: the journal has it all. */
export class SnapshotKeeper {
  readonly #db: Low<Snapshot | null>;
  #since = 0;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> | null = null;
  /** The last failure, until one succeeds. */
  failed: unknown = null;

  /** @param take null while what is in memory is not what the journals hold: then it is tried again later */
  constructor(
    file: SnapshotFile,
    private readonly take: () => Snapshot | null,
    private readonly plan: SnapshotPlan = SNAPSHOT_PLAN,
  ) {
    this.#db = new Low<Snapshot | null>(file, null);
  }

  /** An event was accepted. */
  changed(events = 1): void {
    this.#since += events;
    if (this.#since >= this.plan.everyEvents) this.#later();
  }

  /** Writes one now if anything changed since the last and all of it is in memory; resolves in any case. */
  async write(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    while (this.#writing) await this.#writing;
    if (this.#since === 0) return;
    const snapshot = this.take();
    if (snapshot === null) return this.#later();
    const events = this.#since;
    this.#since = 0;
    this.#db.data = snapshot;
    this.#writing = this.#db.write().then(
      () => void (this.failed = null),
      (error: unknown) => {
        this.failed = error;
        this.#since += events;
      },
    );
    await this.#writing;
    this.#writing = null;
    this.#db.data = null;
  }

  #later(): void {
    if (this.#timer) this.#timer.refresh();
    else this.#timer = setTimeout(() => void this.write(), this.plan.idleMs).unref();
  }
}
