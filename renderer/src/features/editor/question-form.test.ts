import { describe, expect, it } from 'vitest';
import { questionProblems } from '../../../../core/domain/note/question-problems.ts';
import type { Question } from '../../../../core/domain/question.ts';
import { emptyQuestion, formOfQuestion, type QuestionDraft } from './question-form.ts';
import { numberOf, questionOf } from './written-question.ts';

const both = (text: string) => ({ th: `${text}ไทย`, en: text });
const labelled = (...texts: string[]) => texts.map((text) => ({ id: text, text: both(text) }));
const base = {
  prompt: both('p'),
  explanation: both('e'),
  evidence: ['p012'],
  hint: both('h'),
  level: 'apply' as const,
};
const accept = { th: ['หนึ่ง', 'สอง'], en: ['one', 'two'] };

const QUESTIONS: readonly QuestionDraft[] = [
  { ...base, kind: 'card', back: both('b') },
  {
    ...{ ...base, kind: 'cloze', prompt: { th: '{{1}} {{2}} {{3}}', en: '{{3}} {{1}} {{2}}' } },
    blanks: [
      { as: 'text', accept },
      { as: 'year', answer: 1992 },
      { as: 'date', answer: '1992-05' },
    ],
  },
  {
    ...{ ...base, kind: 'choice', answer: ['a'] },
    options: [...labelled('a', 'c'), { id: 'b', text: both('b'), why: both('no') }],
  },
  { ...base, kind: 'choices', options: labelled('a', 'b', 'c'), answer: ['a', 'c'], reveals: ['x'] },
  { ...base, kind: 'typed', accept, accents: 'ignore' },
  { ...base, kind: 'number', answer: 12.5, tolerance: 0.5, unit: both('km') },
  { ...base, kind: 'date', answer: '1992-05-15' },
  { ...base, kind: 'order', items: labelled('a', 'b', 'c') },
  {
    ...{ ...base, kind: 'match', left: labelled('a', 'b'), answer: { a: 'r1', b: 'r2' } },
    right: ['r1', 'r2', 'r3'].map((id) => ({ id, text: both(id) })),
  },
  { ...base, kind: 'label', picture: 'map', task: 'name', mark: labelled('armenia')[0]!, accept },
];

describe('a question in its form', () => {
  it.each(QUESTIONS)('$kind comes out as it went in', (question) => {
    expect(questionOf(formOfQuestion(question), question.kind, ['th', 'en'])).toEqual(question);
  });

  it.each(QUESTIONS)('$kind in one language says it in both', (question) => {
    const form = formOfQuestion(question);
    const written = questionOf(form, question.kind, ['en']);
    expect(written.prompt.th).toBe(written.prompt.en);
    expect(
      questionProblems({ ...written, id: 'x', lessonId: 'x', sectionId: 'x', inline: false } as Question, ['en']),
    ).toEqual([]);
  });

  it('another kind and back again loses nothing', () => {
    const form = formOfQuestion(QUESTIONS[2]!);
    questionOf(form, 'typed', ['th', 'en']);
    expect(questionOf(form, 'choice', ['th', 'en'])).toEqual(QUESTIONS[2]);
  });

  it('an option that became the right one does not say why it is wrong', () => {
    const form = formOfQuestion(QUESTIONS[2]!);
    for (const row of form.options) row.isRight = row.id === 'b';
    const written = questionOf(form, 'choice', ['th', 'en']);
    expect(written).toMatchObject({ answer: ['b'], options: [{ id: 'a' }, { id: 'c' }, { id: 'b' }] });
    expect(JSON.stringify(written)).not.toContain('why');
  });

  it('two pairs with the same right side share it', () => {
    const form = emptyQuestion();
    form.pairs = ['a', 'b'].map((id) => ({ id, left: both(id), right: both('same') }));
    expect(questionOf(form, 'match', ['en'])).toMatchObject({ right: [{ id: 'r1' }], answer: { a: 'r1', b: 'r1' } });
  });
});

it.each([
  ['1,250.5', 1250.5],
  ['๒๕๓๕', 2535],
  ['−3', -3],
  ['', Number.NaN],
  ['many', Number.NaN],
])('%s is the number %d', (written, value) => expect(numberOf(written)).toBe(value));
