import { expect, it } from 'vitest';
import type { Blank, Question } from '../question.ts';
import { questionProblems } from './question-problems.ts';

const both = (text: string) => ({ th: text, en: text });
const base = {
  ...{ id: 'q', lessonId: 'l', sectionId: 's', inline: false, evidence: [], explanation: both('') },
  prompt: both('Signed in {{1}}.'),
};
const clozeOf = (blank: Blank): Question => ({ ...base, kind: 'cloze', blanks: [blank] });
const numberOf = (answer: number, tolerance: number): Question => ({ ...base, kind: 'number', answer, tolerance });

it.each([
  ['a gap without a year', clozeOf({ as: 'year', answer: Number.NaN })],
  ['a gap without a figure', clozeOf({ as: 'number', answer: Number.NaN })],
  ['a number that is none', numberOf(Number.NaN, 0)],
  ['a tolerance that is no number', numberOf(3, Number.NaN)],
])('%s has no answer', (_what, question) => expect(questionProblems(question, ['en'])).toEqual(['no-answer']));

it('a gap with its year can be asked', () => {
  expect(questionProblems(clozeOf({ as: 'year', answer: 1992 }), ['th', 'en'])).toEqual([]);
});
