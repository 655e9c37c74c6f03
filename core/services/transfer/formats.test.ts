import { describe, expect, it } from 'vitest';
import { formatOf } from './formats.ts';
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
    ['a table with the word Q:', 'a.txt', 'Q: a\tb\nc\td\n', 'table'],
  ])('%s', async (_, name, content, id) => {
    expect(await idOf(name, content)).toBe(id);
  });
});
