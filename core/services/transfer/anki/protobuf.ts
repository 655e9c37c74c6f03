const VARINT_BYTES = 10;

/** A message that breaks the rules of the wire format, or a field of another kind than it should be. */
export class BrokenMessage extends Error {
  override readonly name = 'BrokenMessage';
}

type Value = bigint | Uint8Array;

/**
 * The fields of one protobuf message by number, as they stand on the wire. What a number means is its reader's knowledge. Of a
 * field that stands more than once `bytes`, `int` and `float` give the last, as the format says.
 */
export class Message {
  readonly #fields = new Map<number, Value[]>();

  /** @throws BrokenMessage */
  constructor(bytes: Uint8Array) {
    const cursor = { bytes, at: 0 };
    while (cursor.at < bytes.length) {
      const key = Number(varint(cursor));
      const number = Math.floor(key / 8);
      if (number < 1 || number > 0x1fffffff) throw new BrokenMessage(`field number ${number}`);
      const values = this.#fields.get(number);
      const value = valueOf(cursor, key % 8);
      if (values) values.push(value);
      else this.#fields.set(number, [value]);
    }
  }

  has(number: number): boolean {
    return this.#fields.has(number);
  }

  /** @throws BrokenMessage where the field is no text, message or bytes */
  bytes(number: number): Uint8Array | undefined {
    return this.allBytes(number).at(-1);
  }

  allBytes(number: number): readonly Uint8Array[] {
    return this.#values(number).map((value) => {
      if (typeof value === 'bigint') throw new BrokenMessage(`field ${number} is a number`);
      return value;
    });
  }

  /** @throws BrokenMessage where it is not UTF-8 */
  text(number: number): string {
    const bytes = this.bytes(number);
    if (!bytes) return '';
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (cause) {
      throw new BrokenMessage(`field ${number} is not UTF-8`, { cause });
    }
  }

  /** A signed or unsigned number of up to 64 bits; 0 where it is left out. @throws BrokenMessage beyond 2^53 */
  int(number: number): number {
    const value = this.#values(number).at(-1) ?? 0n;
    if (typeof value !== 'bigint') throw new BrokenMessage(`field ${number} is no number`);
    const signed = Number(BigInt.asIntN(64, value));
    if (!Number.isSafeInteger(signed)) throw new BrokenMessage(`field ${number} is ${value}`);
    return signed;
  }

  /** A 32-bit float in the fewest digits that mean it. */
  float(number: number): number | undefined {
    return this.floats(number).at(-1);
  }

  /** Packed or not. @throws BrokenMessage */
  floats(number: number): readonly number[] {
    return this.allBytes(number).flatMap((bytes) => {
      if (bytes.length % 4 !== 0) throw new BrokenMessage(`field ${number} is no float`);
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      return Array.from({ length: bytes.length / 4 }, (_, i) => shortest(view.getFloat32(i * 4, true)));
    });
  }

  #values(number: number): readonly Value[] {
    return this.#fields.get(number) ?? [];
  }
}

interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

function valueOf(cursor: Cursor, wire: number): Value {
  switch (wire) {
    case 0:
      return varint(cursor);
    case 1:
      return taken(cursor, 8);
    case 2:
      return taken(cursor, Number(varint(cursor)));
    case 5:
      return taken(cursor, 4);
    default:
      throw new BrokenMessage(`wire type ${wire}`);
  }
}

function varint(cursor: Cursor): bigint {
  let value = 0n;
  for (let i = 0; i < VARINT_BYTES; i++) {
    const byte = cursor.bytes[cursor.at++];
    if (byte === undefined) throw new BrokenMessage('ends within a number');
    value |= BigInt(byte & 0x7f) << BigInt(7 * i);
    if (byte < 0x80) return value;
  }
  throw new BrokenMessage('a number without end');
}

function taken(cursor: Cursor, length: number): Uint8Array {
  if (length > cursor.bytes.length - cursor.at) throw new BrokenMessage('a length beyond the end');
  return cursor.bytes.subarray(cursor.at, (cursor.at += length));
}

/** As 0.9 rather than 0.8999999761581421. */
function shortest(float: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const rounded = Number(float.toPrecision(digits));
    if (Math.fround(rounded) === float) return rounded;
  }
  return float;
}
