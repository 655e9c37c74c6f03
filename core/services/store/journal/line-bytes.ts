const FIRST_BYTES = 1 << 18;
/** Room that is always left behind a text: for all numbers and keys up to the next one, and a seal. */
const ROOM = 1_024;
/** A character is three bytes at most. */
const BYTES_A_CHARACTER = 3;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;
const ZERO = 0x30;
const FIRST_PLAIN = 0x20;
const FIRST_NOT_ASCII = 0x80;

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

/** The four digits of each number below 10 000, as the words of a key. */
const DIGITS = Int32Array.from({ length: 10_000 }, (_, n) => keyOf(String(n).padStart(4, '0')).words[0]!);
/** Words are kept and written in the order of bytes that this machine has. */
const IS_LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * JSON that is put together as bytes in one piece of memory, which is used again and again: of a million lines no string is made.
 * Behind a text there is room for a thousand bytes of keys and numbers, and no more is written before the next.
 */
export class LineBytes {
  bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  /** How many of the bytes are written. */
  length = 0;
  #view = new DataView(this.bytes.buffer);

  /** Makes room for so many bytes more. */
  #room(more: number): void {
    const wanted = this.length + more + ROOM;
    if (wanted <= this.bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(2 * this.bytes.length, wanted));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
    this.#view = new DataView(grown.buffer);
  }

  key({ length, words }: Key): void {
    const view = this.#view;
    let at = this.length;
    for (let i = 0; i < words.length; i++, at += 4) view.setInt32(at, words[i]!, IS_LITTLE);
    this.length += length;
  }

  /** Bytes as they are. */
  raw(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** JSON as it is. */
  json(json: string): void {
    this.#room(json.length * BYTES_A_CHARACTER);
    this.length += this.bytes.write(json, this.length);
  }

  /** A text as JSON has it. */
  text(text: string): void {
    this.#room(text.length * BYTES_A_CHARACTER);
    const { bytes } = this;
    let at = this.length;
    bytes[at++] = QUOTE;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < FIRST_PLAIN || unit >= FIRST_NOT_ASCII || unit === QUOTE || unit === BACKSLASH)
        return this.json(JSON.stringify(text));
      bytes[at++] = unit;
    }
    bytes[at++] = QUOTE;
    this.length = at;
  }

  /** A finite number as JSON has it. */
  number(value: number): void {
    if (Number.isSafeInteger(value)) return value < 0 ? this.#negative(value) : this.#whole(value);
    const digits = String(value);
    const { bytes } = this;
    let at = this.length;
    for (let i = 0; i < digits.length; i++) bytes[at++] = digits.charCodeAt(i);
    this.length = at;
  }

  #negative(value: number): void {
    this.bytes[this.length++] = MINUS;
    this.#whole(-value);
  }

  #whole(value: number): void {
    if (value < 10) this.bytes[this.length++] = ZERO + value;
    else if (value < 10_000) this.#first(value);
    else {
      const high = Math.floor(value / 10_000);
      this.#whole(high);
      this.#view.setInt32(this.length, DIGITS[value - 10_000 * high]!, IS_LITTLE);
      this.length += 4;
    }
  }

  /** The digits of a number below 10 000, without zeros before it. */
  #first(value: number): void {
    const zeros = value < 100 ? 2 : value < 1_000 ? 1 : 0;
    const { bytes } = this;
    let left = value;
    this.length += 4 - zeros;
    for (let at = this.length; left > 0; left = Math.floor(left / 10)) bytes[--at] = ZERO + (left % 10);
  }
}
