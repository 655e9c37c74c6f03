import { expect, it } from 'vitest';
import { cardQuery } from './card-actions.ts';

it.each([
  ['Charter', 'charter', false],
  ['cat or dog', 'cat "or" dog', false],
  ['-minus (x', '"-minus" "(x"', false],
  ['"the cat" sat', '"the cat" sat', false],
  ['14:30', '"14:30"', false],
  ['พ.ศ. ๒๕๓๕', '"พ.ศ. 2535"', false],
  ['deck:Food น้ำ', 'deck:Food น้ำ', true],
  ['-(is:new or flag:2)', '-(is:new or flag:2)', true],
  ['is:nonsense', '"is:nonsense"', false],
])('of what was typed, %s, the cards are %s', (typed, query, hasFilter) => {
  expect(cardQuery(typed)).toEqual({ query, hasFilter });
});

it('of nothing there are no cards', () => expect(cardQuery('  ')).toBeNull());
