import { z } from 'zod';
import { AppError } from '../../domain/errors.ts';

/**
 * A binary file of named fields: magic, version and length of the table (u32 each), the table as JSON, and the fields, each at a
 * multiple of eight bytes. Numbers are little-endian, as on every machine this runs on. See docs/data.md.
 */
const FIELDS_VERSION = 1;
/** Eight letters that tell what file it is. */
const MAGIC_BYTES = 8;
const HEAD_BYTES = 16;
const ALIGN = 8;
const MAX_TABLE_BYTES = 1 << 16;

const ARRAYS = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const;
const TYPES = Object.keys(ARRAYS) as FieldType[];
type FieldType = keyof typeof ARRAYS;
/** The fields of a file and their types, which its writer and its reader share. */
export type FieldTypes = Readonly<Record<string, FieldType>>;
interface Arrays {
  u8: Uint8Array;
  u16: Uint16Array;
  u32: Uint32Array;
  i32: Int32Array;
  f32: Float32Array;
  f64: Float64Array;
}
export type Fields<T extends FieldTypes> = { [N in keyof T]: Arrays[T[N]] };
/** The same to be written: a field may come in parts. */
export type FieldParts<T extends FieldTypes> = { [N in keyof T]: Arrays[T[N]] | readonly Arrays[T[N]][] };

const Table = z.array(
  z.strictObject({
    name: z.string(),
    type: z.enum(TYPES),
    /** Bytes from the begin of the file. */
    offset: z.int().nonnegative().multipleOf(ALIGN),
    /** Bytes. */
    length: z.int().nonnegative(),
  }),
);

const aligned = (bytes: number): number => Math.ceil(bytes / ALIGN) * ALIGN;
const bytesOf = (array: Arrays[FieldType]): Buffer => Buffer.from(array.buffer, array.byteOffset, array.byteLength);

/** New arrays of so many elements for some fields. */
export const emptyFields = <T extends FieldTypes>(types: T, length: number): Fields<T> =>
  Object.fromEntries(Object.entries(types).map(([name, type]) => [name, new ARRAYS[type](length)])) as Fields<T>;

/** The file in pieces that are views of the fields: nothing is copied. @param magic eight letters */
export function writeFields<T extends FieldTypes>(magic: string, types: T, fields: FieldParts<T>): Buffer[] {
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
  head.write(magic, 'latin1');
  head.writeUInt32LE(FIELDS_VERSION, MAGIC_BYTES);
  head.writeUInt32LE(table.length, MAGIC_BYTES + 4);
  table.copy(head, HEAD_BYTES);
  const pieces: Buffer[] = [head];
  parts.forEach((some, i) => {
    const padding = aligned(lengths[i]!) - lengths[i]!;
    pieces.push(...some.map(bytesOf));
    if (padding > 0) pieces.push(Buffer.alloc(padding));
  });
  return pieces;
}

const corrupt = (why: string) => new AppError('data-corrupt', `file of columns: ${why}`);

/**
 * The fields, as views of `bytes`.
 * @throws AppError `data-corrupt` where the table does not name every field with its type and a place inside; `data-too-new`
 */
export function readFields<T extends FieldTypes>(magic: string, types: T, bytes: Buffer): Fields<T> {
  if (bytes.length < HEAD_BYTES || bytes.toString('latin1', 0, MAGIC_BYTES) !== magic) throw corrupt('not ours');
  const version = bytes.readUInt32LE(MAGIC_BYTES);
  if (version > FIELDS_VERSION) throw new AppError('data-too-new', 'a file of columns of a newer app', { version });
  const tableBytes = bytes.readUInt32LE(MAGIC_BYTES + 4);
  if (version !== FIELDS_VERSION || tableBytes > MAX_TABLE_BYTES || HEAD_BYTES + tableBytes > bytes.length)
    throw corrupt('head');
  const table = tableIn(bytes.subarray(HEAD_BYTES, HEAD_BYTES + tableBytes));
  // Views need a begin at a multiple of eight: a small file may lie anywhere in a buffer of others.
  const whole = bytes.byteOffset % ALIGN === 0 ? bytes : Buffer.from(new Uint8Array(bytes).buffer);
  const found = Object.entries(types).map(([name, type]) => {
    const [field, ...more] = table.filter((one) => one.name === name);
    if (!field || more.length > 0 || field.type !== type) throw corrupt(`no field ${name}`);
    const { offset, length } = field;
    if (offset + length > whole.length || length % ARRAYS[type].BYTES_PER_ELEMENT !== 0) throw corrupt(`field ${name}`);
    return [name, viewOf(type, whole, offset, length)];
  });
  return Object.fromEntries(found) as Fields<T>;
}

function viewOf(type: FieldType, { buffer, byteOffset }: Buffer, offset: number, length: number): Arrays[FieldType] {
  const Typed = ARRAYS[type];
  return new Typed(buffer as ArrayBuffer, byteOffset + offset, length / Typed.BYTES_PER_ELEMENT);
}

function tableIn(bytes: Buffer): z.infer<typeof Table> {
  try {
    return Table.parse(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw new AppError('data-corrupt', 'file of columns: table', {}, { cause });
  }
}
