import { MAX_DEVICES } from '../../../domain/history/limits.ts';
import { type Packed } from './packed-refs.ts';

/**
 * A trail as the snapshot keeps it: for each event the difference of its `seq` to the one before, zigzag (0, −1, 1, −2 …), twice,
 * plus one where its device is another than before; then, only there, the place of the device. The first follows seq 0 of place
 * 0. Numbers are varints: seven bits a byte, the lowest first, the highest bit set on all but the last.
 */
export class TrailReader {
  /** The event that `next` found. */
  packed: Packed = 0;
  #seq = 0;
  #place = 0;
  #at = 0;
  #end = 0;
  #bytes: Uint8Array = new Uint8Array(0);

  /** Begins with the trail in `bytes[from..to)`. */
  go(bytes: Uint8Array, from: number, to: number): this {
    this.#bytes = bytes;
    this.#at = from;
    this.#end = to;
    this.#seq = 0;
    this.#place = 0;
    return this;
  }

  /** Moves on to the next event; false behind the last. */
  next(): boolean {
    if (this.#at >= this.#end) return false;
    const step = this.#number();
    const zigzag = Math.floor(step / 2);
    this.#seq += zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
    if (step % 2 === 1) this.#place = this.#number();
    this.packed = this.#seq * MAX_DEVICES + this.#place;
    return true;
  }

  #number(): number {
    let value = 0;
    for (let scale = 1; this.#at < this.#end; scale *= 128) {
      const byte = this.#bytes[this.#at++]!;
      if (byte < 128) return value + byte * scale;
      value += (byte - 128) * scale;
    }
    return value;
  }
}

/** Puts trails one after the other into bytes that grow. */
export class TrailWriter {
  #bytes = new Uint8Array(1 << 10);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What was written so far. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Adds bytes that are a trail, or several, already. */
  copy(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  add(trail: readonly Packed[]): void {
    let lastSeq = 0;
    let lastPlace = 0;
    for (const packed of trail) {
      const seq = Math.floor(packed / MAX_DEVICES);
      const place = packed % MAX_DEVICES;
      const step = seq - lastSeq;
      const zigzag = step >= 0 ? step * 2 : -step * 2 - 1;
      this.#room(20);
      this.#number(zigzag * 2 + (place === lastPlace ? 0 : 1));
      if (place !== lastPlace) this.#number(place);
      lastSeq = seq;
      lastPlace = place;
    }
  }

  #number(value: number): void {
    let left = value;
    while (left >= 128) {
      this.#bytes[this.#length++] = (left % 128) + 128;
      left = Math.floor(left / 128);
    }
    this.#bytes[this.#length++] = left;
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const wider = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    wider.set(this.bytes);
    this.#bytes = wider;
  }
}
