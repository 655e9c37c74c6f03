/** Bytes that are looked for, and by how far a look may move on: the last byte that was looked at says it (Horspool). */
export class ByteSearch {
  readonly #skip: Uint8Array;
  readonly #last: number;

  /** @param needle one byte at least */
  constructor(private readonly needle: Uint8Array) {
    this.#last = needle.length - 1;
    this.#skip = new Uint8Array(256).fill(Math.min(255, needle.length));
    for (let i = 0; i < this.#last; i++) this.#skip[needle[i]!] = Math.min(255, this.#last - i);
  }

  /** Of the needle, in bytes. */
  get length(): number {
    return this.needle.length;
  }

  /** Where the bytes from one place up to another hold it first; −1: nowhere. */
  placeIn(text: Uint8Array, from: number, to: number): number {
    const { needle } = this;
    const skip = this.#skip;
    const last = this.#last;
    const end = needle[last]!;
    for (let at = from + last; at < to;) {
      const byte = text[at]!;
      if (byte === end) {
        let back = last - 1;
        for (let place = at - 1; back >= 0 && text[place] === needle[back]; back--) place--;
        if (back < 0) return at - last;
      }
      at += skip[byte]!;
    }
    return -1;
  }
}
