import { readFileSync } from 'node:fs';
import type { Source } from '../format.ts';
import { openZip, wholeOf } from '../zip-source.ts';
import { sqliteEngine } from './sqlite-engine.ts';
import { unzstd } from './zstd.ts';

type Cell = number | string | Uint8Array | null;

const NAMES = ['collection.anki21b', 'collection.anki21', 'collection.anki2'];
const MAX_BYTES = 1e9;
const isPackage = ({ name }: Source) => /\.(?:apkg|colpkg)$/.test(name);

/** Rows of a collection as SQLite gives them, without the reader that the app has. */
export async function rawCollection(source: Source): Promise<(sql: string) => readonly (readonly Cell[])[]> {
  const { Database } = await sqliteEngine();
  const members = isPackage(source) ? await membersOf(source) : null;
  const name = NAMES.find((each) => members?.has(each));
  const db = new Database(name ? members!.get(name) : readFileSync(source.path));
  return (sql) => (db.exec(sql)[0]?.values ?? []) as Cell[][];
}

/** The media of a package, each as its bytes. */
export async function rawMedia(source: Source): Promise<Uint8Array[]> {
  if (!isPackage(source)) return [];
  const members = await membersOf(source);
  return [...members].flatMap(([name, bytes]) => (/^\d+$/.test(name) ? [bytes] : []));
}

/** Everything in a package by its name, unpacked. */
export async function membersOf(source: Source): Promise<Map<string, Uint8Array>> {
  const zip = await openZip(source, new AbortController().signal);
  try {
    const isLatest = zip.entries.has(NAMES[0]!);
    const members = new Map<string, Uint8Array>();
    for (const [name, entry] of zip.entries) {
      const pieces = zip.pieces(entry);
      const isPacked = isLatest && (name === NAMES[0] || /^\d+$/.test(name));
      const unpacked = isPacked && entry.bytes > 0 ? unzstd(pieces) : pieces;
      members.set(name, await wholeOf(unpacked, { file: source.name, place: name, maxBytes: MAX_BYTES }));
    }
    return members;
  } finally {
    zip.close();
  }
}
