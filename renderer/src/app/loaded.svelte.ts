import type { ErrorCode } from '../../../core/domain/errors.ts';
import { codeOf } from './failure.ts';

/** A value read from the host. The old value stays on screen while it is read again, so nothing flickers. */
export class Loaded<T> {
  value = $state.raw<T | null>(null);
  error = $state.raw<ErrorCode | null>(null);
  readonly #read: () => Promise<T>;
  #turn = 0;

  constructor(read: () => Promise<T>) {
    this.#read = read;
  }

  readonly load = async (): Promise<void> => {
    const turn = ++this.#turn;
    try {
      const value = await this.#read();
      if (turn !== this.#turn) return;
      this.value = value;
      this.error = null;
    } catch (error) {
      if (turn === this.#turn) this.error = codeOf(error);
    }
  };

  /** Reads what is not known yet: for what stays the same while the app runs. */
  readonly loadOnce = (): Promise<void> => (this.value === null ? this.load() : Promise.resolve());
}
