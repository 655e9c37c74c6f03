import type { ErrorCode } from '../../../core/domain/errors.ts';
import { codeOf } from './failure.ts';

/** Puts a failure right where it can. @returns whether it did; what it throws is the failure that is shown */
type PutRight = (code: ErrorCode) => Promise<boolean>;

/** Work that is done one at a time, and what went wrong the last time. A second key press while it goes on does nothing. */
export class Task {
  running = $state(false);
  error = $state.raw<ErrorCode | null>(null);
  readonly #putRight: PutRight;
  #last: Promise<unknown> = Promise.resolve();
  #turns = 0;

  constructor(putRight: PutRight = () => Promise.resolve(false)) {
    this.#putRight = putRight;
  }

  /** @returns what the work gave; undefined where it failed, or where other work was going on */
  readonly run = <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (this.running) return Promise.resolve(undefined);
    const going = this.#do(work);
    this.#last = going;
    return going;
  };

  /** Does it after what is going on. Of all that waits so only the last is done. @returns undefined, too, where it was not the last */
  readonly runNext = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    const turn = (this.#turns += 1);
    while (this.running) await this.#last;
    return turn === this.#turns ? this.run(work) : undefined;
  };

  /** The host is back: that it could not be reached is past. @returns whether that was the failure */
  readonly recover = (): boolean => {
    if (this.error !== 'not-reachable') return false;
    this.error = null;
    return true;
  };

  async #do<T>(work: () => Promise<T>): Promise<T | undefined> {
    this.running = true;
    try {
      const result = await work();
      this.error = null;
      return result;
    } catch (error) {
      this.error = await this.#failureOf(codeOf(error));
      return undefined;
    } finally {
      this.running = false;
    }
  }

  async #failureOf(code: ErrorCode): Promise<ErrorCode | null> {
    try {
      return (await this.#putRight(code)) ? null : code;
    } catch (error) {
      return codeOf(error);
    }
  }
}
