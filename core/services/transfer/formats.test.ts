import { describe, expect, it } from 'vitest';
import { formatOf } from './formats.ts';
import { zipOf } from './zip.fixture.ts';
import { fileWith } from './text-files.fixture.ts';

const idOf = async (name: string, content: string | Uint8Array) =>
  (await formatOf(fileWith(content, name), { signal: new AbortController().signal })).id;

describe('a file is read as what it looks like', () => {
  it.each([
    ['sides of Mochi', 'a.md', 'What?\n\n---\n\nThat.', 'mochi'],
    ['sides of Mochi with gaps', 'a.md', 'The {{1::cat}}\n---\nsat', 'mochi'],
    ['a note of Obsidian with a line across', 'a.md', 'x\n\n---\n\na::b', 'obsidian'],
    ['a note of Obsidian with a tag and a line across', 'a.md', '#flashcards\n\n---\n\nThe ==cat==', 'obsidian'],
    ['pairs of hashcards with a line across', 'a.md', 'Q: a\nA: b\n\n---\n\nQ: c\nA: d', 'hashcards'],
    ['pairs in plain text', 'a.txt', 'Q: a\nA: b\n', 'hashcards'],
    ['a head and no sides', 'a.md', '---\ntags: x\n---\na ==b==', 'obsidian'],
    ['cells in a file without an ending', 'words', 'a\tb\nc\td\n', 'table'],
    ['a table with the word Q:', 'a.txt', 'Q: a\tb\nc\td\n', 'table'],
  ])('%s', async (_, name, content, id) => {
    expect(await idOf(name, content)).toBe(id);
  });

  it.each([
    ['an old workbook', 'a.xls', '\xd0\xcf\x11\xe0', 'other-workbook'],
    ['a workbook of another program', 'a.ods', 'PK\x03\x04', 'other-workbook'],
    ['an archive of tables', 'a.zip', zipOf([{ name: 'words.csv', content: 'a,b' }]), 'packed'],
    ['a table that is packed', 'a.csv.gz', '\x1f\x8b\x08', 'packed'],
    [
      'a page of the web that was saved as a table',
      'a.csv',
      '<!DOCTYPE html><html><body>404</body></html>',
      'not-known',
    ],
    ['prose without an ending', 'readme', 'Read me.\n', 'not-known'],
  ])('%s is refused with what to do', async (_, name, content, why) => {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
    await expect(idOf(name, bytes)).rejects.toMatchObject({ code: 'import-unreadable', details: { why, file: name } });
  });
});
