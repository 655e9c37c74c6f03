import { readFileSync, writeFileSync, mkdtempSync, rmSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceNote } from '../transfer/format.ts';
import { nodeFiles } from '../disk/files.ts';
import { cardIdOfNote, noteKeyOf, noteKeyOfCard } from './card-ids.ts';
import { Pack } from './pack.ts';
import { columnsPath, packPath } from './places.ts';
import { PackWriter, type WrittenPack } from './write-pack.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'jamdai-pack-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const TYPE = {
  ...{ id: 'anki-1', name: 'Basic', kind: 'standard' as const, css: '.card{}', sortField: 0 },
  fields: [{ name: 'Front' }, { name: 'Back' }],
  templates: [
    { name: 'Card 1', front: '{{Front}}', back: '{{Back}}' },
    { name: 'Card 2', front: '{{#Back}}{{type:Back}}{{/Back}}', back: '{{Front}}' },
  ],
};
const noteOf = (id: string, front: string): SourceNote => ({
  note: {
    ...{ id, tags: ['บท::หนึ่ง'], createdAt: 1_600_000_000_000, modifiedAt: 1_700_000_000_000 },
    content: { kind: 'fields', typeId: 'anki-1', fields: [front, 'back'] },
  },
  cards: [
    { ordinal: 0, deckId: 'd2' },
    { ordinal: 1, deckId: 'd1' },
  ],
});

async function write(notes: readonly SourceNote[], into = folder): Promise<WrittenPack> {
  const writer = new PackWriter(nodeFiles, into, {
    source: { format: 'anki', sha256: '0'.repeat(64) },
    types: [TYPE],
    decks: [
      { id: 'd1', name: 'One' },
      { id: 'd2', name: 'One::Two' },
    ],
    presets: [],
  });
  for (const note of notes) writer.note(note);
  writer.media({ name: 'a.png', sha256: 'f'.repeat(64), bytes: 3 });
  const pack = writer.finish();
  await writer.close();
  return pack;
}
const NOTES = [noteOf('g1', 'first'), noteOf('a/b#%\n', 'ที่สอง\n</note>'), noteOf('g3', 'third')];

describe('a pack', () => {
  it('gives back notes, types, decks and media as they went in', async () => {
    const { sha256, notes, cards, media } = await write(NOTES);
    expect([notes, cards, media]).toEqual([3, 6, 1]);
    const pack = await Pack.open(nodeFiles, folder, sha256);
    expect(pack.types.get('anki-1')).toEqual(TYPE);
    expect(pack.decks.map(({ name }) => name)).toEqual(['One', 'One::Two']);
    expect(pack.media.get('a.png')).toEqual({ name: 'a.png', sha256: 'f'.repeat(64), bytes: 3 });
    expect(pack.note(1)).toEqual({
      ...NOTES[1]!.note,
      key: 'anki/a%2fb%23%25%0a',
      cards: [
        [0, 1],
        [1, 0],
      ],
    });
    expect([...pack.columns.keys]).toEqual(['anki/g1', 'anki/a%2fb%23%25%0a', 'anki/g3']);
    expect([...pack.columns.note]).toEqual([0, 0, 1, 1, 2, 2]);
    expect([...pack.columns.deck]).toEqual([1, 0, 1, 0, 1, 0]);
    expect([...pack.columns.kind].map((kind) => kind === pack.columns.kind[0])).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  it('has the same bytes of the same source, and others of another', async () => {
    const one = await write(NOTES);
    const again = mkdtempSync(join(folder, 'again-'));
    expect((await write(NOTES, again)).sha256).toBe(one.sha256);
    const other = mkdtempSync(join(folder, 'other-'));
    expect((await write(NOTES.slice(1), other)).sha256).not.toBe(one.sha256);
  });

  it.each([
    ['missing', () => Buffer.alloc(0)],
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 5)],
    ['flipped', (bytes: Buffer) => Buffer.from(bytes.map((byte, i) => (i === bytes.length - 40 ? byte ^ 1 : byte)))],
    ['text', () => Buffer.from('nothing\nlike it')],
  ])('makes its columns again where they are %s', async (_, damage) => {
    const { sha256 } = await write(NOTES);
    const path = join(folder, columnsPath(sha256));
    const right = readFileSync(path);
    const bytes = damage(right);
    if (bytes.length === 0) rmSync(path);
    else writeFileSync(path, bytes);
    const pack = await Pack.open(nodeFiles, folder, sha256);
    expect(pack.note(2).id).toBe('g3');
    expect(readFileSync(path).equals(right)).toBe(true);
  });

  it('says which pack is damaged, and gives nothing else for it', async () => {
    const { sha256 } = await write(NOTES);
    const path = join(folder, packPath(sha256));
    const bytes = readFileSync(path);
    const at = bytes.indexOf('first');
    writeFileSync(path, Buffer.concat([bytes.subarray(0, at), Buffer.from('"irst'), bytes.subarray(at + 5)]));
    const pack = await Pack.open(nodeFiles, folder, sha256);
    expect(() => pack.note(0)).toThrow(
      expect.objectContaining({ code: 'data-corrupt', details: { file: packPath(sha256) } }),
    );
    expect(pack.note(1).id).toBe('a/b#%\n');
    appendFileSync(path, 'x');
    await expect(Pack.open(nodeFiles, folder, sha256)).rejects.toMatchObject({ code: 'data-corrupt' });
    rmSync(path);
    await expect(Pack.open(nodeFiles, folder, sha256)).rejects.toMatchObject({ code: 'data-corrupt' });
  });
});

describe('names in the library', () => {
  it('tell notes and cards apart whatever their ids hold', () => {
    const key = noteKeyOf('own', 'a#1/2');
    expect(key).toBe('own/a%231%2f2');
    expect(noteKeyOfCard(cardIdOfNote(key, 3))).toBe(key);
    const long = [noteKeyOf('text', 'ก'.repeat(500)), noteKeyOf('text', `${'ก'.repeat(499)}ข`)];
    expect(new Set(long).size).toBe(2);
    expect(long.every((name) => name.length <= 165)).toBe(true);
  });
});
