import { expect, it } from 'vitest';
import { answeredAs } from './answered-as.ts';
import { chosenName, find, place, typedName } from './label-questions.fixture.ts';
import type { Question } from './question.ts';

it('a question on a picture is answered as the kind that does the same without one', () => {
  expect([typedName, chosenName, find, place].map(answeredAs)).toEqual(['typed', 'choice', 'choice', 'match']);
  expect(answeredAs({ kind: 'order' } as Question)).toBe('order');
});
