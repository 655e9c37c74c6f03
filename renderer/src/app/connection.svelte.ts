import type { Transport } from '../../../core/api/client.ts';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;

/**
 * Watches every call for a host that does not answer. While it is lost, `app.info` is tried again, waiting longer each
 * time, until the host is back; `recoveries` then counts up, and whoever failed to load reads again.
 */
export class Connection {
  lost = $state(false);
  trying = $state(false);
  recoveries = $state(0);
  readonly #transport: Transport;
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
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.trying = true;
    await this.send('app.info', {});
    this.trying = false;
  };

  #lose(): void {
    this.lost = true;
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => void this.retry(), this.#waitMs);
    this.#waitMs = Math.min(this.#waitMs * 2, LONGEST_WAIT_MS);
  }

  #recover(): void {
    if (!this.lost) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waitMs = FIRST_WAIT_MS;
    this.lost = false;
    this.recoveries += 1;
  }
}
