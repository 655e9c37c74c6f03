import { expect, it } from 'vitest';
import { lastDeckName, nestedDeckName } from './deck-name.ts';

it.each([
  ['Thai::Food', 'Food'],
  ['Food', 'Food'],
  ['1:1', '1:1'],
  ['Thai::', 'Thai::'],
])('of the deck %s the own name is %s', (name, last) => {
  expect(lastDeckName(name)).toBe(last);
});

it('a whole name is made of those above and its own', () => {
  expect([nestedDeckName('', 'Food'), nestedDeckName('Thai', 'Food')]).toEqual(['Food', 'Thai::Food']);
});
