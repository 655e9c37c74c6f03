import { sealInto } from './journal-line.ts';

const BYTES = 1 << 18;
/** A character is three bytes at most; what a seal adds is less than this. */
const BYTES_A_CHARACTER = 3;
const SEAL_ROOM = 32;

/** Lines that are sealed side by side in one piece of memory: one at a time each would be a piece of its own. */
export class LineBlock {
  #bytes = Buffer.allocUnsafeSlow(BYTES);
  #length = 0;

  /** Time to take them? */
  get isFull(): boolean {
    return this.#length > BYTES / 2;
  }

  /** Adds the line of an object. @returns how many bytes it has */
  add(json: string): number {
    const room = json.length * BYTES_A_CHARACTER + SEAL_ROOM;
    if (this.#length + room > this.#bytes.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(2 * this.#bytes.length, this.#length + room));
      this.#bytes.copy(grown, 0, 0, this.#length);
      this.#bytes = grown;
    }
    const from = this.#length;
    this.#length = sealInto(this.#bytes, from, json);
    return this.#length - from;
  }

  /** The lines that were added since. They stand there until the next is added: that takes the same memory, since all of it may be hundreds of megabytes. */
  take(): Buffer {
    const lines = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    return lines;
  }
}
