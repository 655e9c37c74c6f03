import { bytesField, message, textField, varint, varintField } from './collection.fixture.ts';
import { newerPackage, olderPackage, type Hostile } from './hostile.fixture.ts';
import { zstdOf } from './zstd.fixture.ts';

const listed = (list: unknown) => olderPackage([{ name: 'media', content: JSON.stringify(list) }, ...FILES]);
const FILES = ['0', '1'].map((name) => ({ name, content: `medium ${name}` }));
const list = (content: Uint8Array | string) => olderPackage([{ name: 'media', content }]);
const newerList = (content: Uint8Array) => newerPackage([{ name: 'media', content: zstdOf(content), isStored: true }]);

interface Entry {
  readonly name?: string;
  readonly bytes?: number;
  readonly sha1?: string;
  readonly packed?: Buffer;
}
/** SHA-1 of `picture`. */
const SHA1 = '0e66b49d04a43c19bcb2e13a53aff5d174f610fc';
function newer({ name = 'a.png', bytes = 7, sha1 = '', packed = zstdOf(Buffer.from('picture')) }: Entry) {
  const entry = message(textField(1, name), varintField(2, bytes), bytesField(3, Buffer.from(sha1, 'hex')));
  const media = { name: 'media', content: zstdOf(bytesField(1, entry)), isStored: true };
  return newerPackage([media, { name: '0', content: packed, isStored: true }]);
}
const damaged = (what: string, bytes: Hostile['bytes']): Hostile => ({
  what,
  bytes,
  why: 'media-list-damaged',
  place: 'media',
});

/** Lists of media, names, and media that are not what the list says. */
export const HOSTILE_MEDIA: readonly Hostile[] = [
  damaged('a list that is no JSON', () => list('{"0": "a.png"')),
  damaged('a list of a hundred thousand depths', () => list('['.repeat(100_000) + ']'.repeat(100_000))),
  damaged('a list that is an array', () => list('["a.png"]')),
  damaged('a list with a name that is a number', () => list('{"0": 1}')),
  damaged('a list with an entry that is no number', () => list('{"../0": "a.png"}')),
  damaged('a list that is not UTF-8', () => list(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]))),
  damaged('a message whose length leads beyond its end', () => newerList(Buffer.concat([varint(10), varint(2 ** 40)]))),
  damaged('a message with a number without end', () => newerList(Buffer.alloc(20, 0xff))),
  damaged('a message with a field of number 0', () => newerList(Buffer.from([0, 0]))),
  damaged('a message of a kind of field that is gone', () => newerList(Buffer.from([11, 11]))),
  damaged('a name that is not UTF-8', () => newerList(bytesField(1, bytesField(1, Buffer.from([0xff]))))),
  damaged('a length that is no number', () => newerList(bytesField(1, message(textField(1, 'a'), textField(2, 'b'))))),
  { what: 'no list at all, of old programs', bytes: () => olderPackage([{ name: '0', content: 'x' }]) },
  {
    what: 'names that lead elsewhere',
    bytes: () => listed({ 0: '../evil.png', 1: 'a\\..\\evil.png' }),
    odd: { 'media-name-unsafe': 2 },
  },
  {
    what: 'names with a NUL or a line end',
    bytes: () => listed({ 0: 'a\0.png', 1: 'a\n.png' }),
    odd: { 'media-name-unsafe': 2 },
  },
  { what: 'names that are no name', bytes: () => listed({ 0: '', 1: '..' }), odd: { 'media-name-unsafe': 2 } },
  {
    what: 'names that a system keeps',
    bytes: () => listed({ 0: 'CON.png', 1: 'what?.png' }),
    odd: { 'media-name-unsafe': 2 },
    media: ['CON.png', 'what?.png'],
  },
  {
    what: 'a name of more than 255 bytes',
    bytes: () => listed({ 0: `${'ก'.repeat(90)}.png`, 1: `${'a'.repeat(250)}.png` }),
    odd: { 'media-name-unsafe': 1 },
    media: [`${'ก'.repeat(90)}.png`, `${'a'.repeat(250)}.png`],
  },
  {
    what: 'names that differ in case only',
    bytes: () => listed({ 0: 'a.png', 1: 'A.PNG' }),
    odd: { 'media-name-clash': 1 },
    media: ['a.png', 'A.PNG'],
  },
  {
    what: 'one name twice',
    bytes: () => listed({ 0: 'a.png', 1: 'a.png' }),
    odd: { 'media-name-clash': 1 },
    media: ['a.png'],
  },
  {
    what: 'one name in two spellings of Unicode',
    bytes: () => listed({ 0: 'é.png', 1: 'e\u0301.png' }),
    odd: { 'media-name-clash': 1 },
    media: ['é.png'],
  },
  {
    what: 'the name of a property of all objects',
    bytes: () => list('{"0": "__proto__"}'),
    odd: { 'media-missing': 1 },
  },
  {
    what: 'media that are not there',
    bytes: () => listed({ 0: 'a.png', 7: 'b.png' }),
    odd: { 'media-missing': 1 },
    media: ['a.png'],
  },
  {
    what: 'a medium with a wrong checksum',
    bytes: () =>
      olderPackage([
        { name: 'media', content: '{"0":"a.png"}' },
        { name: '0', content: 'x', says: { crc: 1 } },
      ]),
    odd: { 'media-unreadable': 1 },
  },
  { what: 'a newer medium that is whole', bytes: () => newer({ sha1: SHA1 }), media: ['a.png'] },
  {
    what: 'a newer medium with another SHA-1',
    bytes: () => newer({ sha1: SHA1.replace('0', '1') }),
    odd: { 'media-unreadable': 1 },
  },
  { what: 'a newer medium longer than listed', bytes: () => newer({ bytes: 3 }), odd: { 'media-unreadable': 1 } },
  { what: 'a newer medium shorter than listed', bytes: () => newer({ bytes: 9 }), odd: { 'media-unreadable': 1 } },
  { what: 'a newer medium of 10 GB, it says', bytes: () => newer({ bytes: 10 ** 10 }), odd: { 'media-unreadable': 1 } },
  {
    what: 'a newer medium that is not packed',
    bytes: () => newer({ packed: Buffer.from('picture') }),
    odd: { 'media-unreadable': 1 },
  },
  {
    what: 'a newer medium that ends early',
    bytes: () => newer({ packed: zstdOf(Buffer.from('picture')).subarray(0, 12) }),
    odd: { 'media-unreadable': 1 },
  },
];
