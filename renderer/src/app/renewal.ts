const CHECK_EVERY_MS = 20_000;

/** Local time of the next beginning of a study day, epoch ms. */
export function nextRollover(now: number, rolloverHour: number): number {
  const next = new Date(now);
  next.setHours(rolloverHour, 0, 0, 0);
  if (next.getTime() <= now) next.setDate(next.getDate() + 1);
  return next.getTime();
}

interface Clock {
  /** Epoch ms. */
  readonly now: () => number;
  readonly rolloverHour: () => number;
}

/**
 * Tells views that stay open to look again: when a new study day begins, and when the learner comes back to the window. A machine
 * that slept has stopped its timers, so the time is looked at again and again instead of being waited for.
 */
export class Renewal {
  readonly #clock: Clock;
  #listeners: readonly (() => void)[] = [];
  #appointments: readonly { readonly at: number; readonly keep: () => void }[] = [];
  #rollover = Infinity;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls back each time; returns the way to end that. */
  readonly whenRenewed = (listener: () => void): (() => void) => {
    this.#listeners = [...this.#listeners, listener];
    return () => {
      this.#listeners = this.#listeners.filter((other) => other !== listener);
    };
  };

  /** Calls back once, when `at` (epoch ms) has come; returns the way to end that. */
  readonly when = (at: number, keep: () => void): (() => void) => {
    const appointment = { at, keep };
    this.#appointments = [...this.#appointments, appointment];
    return () => {
      this.#appointments = this.#appointments.filter((other) => other !== appointment);
    };
  };

  /** Looks at the time and at the page from now on; returns the way to stop. */
  readonly listen = (page: Window): (() => void) => {
    const gone = new AbortController();
    const { signal } = gone;
    this.#expectRollover();
    const timer = setInterval(this.#look, CHECK_EVERY_MS);
    page.addEventListener('focus', this.renew, { signal });
    const seen = () => page.document.visibilityState === 'visible' && this.renew();
    page.document.addEventListener('visibilitychange', seen, { signal });
    return () => {
      clearInterval(timer);
      gone.abort();
    };
  };

  readonly #look = (): void => {
    const now = this.#clock.now();
    if (now >= this.#rollover) this.renew();
    const due = this.#appointments.filter(({ at }) => at <= now);
    this.#appointments = this.#appointments.filter(({ at }) => at > now);
    for (const { keep } of due) keep();
  };

  /** What is known has changed from its ground, or a day has begun: every view looks again. */
  readonly renew = (): void => {
    this.#expectRollover();
    for (const listener of this.#listeners) listener();
  };

  #expectRollover(): void {
    this.#rollover = nextRollover(this.#clock.now(), this.#clock.rolloverHour());
  }
}
