import { z } from 'zod';
import { AppError } from '../../../domain/errors.ts';

/**
 * A binary file of named fields: magic, version and length of the table (u32 each), the table as JSON, and the fields, each at a
 * multiple of eight bytes. Numbers are little-endian, as on every machine this runs on. See docs/data.md.
 */
const FIELDS_VERSION = 1;
const MAGIC = Buffer.from('JMDCARDS');
const HEAD_BYTES = 16;
const ALIGN = 8;
const MAX_TABLE_BYTES = 1 << 16;

const WIDTHS = { u8: 1, u32: 4, f64: 8 } as const;
type FieldType = keyof typeof WIDTHS;
/** The fields of a file and their types, which its writer and its reader share. */
export type FieldTypes = Readonly<Record<string, FieldType>>;
interface Arrays {
  u8: Uint8Array;
  u32: Uint32Array;
  f64: Float64Array;
}
export type Fields<T extends FieldTypes> = { [N in keyof T]: Arrays[T[N]] };
/** The same to be written: a field may come in parts. */
export type FieldParts<T extends FieldTypes> = { [N in keyof T]: Arrays[T[N]] | readonly Arrays[T[N]][] };

const Table = z.array(
  z.strictObject({
    name: z.string(),
    type: z.enum(['u8', 'u32', 'f64']),
    /** Bytes from the begin of the file. */
    offset: z.int().nonnegative().multipleOf(ALIGN),
    /** Bytes. */
    length: z.int().nonnegative(),
  }),
);

const aligned = (bytes: number): number => Math.ceil(bytes / ALIGN) * ALIGN;
const bytesOf = (array: Uint8Array | Uint32Array | Float64Array): Buffer =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength);

/** The file in pieces that are views of the fields: nothing is copied. */
export function writeFields<T extends FieldTypes>(types: T, fields: FieldParts<T>): Buffer[] {
  const names = Object.keys(types);
  const parts = names.map((name) => [fields[name]!].flat() as Arrays[FieldType][]);
  const lengths = parts.map((some) => some.reduce((sum, { byteLength }) => sum + byteLength, 0));
  const tableFrom = (start: number): Buffer => {
    let offset = start;
    const table = names.map((name, i) => {
      const field = { name, type: types[name], offset, length: lengths[i]! };
      offset = aligned(offset + lengths[i]!);
      return field;
    });
    return Buffer.from(JSON.stringify(table));
  };
  // The table tells where the fields begin, and is itself as long as its numbers are: room for the longest is enough.
  const start = aligned(HEAD_BYTES + tableFrom(Number.MAX_SAFE_INTEGER >>> 0).length + names.length * ALIGN);
  const table = tableFrom(start);
  const head = Buffer.alloc(start, ' ');
  MAGIC.copy(head);
  head.writeUInt32LE(FIELDS_VERSION, MAGIC.length);
  head.writeUInt32LE(table.length, MAGIC.length + 4);
  table.copy(head, HEAD_BYTES);
  const pieces: Buffer[] = [head];
  parts.forEach((some, i) => {
    const padding = aligned(lengths[i]!) - lengths[i]!;
    pieces.push(...some.map(bytesOf));
    if (padding > 0) pieces.push(Buffer.alloc(padding));
  });
  return pieces;
}

const corrupt = (why: string) => new AppError('data-corrupt', `cards file: ${why}`);

/**
 * The fields, as views of `bytes`.
 * @throws AppError `data-corrupt` where the table does not name every field with its type and a place inside; `data-too-new`
 */
export function readFields<T extends FieldTypes>(types: T, bytes: Buffer): Fields<T> {
  if (bytes.length < HEAD_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw corrupt('not ours');
  const version = bytes.readUInt32LE(MAGIC.length);
  if (version > FIELDS_VERSION) throw new AppError('data-too-new', 'a cards file of a newer app', { version });
  const tableBytes = bytes.readUInt32LE(MAGIC.length + 4);
  if (version !== FIELDS_VERSION || tableBytes > MAX_TABLE_BYTES || HEAD_BYTES + tableBytes > bytes.length)
    throw corrupt('head');
  const table = tableIn(bytes.subarray(HEAD_BYTES, HEAD_BYTES + tableBytes));
  // Views need a begin at a multiple of eight: a small file may lie anywhere in a buffer of others.
  const whole = bytes.byteOffset % ALIGN === 0 ? bytes : Buffer.from(new Uint8Array(bytes).buffer);
  const found = Object.entries(types).map(([name, type]) => {
    const [field, ...more] = table.filter((one) => one.name === name);
    if (!field || more.length > 0 || field.type !== type) throw corrupt(`no field ${name}`);
    const { offset, length } = field;
    if (offset + length > whole.length || length % WIDTHS[type] !== 0) throw corrupt(`field ${name}`);
    return [name, viewOf(type, whole, offset, length)];
  });
  return Object.fromEntries(found) as Fields<T>;
}

function viewOf(type: FieldType, { buffer, byteOffset }: Buffer, offset: number, length: number): Arrays[FieldType] {
  const at = byteOffset + offset;
  const count = length / WIDTHS[type];
  if (type === 'u8') return new Uint8Array(buffer, at, count);
  return type === 'u32' ? new Uint32Array(buffer, at, count) : new Float64Array(buffer, at, count);
}

function tableIn(bytes: Buffer): z.infer<typeof Table> {
  try {
    return Table.parse(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw new AppError('data-corrupt', 'cards file: table', {}, { cause });
  }
}
