import type { Transport } from '../../../core/api/client.ts';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;

/**
 * Watches every call for a host that does not answer. While it is lost, `app.info` is tried again, waiting longer each
 * time, until the host is back; whoever failed to load is told and reads again.
 */
export class Connection {
  lost = $state(false);
  trying = $state(false);
  readonly #transport: Transport;
  #listeners: readonly (() => void)[] = [];
  #waitMs = FIRST_WAIT_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  readonly send: Transport = async (method, input) => {
    const reply = await this.#transport(method, input);
    if (!reply.ok && reply.error.code === 'not-reachable') this.#lose();
    else this.#recover();
    return reply;
  };

  /** Tries now, without waiting for the next turn. */
  readonly retry = async (): Promise<void> => {
    this.stop();
    this.trying = true;
    await this.send('app.info', {});
    this.trying = false;
  };

  /** Calls back each time the host is there again after it was lost; returns the way to end that. */
  readonly whenBack = (listener: () => void): (() => void) => {
    this.#listeners = [...this.#listeners, listener];
    return () => {
      this.#listeners = this.#listeners.filter((other) => other !== listener);
    };
  };

  /** Ends the waiting: nothing is tried any more until something is sent. */
  readonly stop = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  };

  #lose(): void {
    this.lost = true;
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => void this.retry(), this.#waitMs);
    this.#waitMs = Math.min(this.#waitMs * 2, LONGEST_WAIT_MS);
  }

  #recover(): void {
    if (!this.lost) return;
    this.stop();
    this.#waitMs = FIRST_WAIT_MS;
    this.lost = false;
    for (const listener of this.#listeners) listener();
  }
}
