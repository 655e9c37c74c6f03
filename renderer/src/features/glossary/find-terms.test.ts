import { describe, expect, it } from 'vitest';
import { beginningOf, type LetterGroup, type Term } from './find-terms.ts';

const group = (letter: string, terms: number): LetterGroup => ({
  letter,
  terms: Array.from({ length: terms }, (_, at) => ({ id: `${letter}${at}` }) as Term),
});

describe('beginningOf', () => {
  const groups = [group('A', 3), group('B', 1), group('C', 4)];

  it.each([
    [1, 'A'],
    [3, 'A'],
    [4, 'AB'],
    [5, 'ABC'],
    [99, 'ABC'],
  ])('holds whole groups, %i terms at the least where there are so many', (terms, letters) => {
    expect(
      beginningOf(groups, terms)
        .map(({ letter }) => letter)
        .join(''),
    ).toBe(letters);
  });
});
