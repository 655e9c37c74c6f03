import { describe, expect, it } from 'vitest';
import { queryMarks, type QueryMark } from './query-marks.ts';

const shown = (query: string) => queryMarks(query).map(({ text, look }) => [look, text]);

describe('the marks of a query', () => {
  it.each<[string, [QueryMark['look'], string][]]>([
    ['cat', [['plain', 'cat']]],
    [
      'cat deck:"Thai words" or x',
      [
        ['plain', 'cat '],
        ['filter', 'deck:"Thai words"'],
        ['plain', ' or x'],
      ],
    ],
    ['-is:suspended', [['unwanted', '-is:suspended']]],
    ['-cat', [['plain', '-cat']]],
    ['front:dog', [['filter', 'front:dog']]],
    [
      'is:dew x',
      [
        ['filter', 'is:'],
        ['wrong', 'dew'],
        ['plain', ' x'],
      ],
    ],
    [
      'is:',
      [
        ['filter', 'is'],
        ['wrong', ':'],
      ],
    ],
    [
      'a "b c',
      [
        ['plain', 'a '],
        ['wrong', '"b c'],
      ],
    ],
    [
      '(a',
      [
        ['wrong', '('],
        ['plain', 'a'],
      ],
    ],
    [
      'a or',
      [
        ['plain', 'a o'],
        ['wrong', 'r'],
      ],
    ],
  ])('of %j', (query, expected) => {
    expect(shown(query)).toEqual(expected);
    expect(
      queryMarks(query)
        .map(({ text }) => text)
        .join(''),
    ).toBe(query);
  });

  it('of nothing are none', () => {
    expect(queryMarks('')).toEqual([]);
  });
});
