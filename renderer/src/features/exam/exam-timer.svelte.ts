/** Minutes before the end at which the time is told aloud. */
const TOLD_MIN = [10, 1] as const;
const MINUTE_MS = 60_000;

/** Counts an exam's time down between two words of the host, which alone decides. */
export class ExamTimer {
  leftMs = $state(0);
  hidden = $state(false);
  /** Minutes left as they are told aloud; null: nothing is. 0: the time is up. */
  told = $state<number | null>(null);
  readonly #now: () => number;
  readonly #onup: () => void;
  #until: number | null = null;

  /** @param now time that only goes on, ms @param onup called once when the time is up */
  constructor(onup: () => void, now: () => number = () => performance.now()) {
    this.#now = now;
    this.#onup = onup;
  }

  /** What the host says is left. */
  readonly sync = (leftMs: number): void => {
    this.#until = this.#now() + leftMs;
    this.leftMs = leftMs;
  };

  /** Looks at the time; to be called every second or more often. */
  readonly tick = (): void => {
    if (this.#until === null) return;
    const before = this.leftMs;
    this.leftMs = Math.max(0, this.#until - this.#now());
    for (const minutes of TOLD_MIN)
      if (before > minutes * MINUTE_MS && this.leftMs <= minutes * MINUTE_MS) this.told = minutes;
    if (this.leftMs > 0) return;
    this.#until = null;
    this.told = 0;
    this.#onup();
  };

  /** Runs as long as the page shows it; returns the way to stop. */
  readonly run = (): (() => void) => {
    const timer = setInterval(this.tick, 250);
    return () => clearInterval(timer);
  };
}
