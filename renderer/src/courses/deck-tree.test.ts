import { describe, expect, it } from 'vitest';
import { flattened, libraryTrees, matching, ordered, shownOf, type LibraryNode } from './deck-tree.ts';
import { deckItem, LIBRARY } from './library-items.fixture.ts';

const english = ({ en }: { en: string }) => en;
const trees = libraryTrees(LIBRARY, english);
const names = (nodes: readonly LibraryNode[]) => nodes.map(({ name, depth }) => '  '.repeat(depth) + name);

describe('decks as trees', () => {
  it('are nested, named without those above them, each with its whole name', () => {
    expect(names(flattened(ordered(trees, 'name', 'en')))).toEqual([
      'A course',
      'Provinces',
      'Thai',
      '  Food',
      '    Kitchen',
      '    Market',
      '  Travel',
    ]);
    expect(flattened(trees).find(({ name }) => name === 'Market')?.path).toBe('Thai::Food::Market');
  });

  it('a deck whose parent is not there stands at the top, and none is lost', () => {
    expect(names(libraryTrees([deckItem('a', 'Gone › A', 'gone')], english))).toEqual(['Gone › A']);
  });

  it('are ordered by what is due, at every depth; the same due by name', () => {
    expect(names(flattened(ordered(trees, 'due', 'en')))).toEqual([
      'A course',
      'Thai',
      '  Food',
      '    Market',
      '    Kitchen',
      '  Travel',
      'Provinces',
    ]);
  });

  it.each([
    ['th', ['เก่ง', 'ขา'], ['เก่ง', 'ขา']],
    ['th', ['แดง', 'ครู'], ['ครู', 'แดง']],
    ['en', ['Lesson 10', 'Lesson 2'], ['Lesson 2', 'Lesson 10']],
  ])('are ordered as the language does: %s %j', (language, given, wanted) => {
    const some = libraryTrees(
      given.map((name) => deckItem(name, name, null)),
      english,
    );
    expect(names(ordered(some, 'name', language))).toEqual(wanted);
  });

  it('are found by any part of the whole name, shown with what they lie in', () => {
    expect(names(flattened(matching(trees, ' MARKET ')))).toEqual(['Thai', '  Food', '    Market']);
    expect(names(flattened(matching(trees, 'food')))).toEqual(['Thai', '  Food', '    Kitchen', '    Market']);
    expect(matching(trees, 'nowhere')).toEqual([]);
    expect(flattened(matching(trees, ''))).toHaveLength(LIBRARY.length);
  });

  it('show what lies below an open one only', () => {
    const open = new Set(['deck-thai']);
    expect(names(shownOf(ordered(trees, 'name', 'en'), (id) => open.has(id)))).toEqual([
      'A course',
      'Provinces',
      'Thai',
      '  Food',
      '  Travel',
    ]);
  });
});
