import { expect, it } from 'vitest';
import type { Question } from '../question.ts';
import { writingHints, type WritingHint } from './writing-hints.ts';

const both = (text: string) => ({ th: text, en: text });
const base = {
  ...{ id: 'q', lessonId: 'l', sectionId: 's', inline: false, evidence: [] },
  prompt: both('Which body appoints the Secretary General?'),
  explanation: both('The Council does, on a proposal of the ministers.'),
};
type Row = [text: string, right?: boolean, why?: string];
const choice = (rows: readonly Row[], more: object = {}): Question => ({
  ...base,
  kind: 'choice',
  options: rows.map(([text, , why], at) => ({ id: `o${at}`, text: both(text), ...(why && { why: both(why) }) })),
  answer: rows.flatMap(([, right], at) => (right ? [`o${at}`] : [])),
  ...more,
});
const GOOD: readonly Row[] = [
  ['the Council', true],
  ['the Assembly', false, 'it only advises'],
  ['the Ministers', false, 'they propose'],
];

const TABLE: readonly [what: string, question: Question, hints: readonly WritingHint[]][] = [
  ['a good choice', choice(GOOD), []],
  ['a stem with a hidden not', choice(GOOD, { prompt: both('Which of these is not a member?') }), ['negative-stem']],
  ['a stem whose not is marked', choice(GOOD, { prompt: both('Which of these is **not** a member?') }), []],
  ['a Thai stem with a hidden not', choice(GOOD, { prompt: both('ประเทศใดไม่ใช่สมาชิก') }), ['negative-stem']],
  ['all of the above', choice([...GOOD, ['All of the above', false, 'no']]), ['lump-option']],
  ['ถูกทุกข้อ', choice([...GOOD, ['ถูกทุกข้อ', false, 'no']]), ['lump-option']],
  [
    'the right one is the longest',
    choice([['the Collective Security Council of the heads of state', true], ...GOOD.slice(1)]),
    ['right-is-longest', 'uneven-options'],
  ],
  [
    'the right one is the shortest',
    choice([
      ['CSC', true],
      ['the Assembly', false, 'x'],
      ['the Ministers’ Council', false, 'x'],
    ]),
    ['right-is-shortest', 'uneven-options'],
  ],
  [
    'short options may differ',
    choice([
      ['Minsk', true],
      ['Moscow', false, 'x'],
      ['Tashkent', false, 'x'],
    ]),
    [],
  ],
  ['two options', choice(GOOD.slice(0, 2)), ['few-options']],
  [
    'nothing is wrong',
    choice(
      GOOD.map(([text]) => [text, true]),
      { kind: 'choices' },
    ),
    ['all-right'],
  ],
  ['a wrong option without why', choice([GOOD[0]!, GOOD[1]!, ['the Ministers', false]]), ['no-why']],
  ['no explanation', choice(GOOD, { explanation: both(' ') }), ['no-explanation']],
  ['a card explains itself', { ...base, kind: 'card', back: both('It.'), explanation: both('') }, []],
  [
    'the prompt holds its answer',
    {
      ...base,
      kind: 'typed',
      accept: { th: ['Council'], en: ['council'] },
      prompt: both('What is the Council called?'),
    },
    ['holds-answer'],
  ],
  [
    'items tell their years',
    { ...base, kind: 'order', items: ['Treaty (1992)', 'Charter'].map((text) => ({ id: text, text: both(text) })) },
    ['tells-year'],
  ],
  [
    'as many right sides as left ones',
    {
      ...{ ...base, kind: 'match', answer: { a: 'c', b: 'd' } },
      left: ['a', 'b'].map((id) => ({ id, text: both(id) })),
      right: ['c', 'd'].map((id) => ({ id, text: both(id) })),
    },
    ['no-extra'],
  ],
  ['a prompt that is read twice', choice(GOOD, { prompt: both('word '.repeat(80)) }), ['long-prompt']],
];

it.each(TABLE)('%s', (_what, question, hints) => {
  expect(writingHints(question, ['en'])).toEqual(hints);
});

it('a language that is not written is not looked at', () => {
  const question = choice(GOOD, { explanation: { th: '', en: 'It is the Council.' } });
  expect(writingHints(question, ['en'])).toEqual([]);
  expect(writingHints(question, ['th', 'en'])).toEqual(['no-explanation']);
});
