import { expect, it } from 'vitest';
import { lastDeckName, lastOfTitle, nameInTitle, nestedDeckName } from './deck-name.ts';

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

it.each([
  ['Thai › Food', 'Thai', 'Food'],
  ['Thai › Food', '', 'Thai › Food'],
  ['Bread › Jam › Red', 'Bread › Jam', 'Red'],
  ['Thai', 'Food', 'Thai'],
])('in the title %s below %j the own name is %s', (title, above, own) => {
  expect(nameInTitle(title, above)).toBe(own);
});

it('the last part of a title is what a card in it is said to be of', () => {
  expect([lastOfTitle('Thai › Food'), lastOfTitle('Thai')]).toEqual(['Food', 'Thai']);
});
