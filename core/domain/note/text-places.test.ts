import { expect, it } from 'vitest';
import type { Question } from '../question.ts';
import { textPlaces, withTexts } from './text-places.ts';

const both = (text: string) => ({ th: `${text}ไทย`, en: text });
const place = { id: 'q', lessonId: 'l', sectionId: 's', inline: false, evidence: ['p001'], reveals: ['q2'] };
const base = {
  ...place,
  prompt: both('prompt'),
  explanation: both('why so'),
  hint: both('hint'),
  level: 'recall' as const,
};
const listed = (question: Question, languages: readonly ('th' | 'en')[] = ['en']) =>
  Array.from(textPlaces(question, languages), ({ part, nth, text }) => `${part}${nth ?? ''} ${text}`).sort();
const COMMON = ['explanation why so', 'hint hint', 'prompt prompt'];

it.each<[Question, string[]]>([
  [{ ...base, kind: 'card', back: both('back') }, ['back back']],
  [
    { ...base, kind: 'choice', options: [{ id: 'a', text: both('one'), why: both('no') }], answer: ['a'] },
    ['options1 one', 'why1 no'],
  ],
  [{ ...base, kind: 'typed', accept: { th: ['ก'], en: ['x', 'y'] } }, ['accept1 x', 'accept2 y']],
  [
    {
      ...{ ...base, kind: 'cloze' },
      blanks: [
        { as: 'year', answer: 1992 },
        { as: 'text', accept: { th: [], en: ['x', 'y'] } },
      ],
    },
    ['accept2 x', 'accept2 y'],
  ],
  [{ ...base, kind: 'number', answer: 3, tolerance: 0, unit: both('km') }, ['unit km']],
  [{ ...base, kind: 'date', answer: '1992-05' }, []],
  [{ ...base, kind: 'order', items: [{ id: 'i', text: both('first') }] }, ['items1 first']],
  [
    {
      ...{ ...base, kind: 'match', answer: { l: 'r' } },
      ...{ left: [{ id: 'l', text: both('left') }], right: [{ id: 'r', text: both('right') }] },
    },
    ['left1 left', 'right1 right'],
  ],
  [
    { ...base, kind: 'label', picture: 'map', task: 'find', marks: [{ id: 'm', text: both('town') }], answer: 'm' },
    ['marks1 town'],
  ],
])('of $kind every text is found, and what is none is not', (question, own) => {
  expect(listed(question)).toEqual([...COMMON, ...own].sort());
});

it('of a question in two languages each text stands twice, and one is changed alone', () => {
  const question: Question = { ...base, kind: 'card', back: both('back') };
  const places = [...textPlaces(question, ['th', 'en'])];
  expect(places).toHaveLength(8);
  const thai = places.find(({ part, language }) => part === 'back' && language === 'th')!;
  expect(withTexts(question, ['th', 'en'], [{ path: thai.path, text: 'หลัง' }])).toEqual({
    ...question,
    back: { th: 'หลัง', en: 'back' },
  });
});

it('of a question in one language both say what is written in that', () => {
  const question: Question = { ...base, kind: 'typed', accept: { th: ['a', 'b'], en: ['a', 'b'] } };
  const second = [...textPlaces(question, ['en'])].find(({ part, nth }) => part === 'accept' && nth === 2)!;
  const changed = withTexts(question, ['en'], [{ path: second.path, text: 'c' }]);
  expect(changed).toEqual({ ...question, accept: { th: ['a', 'c'], en: ['a', 'c'] } });
  expect(question.accept).toEqual({ th: ['a', 'b'], en: ['a', 'b'] });
});
