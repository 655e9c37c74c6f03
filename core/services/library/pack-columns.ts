import { crc32 } from 'node:zlib';
import { QUESTION_KINDS } from '../../domain/question.ts';
import type { Files } from '../disk/files.ts';
import { writeAll } from '../disk/whole-file.ts';
import { NoteKeys } from './note-keys.ts';

/** Where everything of a pack is, and what is asked of all its notes at once, without reading them. Places are counted from 0. */
export interface PackColumns {
  /** Names of the notes, see `noteKeyOf`, in the order of the pack. */
  readonly keys: NoteKeys;
  /** Byte of the pack each note's line begins at, and its length without the line's end. */
  readonly offset: Float64Array;
  readonly bytes: Uint32Array;
  /** Epoch ms. */
  readonly modifiedAt: Float64Array;
  readonly createdAt: Float64Array;
  /** Of a note: place of its type in the pack, `NO_TYPE` of a question, and place in `tagSets`. */
  readonly type: Uint32Array;
  readonly tagSet: Uint32Array;
  /** The different lists of tags that notes have. */
  readonly tagSets: readonly (readonly string[])[];
  /** Of a card: place of its note. Cards stand in the order of their notes. */
  readonly note: Uint32Array;
  readonly ordinal: Uint32Array;
  /** Place among the decks of the pack. */
  readonly deck: Uint32Array;
  /** Place among QUESTION_KINDS. */
  readonly kind: Uint8Array;
  /** Bytes before the first note, and where the lines behind the last begin. */
  readonly headBytes: number;
  readonly tailAt: number;
  readonly packBytes: number;
}

export const NO_TYPE = 0xffff_ffff;

const VERSION = 2;
const MAX_HEADER = 4_096;
const KINDS = QUESTION_KINDS.length;

type Numbers = Exclude<keyof PackColumns, 'keys' | 'tagSets' | 'headBytes' | 'tailAt' | 'packBytes'>;
/** The widest first, so that each begins where its numbers may. */
const OF_NOTES = { offset: Float64Array, modifiedAt: Float64Array, createdAt: Float64Array } as const;
const REST = {
  bytes: Uint32Array,
  type: Uint32Array,
  tagSet: Uint32Array,
  note: Uint32Array,
  ordinal: Uint32Array,
  deck: Uint32Array,
  kind: Uint8Array,
} as const;
const ARRAYS: readonly (readonly [Numbers, (typeof OF_NOTES)['offset'] | typeof Uint32Array | typeof Uint8Array])[] = [
  ...(Object.entries(OF_NOTES) as [Numbers, typeof Float64Array][]),
  ...(Object.entries(REST) as [Numbers, typeof Uint32Array | typeof Uint8Array][]),
];

const OF_NOTE: ReadonlySet<Numbers> = new Set([...(Object.keys(OF_NOTES) as Numbers[]), 'bytes', 'type', 'tagSet']);

interface Header {
  readonly columns: number;
  readonly pack: string;
  readonly notes: number;
  readonly cards: number;
  readonly keyBytes: number;
  readonly tagBytes: number;
  readonly headBytes: number;
  readonly tailAt: number;
  readonly packBytes: number;
  readonly crc: number;
}

/**
 * Writes the columns as a file: one line that says what comes, padded so that numbers begin where they may; the numbers; the names. Piece by
 * piece, since together they are many megabytes.
 */
export function writeColumns(files: Files, fd: number, pack: string, columns: PackColumns): void {
  const { keys, tagSets, note, headBytes, tailAt, packBytes } = columns;
  const names = Buffer.from(keys.text);
  const tags = Buffer.from(JSON.stringify(tagSets));
  const numbers = ARRAYS.map(([name]) => {
    const { buffer, byteOffset, byteLength } = columns[name];
    return Buffer.from(buffer, byteOffset, byteLength);
  });
  const body = [...numbers, names, tags];
  const header: Header = {
    ...{ columns: VERSION, pack, notes: keys.length, cards: note.length, headBytes, tailAt, packBytes },
    ...{ keyBytes: names.length, tagBytes: tags.length },
    crc: body.reduce((crc, piece) => crc32(piece, crc), 0),
  };
  const line = JSON.stringify(header);
  let at = 0;
  for (const piece of [Buffer.from(`${line}${' '.repeat((8 - ((line.length + 1) % 8)) % 8)}\n`), ...body]) {
    writeAll(files, fd, piece, at);
    at += piece.length;
  }
}

/** In steps; null where the file is not what `writeColumns` made of this pack: it is made anew then. @param packBytes of the pack as it stands */
export function* decodingColumns(file: Buffer, pack: string, packBytes: number): Generator<void, PackColumns | null> {
  const end = file.subarray(0, MAX_HEADER).indexOf(10);
  if (end < 0) return null;
  let header: Header;
  try {
    header = JSON.parse(file.toString('utf8', 0, end)) as Header;
  } catch {
    return null;
  }
  if (header.columns !== VERSION || header.pack !== pack || header.packBytes !== packBytes) return null;
  const body = beginningAtWord(file.subarray(end + 1));
  if (crc32(body) !== header.crc) return null;
  yield;
  const { notes, cards, keyBytes, tagBytes, headBytes, tailAt } = header;
  const arrays: Partial<Record<Numbers, Float64Array | Uint32Array | Uint8Array>> = {};
  let at = 0;
  for (const [name, Type] of ARRAYS) {
    const length = OF_NOTE.has(name) ? notes : cards;
    if (at + length * Type.BYTES_PER_ELEMENT > body.length) return null;
    arrays[name] = new Type(body.buffer as ArrayBuffer, body.byteOffset + at, length);
    at += length * Type.BYTES_PER_ELEMENT;
  }
  if (at + keyBytes + tagBytes !== body.length) return null;
  const names = body.toString('utf8', at, at + keyBytes);
  yield;
  const keys = yield* NoteKeys.read(names, notes);
  if (!keys) return null;
  const tagSets = JSON.parse(body.toString('utf8', at + keyBytes)) as string[][];
  const columns = { ...arrays, keys, tagSets, headBytes, tailAt, packBytes } as PackColumns;
  const { tagSet, note, kind } = columns;
  return isBelow(tagSet, tagSets.length) && isBelow(note, notes) && isBelow(kind, KINDS) ? columns : null;
}

/** The same bytes; a copy where they do not begin where numbers of eight bytes may. */
const beginningAtWord = (bytes: Buffer): Buffer => (bytes.byteOffset % 8 === 0 ? bytes : Buffer.from(bytes));

/** Is each of the places one of so many? A loop, since `every` of typed arrays takes ten times as long. */
function isBelow(places: Uint8Array | Uint32Array, length: number): boolean {
  for (let i = 0; i < places.length; i++) if (places[i]! >= length) return false;
  return true;
}
