import { expect, it } from 'vitest';
import type { QuestionDraft } from './question-form.ts';
import { formOfQuestion } from './question-form.ts';
import { questionOf } from './written-question.ts';

const both = (text: string) => ({ th: `${text} (ไทย)`, en: text });
const regions = [
  {
    id: 'r1',
    text: both('Aorta'),
    shape: 'rect',
    points: [
      [0.1, 0.1],
      [0.3, 0.2],
    ],
  },
  {
    id: 'r2',
    text: both('Atrium'),
    shape: 'ellipse',
    points: [
      [0.5, 0.3],
      [0.7, 0.5],
    ],
  },
  {
    id: 'r7',
    text: both('Apex'),
    shape: 'polygon',
    points: [
      [0.5, 0.8],
      [0.6, 0.9],
      [0.4, 0.9],
    ],
  },
];
const base = {
  ...{ kind: 'label', picture: 'own', prompt: both('?'), explanation: both(''), evidence: [] },
  image: { file: 'heart.png', covers: 'asked', regions },
};
const marks = regions.map(({ id, text }) => ({ id, text }));
const QUESTIONS = [
  {
    ...{ ...base, task: 'name', mark: marks[1], accents: 'ignore' },
    accept: { th: ['Atrium (ไทย)', 'ห้องบน'], en: ['Atrium', 'Auricle'] },
  },
  { ...base, task: 'find', marks, answer: 'r7' },
  {
    ...{ ...base, task: 'place', marks, answer: { r1: 'l1', r2: 'l2', r7: 'l3' } },
    labels: marks.map(({ text }, at) => ({ id: `l${at + 1}`, text })),
  },
] as unknown as QuestionDraft[];

it.each(QUESTIONS)('a question on a picture is the same after it was in its form: %j', (question) => {
  expect(questionOf(formOfQuestion(question), 'label', ['th', 'en'])).toEqual(question);
});

it('of one language the other says the same', () => {
  const form = formOfQuestion(QUESTIONS[2]!, ['en']);
  const made = questionOf(form, 'label', ['en']);
  expect(made).toMatchObject({ labels: [{ text: { th: 'Aorta', en: 'Aorta' } }, {}, {}] });
});

it('bug: a label question of a course lost what its form does not show', () => {
  const ofCourse = {
    ...{ kind: 'label', picture: 'map', task: 'find', marks, answer: 'r1', prompt: both('?'), explanation: both('') },
    evidence: ['p001'],
  } as unknown as QuestionDraft;
  expect(questionOf(formOfQuestion(ofCourse), 'label', ['th', 'en'])).toEqual(ofCourse);
});
