import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostOf } from '../../testing/answering-host.fixture.ts';
import { changedPart, Replacing } from './replacing.svelte.ts';

describe('what is another in two texts', () => {
  it.each([
    ['the cat sat', 'the dog sat', ['the ', 'cat', 'dog', ' sat']],
    ['aa', 'aaa', ['aa', '', 'a', '']],
    ['cat', '', ['', 'cat', '', '']],
    ['กา', 'ก่า', ['', 'ก', 'ก่', 'า']],
    ['same', 'same', ['same', '', '', '']],
  ])('%j and %j', (before, after, parts) => {
    expect(Object.values(changedPart(before, after))).toEqual(parts);
  });

  it('makes both of them again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const { start, was, is, end } = changedPart(before, after);
        expect(start + was + end).toBe(before);
        expect(start + is + end).toBe(after);
      }),
    );
  });
});

describe('find and replace', () => {
  const nothing = { notes: 0, fields: 0, leftAlone: [], rows: [] };

  it('shows what the last entry would do, not an earlier one', async () => {
    const { call, asked } = hostOf({ 'card.replacements': () => nothing });
    const replacing = new Replacing(call, { query: '' });
    for (const find of ['a', 'ab', 'abc']) {
      replacing.find = find;
      void replacing.look();
    }
    await expect.poll(() => replacing.preview).toEqual(nothing);
    expect(asked.map(([, input]) => (input as { replacement: { find: string } }).replacement.find)).toEqual([
      'a',
      'abc',
    ]);
  });

  it('asks nothing while nothing is to be found, and no field where none is named', async () => {
    const { call, asked } = hostOf({ 'card.replacements': () => nothing });
    const replacing = new Replacing(call, { cardIds: ['a/b'] });
    await replacing.look();
    expect(asked).toEqual([]);
    replacing.find = 'x';
    replacing.field = ' ';
    await replacing.look();
    expect(asked[0]![1]).toEqual({
      of: { cardIds: ['a/b'] },
      replacement: { find: 'x', replace: '', isRegex: false, isCaseSensitive: false },
      offset: 0,
      limit: 50,
    });
  });

  it('that the host refuses says so, until it is mended', async () => {
    const { call } = hostOf({
      'card.replacements': ({ replacement }: { replacement: { find: string } }) =>
        replacement.find === '(' ? new Error('bad-pattern') : nothing,
    });
    const replacing = new Replacing(call, { query: '' });
    replacing.find = '(';
    await replacing.look();
    expect([replacing.error, replacing.preview]).toEqual(['bad-pattern', null]);
    replacing.find = '(a)';
    await replacing.look();
    expect([replacing.error, replacing.preview]).toEqual([null, nothing]);
  });
});
