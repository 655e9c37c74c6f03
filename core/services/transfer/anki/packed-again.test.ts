import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { laidDown, zipOf } from '../zip.fixture.ts';
import { collection } from './collection.fixture.ts';
import { ankiFormat } from './format.ts';
import { everythingIn } from './shared-decks.fixture.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jamdai-packed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function read(entries: Readonly<Record<string, string | Uint8Array>>) {
  const bytes = zipOf(Object.entries(entries).map(([name, content]) => ({ name, content })));
  const source = laidDown(join(folder, 'deck.apkg'), bytes);
  const reading = await ankiFormat.open(source, { signal: new AbortController().signal });
  const { notes, media } = await everythingIn(reading);
  return [notes.length, Object.fromEntries([...media].map(([name, content]) => [name, content?.toString()]))];
}

describe('a package that was unpacked and packed again', () => {
  it('with its folder is read below that', async () => {
    const content = await collection(11);
    const entries = {
      'My deck/': '',
      'My deck/collection.anki2': content,
      'My deck/media': '{"0":"a.png"}',
      'My deck/0': 'a',
    };
    expect(await read(entries)).toEqual([1, { 'a.png': 'a' }]);
  });

  it('by macOS, with what that puts beside, is read as it was', async () => {
    const content = await collection(11);
    const aside = { '__MACOSX/._collection.anki2': 'x', '__MACOSX/collection.anki2': 'y', '.DS_Store': 'z' };
    expect(await read({ ...aside, 'collection.anki2': content, media: '{"0":"a.png"}', '0': 'a' })).toEqual([
      1,
      { 'a.png': 'a' },
    ]);
  });

  it('with others in one archive is refused, since nothing says which of them is meant', async () => {
    const content = await collection(11);
    await expect(read({ 'a/collection.anki2': content, 'b/collection.anki2': content })).rejects.toMatchObject({
      code: 'import-unreadable',
      details: { why: 'no-collection' },
    });
  });
});

it('a package that lacks files of its list says so before it is taken in, and counts those that are there', async () => {
  const entries = { 'collection.anki2': await collection(11), media: '{"0":"a.png","7":"b.png"}', 7: 'b' };
  const bytes = zipOf(Object.entries(entries).map(([name, content]) => ({ name, content })));
  const source = laidDown(join(folder, 'deck.apkg'), bytes);
  const reading = await ankiFormat.open(source, { signal: new AbortController().signal });
  expect(reading.counts.media).toBe(1);
  expect(reading.odd).toEqual([{ code: 'media-missing', count: 1, places: ['a.png'] }]);
  await reading.close();
});
