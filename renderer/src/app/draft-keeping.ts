import type { Client } from '../../../core/api/client.ts';

/** A pause in writing, ms. */
const PAUSE_MS = 1_000;
/** Who writes without a pause is kept too, ms. */
const LONGEST_MS = 5_000;

/** Keeps what is written after each pause, so that nothing of it is lost with the app. */
export class DraftKeeping<T> {
  id: string;
  readonly #call: Client;
  readonly #onkept: (at: number) => void;
  readonly #now: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;
  #waiting: T | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor({
    call,
    now,
    id,
    onkept,
  }: {
    call: Client;
    now: () => number;
    id: string;
    onkept: (at: number) => void;
  }) {
    this.#call = call;
    this.#now = now;
    this.id = id;
    this.#onkept = onkept;
  }

  /** It was changed. */
  readonly changed = (written: T): void => {
    const now = Date.now();
    if (this.#waiting === null) this.#since = now;
    this.#waiting = written;
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(PAUSE_MS, this.#since + LONGEST_MS - now));
    this.#timer = setTimeout(() => void this.flush(), wait);
  };

  /** Keeps at once what waits: the place is left. */
  readonly flush = (): Promise<void> => {
    clearTimeout(this.#timer);
    const written = this.#waiting;
    this.#waiting = null;
    if (written === null) return Promise.resolve();
    const { id } = this;
    return this.#next(async () => {
      await this.#call('draft.keep', { id, text: JSON.stringify(written) });
      this.#onkept(this.#now());
    });
  };

  /** It is saved, or not wanted. */
  readonly drop = (id = this.id): Promise<void> => {
    if (id === this.id) {
      clearTimeout(this.#timer);
      this.#waiting = null;
    }
    return this.#next(async () => void (await this.#call('draft.drop', { id })));
  };

  /** One behind the other: what was dropped is not kept again by what came before it. A host that is away keeps nothing, and says so itself. */
  #next(work: () => Promise<void>): Promise<void> {
    const going = this.#last.then(work).catch(() => undefined);
    this.#last = going;
    return going;
  }
}
