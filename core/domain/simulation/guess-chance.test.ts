import { describe, expect, it } from 'vitest';
import { chosenName, find, place, typedName } from '../label-questions.fixture.ts';
import type { Question } from '../question.ts';
import { guessChance } from './guess-chance.ts';

const text = { th: 'ก', en: 'a' };
const base = {
  id: 'q',
  lessonId: 'l',
  sectionId: 's',
  prompt: text,
  explanation: text,
  inline: false,
  evidence: [],
} as const;
const labelled = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `${index}`, text }));

describe('the chance to guess', () => {
  const cases: [string, Question, number][] = [
    ['one of four options', { ...base, kind: 'choice', options: labelled(4), answer: ['0'] }, 1 / 4],
    [
      'one of three options that can all be chosen',
      { ...base, kind: 'choices', options: labelled(3), answer: ['0'] },
      1 / 3,
    ],
    [
      'two of five options, as the question says',
      { ...base, kind: 'choices', options: labelled(5), answer: ['0', '3'] },
      1 / 10,
    ],
    ['an order of four', { ...base, kind: 'order', items: labelled(4) }, 1 / 24],
    [
      'two pairs with three sides to choose from',
      { ...base, kind: 'match', left: labelled(2), right: labelled(3), answer: { 0: '0', 1: '1' } },
      1 / 6,
    ],
    ['a typed answer', { ...base, kind: 'typed', accept: { th: ['ก'], en: ['a'] } }, 0],
    ['a number', { ...base, kind: 'number', answer: 1, tolerance: 0 }, 0],
    ['a name to type on a picture', typedName, 0],
    ['one of three names on a picture', chosenName, 1 / 3],
    ['one of four marks of a picture', find, 1 / 4],
    ['four marks with five labels', place, 1 / 120],
    ['a card', { ...base, kind: 'card', back: text }, 0],
  ];
  it.each(cases)('of %s', (_, question, chance) => {
    expect(guessChance(question)).toBeCloseTo(chance, 15);
  });
});
