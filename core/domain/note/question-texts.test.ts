import { describe, expect, it } from 'vitest';
import type { Question } from '../question.ts';
import { questionTexts } from './question-texts.ts';

const both = (text: string) => ({ th: `${text} ไทย`, en: text });
const base = {
  ...{ id: 'q-id', lessonId: 'l-id', sectionId: 's-id', inline: false, evidence: ['p-id'] },
  prompt: both('asked'),
  explanation: both('why'),
};
const ASKED = ['asked ไทย', 'asked'];
const WHY = ['why ไทย', 'why'];
const labelled = (id: string) => ({ id, text: both(`text of ${id}`) });
const textOf = (id: string) => [`text of ${id} ไทย`, `text of ${id}`];

describe('the texts of a question', () => {
  it.each<[Question, readonly string[]]>([
    [{ ...base, kind: 'card', back: both('back') }, [...ASKED, ...WHY, 'back ไทย', 'back']],
    [
      { ...base, kind: 'choice', options: [{ ...labelled('a'), why: both('no') }, labelled('b')], answer: ['b'] },
      [...ASKED, ...WHY, ...textOf('a'), 'no ไทย', 'no', ...textOf('b')],
    ],
    [{ ...base, kind: 'typed', accept: { th: ['คำ'], en: ['word'] } }, [...ASKED, ...WHY, 'คำ', 'word']],
    [{ ...base, kind: 'number', answer: 12, tolerance: 3 }, [...ASKED, ...WHY, '12']],
    [{ ...base, kind: 'date', answer: '1992-05-15' }, [...ASKED, ...WHY, '1992-05-15']],
    [
      { ...base, kind: 'order', items: [labelled('a'), labelled('b')] },
      [...ASKED, ...WHY, ...textOf('a'), ...textOf('b')],
    ],
    [
      { ...base, kind: 'match', left: [labelled('a')], right: [labelled('b')], answer: { a: 'b' } },
      [...ASKED, ...WHY, ...textOf('a'), ...textOf('b')],
    ],
  ])('$kind: those that are shown', (question, texts) => {
    expect(questionTexts(question)).toEqual(texts);
  });

  it('of a cloze leave its gaps open and name what fills them', () => {
    const question: Question = {
      ...{ ...base, kind: 'cloze', prompt: both('in {{1}} at {{2}}') },
      blanks: [
        { as: 'year', answer: 1992 },
        { as: 'text', accept: { th: [], en: ['Tashkent'] } },
      ],
    };
    expect(questionTexts(question)).toEqual(['in … at … ไทย', 'in … at …', ...WHY, '1992', 'Tashkent']);
  });
});
