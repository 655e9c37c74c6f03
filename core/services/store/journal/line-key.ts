/** Text that stands in every line: four bytes of it are written at once, and what is too much in the last four is written over. */
export interface Key {
  readonly length: number;
  readonly words: Int32Array;
}

/** @param ascii of less than a thousand characters */
export function keyOf(ascii: string): Key {
  const words = new Int32Array(Math.ceil(ascii.length / 4));
  new Uint8Array(words.buffer).set(Buffer.from(ascii, 'latin1'));
  return { length: ascii.length, words };
}

/** A key for each of some names. */
export const keysOf = <N extends string>(names: readonly N[], text: (name: N) => string): Readonly<Record<N, Key>> =>
  Object.fromEntries(names.map((name) => [name, keyOf(text(name))])) as Record<N, Key>;

/** A key that two numbers are written in, which are most often those of the time before. */
export class LastKey {
  #first = NaN;
  #second = NaN;
  #key = keyOf('');

  constructor(private readonly text: (first: number, second: number) => string) {}

  of(first: number, second: number): Key {
    if (first !== this.#first || second !== this.#second) {
      [this.#first, this.#second] = [first, second];
      this.#key = keyOf(this.text(first, second));
    }
    return this.#key;
  }
}
