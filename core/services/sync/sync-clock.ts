import type { Syncing } from './syncing.ts';

/** Milliseconds between something that happens and a look at it. */
export interface SyncPace {
  /** From an answer to its being written, and no longer than `atMost` while more are given. */
  readonly afterAnswer: number;
  readonly atMost: number;
  /** From a change in the folder, and from a wish to look. */
  readonly afterChange: number;
  /** Between two looks where nothing tells of changes. */
  readonly every: number;
}

export const PACE: SyncPace = { afterAnswer: 2_000, atMost: 10_000, afterChange: 1_000, every: 180_000 };
/** Closing waits for no more than this. */
const CLOSE_WITHIN_MS = 3_000;

/** Says when a sync folder is looked at and written, all of it beside what the learner does. */
export class SyncClock {
  #timer: NodeJS.Timeout | null = null;
  #looking: NodeJS.Timeout | null = null;
  #writing: NodeJS.Timeout | null = null;
  #writeBy = Infinity;
  #unwatch: (() => void) | null = null;
  #isEnded = false;

  constructor(
    private readonly syncing: Syncing,
    private readonly pace: SyncPace,
  ) {}

  begin(): void {
    this.#timer = setInterval(() => this.look(0), this.pace.every).unref();
    this.look(0);
  }

  /** Looks soon; what else asks for it until then is seen with it. */
  look(inMs = this.pace.afterChange): void {
    if (this.#isEnded || this.#looking) return;
    this.#looking = setTimeout(() => {
      this.#looking = null;
      void this.#round();
    }, inMs).unref();
  }

  /** Something was accepted here. */
  noticed(): void {
    if (this.#isEnded) return;
    const now = performance.now();
    this.#writeBy = Math.min(this.#writeBy, now + this.pace.atMost);
    if (this.#writing) clearTimeout(this.#writing);
    const wait = Math.max(0, Math.min(this.pace.afterAnswer, this.#writeBy - now));
    this.#writing = setTimeout(() => {
      this.#writing = null;
      this.#writeBy = Infinity;
      void this.syncing.writeOn();
    }, wait).unref();
  }

  /** Ends, after what is not written yet was, where that is soon done. */
  async end(): Promise<void> {
    this.#isEnded = true;
    for (const timer of [this.#timer, this.#looking, this.#writing]) if (timer) clearTimeout(timer);
    this.#unwatch?.();
    const last = this.#writing === null ? this.syncing.end() : this.syncing.writeOn();
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([last, new Promise<void>((resolve) => (timer = setTimeout(resolve, CLOSE_WITHIN_MS)))]);
    clearTimeout(timer);
  }

  async #round(): Promise<void> {
    await this.syncing.round();
    if (this.#isEnded) return;
    // A folder that was missing can be watched once it is there.
    if (this.syncing.trouble !== null) {
      this.#unwatch?.();
      this.#unwatch = null;
    } else if (this.#unwatch === null) {
      this.#unwatch = this.syncing.folder?.store.watch(() => this.look()) ?? null;
      // What came between the round and the watch was told to nobody.
      this.look();
    }
  }
}
