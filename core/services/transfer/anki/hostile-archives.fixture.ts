import { zipOf } from '../zip.fixture.ts';
import { collection } from './collection.fixture.ts';
import { newerPackage, olderPackage, stub, type Hostile } from './hostile.fixture.ts';
import { zstdBomb, zstdOf } from './zstd.fixture.ts';

const MIB = 2 ** 20;
const cut = async (bytes: Promise<Buffer>, from: number, to: number) => (await bytes).subarray(from, to);
const meta = (...bytes: number[]) => ({ name: 'meta', content: Buffer.from(bytes) });
const oldest = async (says: object, more: object = {}) =>
  zipOf([{ name: 'collection.anki2', content: await collection(11), says, ...more }]);
const newest = (content: Buffer) => newerPackage([{ name: 'collection.anki21b', content, isStored: true }]);

/** Containers: archives, their lists, and the Zstandard in them. */
export const HOSTILE_ARCHIVES: readonly Hostile[] = [
  { what: 'an empty file', bytes: () => Buffer.alloc(0), why: 'empty' },
  { what: 'text that is called a package', bytes: () => Buffer.from('version https://example'), why: 'not-a-zip' },
  { what: 'the first half of a package', bytes: () => cut(olderPackage(), 0, 900), why: 'zip-damaged' },
  { what: 'a package without its end', bytes: () => cut(olderPackage(), 0, -30), why: 'zip-damaged' },
  { what: 'an archive of nothing', bytes: () => zipOf([]), why: 'no-collection' },
  { what: 'an archive of something else', bytes: () => zipOf([{ name: 'a.txt', content: 'a' }]), why: 'no-collection' },
  {
    what: 'an encrypted collection',
    bytes: () => oldest({ flags: 1 }),
    why: 'zip-encrypted',
    place: 'collection.anki2',
  },
  {
    what: 'an unknown way of packing',
    bytes: () => oldest({ method: 99 }),
    why: 'zip-damaged',
    place: 'collection.anki2',
  },
  {
    what: 'more bytes than it says',
    bytes: () => oldest({ bytes: 100 }),
    why: 'lies-about-sizes',
    place: 'collection.anki2',
  },
  {
    what: 'fewer bytes than it says',
    bytes: () => oldest({ bytes: 200_000 }),
    why: 'lies-about-sizes',
    place: 'collection.anki2',
  },
  { what: 'a wrong checksum', bytes: () => oldest({ crc: 1 }), why: 'zip-damaged', place: 'collection.anki2' },
  { what: 'a collection larger than memory, it says', bytes: () => oldest({ bytes: 0xfffffff0 }), why: 'too-large' },
  {
    what: 'a bomb of zeros',
    bytes: () => zipOf([{ name: 'collection.anki2', content: Buffer.alloc(65 * MIB) }]),
    why: 'too-large',
    place: 'collection.anki2',
  },
  {
    what: 'many entries that say they are huge',
    bytes: () =>
      olderPackage(Array.from({ length: 30 }, (_, i) => ({ name: `${i}`, content: 'a', says: { bytes: 60 * MIB } }))),
    why: 'too-large',
  },
  {
    what: 'two entries of the same bytes',
    bytes: () =>
      olderPackage([
        { name: '0', content: 'abc', says: { bytes: 3 } },
        { name: '1', content: 'abc', sharesWith: 2 },
      ]),
    why: 'lies-about-sizes',
  },
  {
    what: 'one name twice',
    bytes: async () =>
      zipOf([
        { name: 'collection.anki2', content: await collection(11) },
        { name: 'collection.anki2', content: await stub() },
      ]),
    why: 'zip-damaged',
    place: 'collection.anki2',
  },
  {
    what: 'entries that lead out of a folder',
    bytes: () =>
      olderPackage(
        ['../evil', '/etc/evil', '..\\evil', 'C:\\evil', 'a/../../evil', 'nul\0'].map((name) => ({
          name,
          content: 'x',
        })),
      ),
    odd: { 'media-name-unsafe': 6 },
  },
  { what: 'entries that nobody asks for', bytes: () => olderPackage([{ name: '__proto__', content: 'x' }]) },
  { what: 'a newer kind of package', bytes: () => newerPackage([meta(8, 4)]), why: 'newer-format', place: 'meta 4' },
  { what: 'a broken meta', bytes: () => newerPackage([meta(8, 255)]), why: 'zip-damaged', place: 'meta' },
  {
    what: 'a meta of 1 MiB',
    bytes: () => newerPackage([meta(...new Uint8Array(100_000))]),
    why: 'too-large',
    place: 'meta',
  },
  {
    what: 'the note that says to update, alone',
    bytes: async () => zipOf([{ name: 'collection.anki2', content: await stub() }]),
    why: 'newer-format',
  },
  {
    what: 'the note that says to update, where the collection is gone',
    bytes: async () => zipOf([meta(8, 3), { name: 'collection.anki2', content: await stub() }]),
    why: 'no-collection',
  },
  { what: 'the note that says to update beside the collection', bytes: () => newerPackage() },
  {
    what: 'a damaged collection beside that note',
    bytes: async () => newest(zstdOf(await collection(18)).subarray(0, 9000)),
    why: 'zip-damaged',
    place: 'collection.anki21b',
  },
  {
    what: 'a collection that is not packed',
    bytes: async () => newest(await collection(18)),
    why: 'zip-damaged',
    place: 'collection.anki21b',
  },
  { what: 'a Zstandard bomb', bytes: () => newest(zstdBomb(600 * MIB)), why: 'too-large', place: 'collection.anki21b' },
  {
    what: 'Zstandard that asks for gigabytes of window',
    bytes: async () => newest(zstdOf(await collection(18), 0xa8)),
    why: 'zip-damaged',
    place: 'collection.anki21b',
  },
  {
    what: 'Zstandard with noise in it',
    bytes: async () => newest(Buffer.concat([zstdOf(Buffer.from('a')).subarray(0, 6), Buffer.alloc(50_000, 0xff)])),
    why: 'zip-damaged',
    place: 'collection.anki21b',
  },
  {
    what: 'a collection of zeros in Zstandard',
    bytes: () => newest(zstdBomb(MIB)),
    why: 'not-sqlite',
  },
];
