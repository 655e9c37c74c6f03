import { createReadStream } from 'node:fs';
import { stopIfCancelled } from '../cancellation.ts';
import type { Format, Reading, ReadOptions, Source } from '../format.ts';
import { Oddities } from '../oddities.ts';
import { unreadable } from '../unreadable.ts';
import { isZip, wholeOf } from '../zip-source.ts';
import { collectionReading } from './collection.ts';
import { LIMITS } from './limits.ts';
import { openPackage, type AnkiPackage } from './package.ts';
import { isSqlite } from './sqlite.ts';

const PACKAGES = ['apkg', 'colpkg'];
const COLLECTIONS = ['anki2', 'anki21'];
const HEAD_BYTES = 64 << 10;
/** By its name alone: what is inside is then told in words. */
const BY_NAME = 0.8;

/** Anki's packages and collections, of schemas 11 to 18. */
export const ankiFormat: Format = {
  id: 'anki',
  extensions: [...PACKAGES, ...COLLECTIONS],

  detect(head, name) {
    const extension = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '';
    const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
    if (isZip(head)) {
      if (PACKAGES.includes(extension)) return 1;
      if (text.includes('collection.anki2')) return 0.95;
    }
    if (isSqlite(head)) {
      if (COLLECTIONS.includes(extension)) return 1;
      if (/create\s+table\W+revlog\W/i.test(text) && /create\s+table\W+cards\W/i.test(text)) return 0.95;
    }
    return PACKAGES.includes(extension) || COLLECTIONS.includes(extension) ? BY_NAME : 0;
  },

  async open(source, options) {
    if (source.bytes === 0) throw unreadable('empty', source.name);
    const head = await headOf(source);
    if (isZip(head)) return ofPackage(source, options);
    if (isSqlite(head)) return ofCollection(source, options);
    throw unreadable(
      COLLECTIONS.some((each) => source.name.toLowerCase().endsWith(`.${each}`)) ? 'not-sqlite' : 'not-a-zip',
      source.name,
    );
  },
};

async function headOf({ path }: Source): Promise<Uint8Array> {
  for await (const piece of createReadStream(path, { end: HEAD_BYTES - 1 })) return piece as Buffer;
  return new Uint8Array();
}

async function ofPackage(source: Source, { signal }: ReadOptions): Promise<Reading> {
  const odd = new Oddities();
  // Apart from what stays: SQLite has a copy of its own, and both together are too much to keep.
  const { collection: bytes, isOldest, ...media } = await openPackage(source, signal, odd);
  try {
    return await collectionReading({ source, bytes, isOldest, media, odd, signal });
  } catch (error) {
    media.close();
    throw error;
  }
}

const WITHOUT_MEDIA: Pick<AnkiPackage, 'mediaCount' | 'media' | 'close'> = {
  mediaCount: 0,
  async *media() {
    // A collection by itself has its media in a folder beside it, which is not given.
  },
  close: () => undefined,
};

async function ofCollection(source: Source, { signal }: ReadOptions): Promise<Reading> {
  if (source.bytes > LIMITS.collectionBytes) throw unreadable('too-large', source.name);
  const bytes = await wholeOf(piecesOf(source, signal), {
    file: source.name,
    place: '',
    maxBytes: LIMITS.collectionBytes,
    expected: source.bytes,
  });
  return collectionReading({ source, bytes, isOldest: true, media: WITHOUT_MEDIA, odd: new Oddities(), signal });
}

async function* piecesOf({ path }: Source, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const piece of createReadStream(path)) {
    stopIfCancelled(signal);
    yield piece as Buffer;
  }
}
