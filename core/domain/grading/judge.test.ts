import { describe, expect, it } from 'vitest';
import type { Bilingual, Blank, Question, Response } from '../question.ts';
import { judge, judgeUnknown } from './judge.ts';

const both = (text: string): Bilingual => ({ th: `${text} ไทย`, en: text });
const base = {
  id: 'q1',
  lessonId: 'l1',
  sectionId: 's1',
  prompt: both('?'),
  explanation: both('!'),
  inline: false,
  evidence: [],
};
const labelled = (...ids: string[]) => ids.map((id) => ({ id, text: both(id.toUpperCase()) }));
const refused = expect.objectContaining({ code: 'bad-input' });

const card: Question = { ...base, kind: 'card', back: both('back') };
const typed: Question = { ...base, kind: 'typed', accept: { th: ['ทาชเคนต์'], en: ['Tashkent', 'Toshkent'] } };
const number: Question = { ...base, kind: 'number', answer: 43, tolerance: 0, unit: { th: 'ฉบับ', en: 'documents' } };
const date: Question = { ...base, kind: 'date', answer: '1992-05-15' };
const choice: Question = { ...base, kind: 'choice', options: labelled('a', 'b', 'c'), answer: ['b'] };
const choices: Question = {
  ...base,
  kind: 'choices',
  options: labelled('a', 'b', 'c', 'd', 'e'),
  answer: ['a', 'b', 'c', 'd'],
};
const order: Question = { ...base, kind: 'order', items: labelled('a', 'b', 'c', 'd', 'e') };
const match: Question = {
  ...base,
  kind: 'match',
  left: labelled('l1', 'l2', 'l3'),
  right: labelled('r1', 'r2', 'r3', 'r4'),
  answer: { l1: 'r2', l2: 'r1', l3: 'r3' },
};
const cloze = (prompt: Bilingual, ...blanks: Blank[]): Question => ({ ...base, kind: 'cloze', prompt, blanks });
const year = cloze({ th: 'ลงนามในปี {{1}}', en: 'Signed in {{1}}' }, { as: 'year', answer: 1992 });
const text = cloze({ th: 'ลงนามที่ {{1}}', en: 'Signed in {{1}}' }, { as: 'text', accept: typed.accept });
const three = cloze(
  { th: 'มาตรา {{2}} ลงนามที่ {{1}} เมื่อ {{3}}', en: 'Article {{2}}, signed in {{1}} on {{3}}' },
  { as: 'text', accept: typed.accept },
  { as: 'number', answer: 4 },
  { as: 'date', answer: '1992-05-15' },
);

describe('judge', () => {
  it.each<[Question, Response]>([
    [card, 'anything'],
    [typed, ['Tashkent']],
    [typed, { a: 'b' }],
    [number, ['43']],
    [date, {}],
    [choice, ['b']],
    [choice, 'z'],
    [choices, 'a'],
    [choices, ['a', 'z']],
    [choices, ['a', 'a']],
    [choices, { a: 'b' }],
    [order, 'a'],
    [order, ['a', 'b', 'c', 'd']],
    [order, ['a', 'b', 'c', 'd', 'd']],
    [order, ['a', 'b', 'c', 'd', 'z']],
    [match, ['r2']],
    [match, { l1: 'z' }],
    [match, { z: 'r1' }],
    [match, { __proto__: null, toString: 'r1' } as unknown as Response],
    [three, ['Tashkent', '4']],
    [three, 'Tashkent'],
    [year, ['1992', '1992']],
    [typed, null as unknown as Response],
    [match, null as unknown as Response],
    [choices, [1] as unknown as Response],
    [three, ['a', 4, 'c'] as unknown as Response],
  ])('refuses a response that does not fit (%#)', (question, response) => {
    expect(() => judge(question, response)).toThrow(refused);
  });

  it('judges written answers as a whole', () => {
    expect(judge(typed, 'tashkent')).toEqual({
      verdict: 'right',
      score: 1,
      parts: [],
      answer: { th: 'ทาชเคนต์', en: 'Tashkent' },
    });
    expect(judge(typed, 'Tashkant')).toMatchObject({ verdict: 'close', score: 0, parts: [] });
    expect(judge(number, '๔๓ ฉบับ')).toMatchObject({ verdict: 'right', answer: { th: '43 ฉบับ', en: '43 documents' } });
    expect(judge(number, 'x')).toMatchObject({ verdict: 'wrong', score: 0, note: 'not-a-number' });
    expect(judge(date, '15 พ.ค. 35')).toMatchObject({ verdict: 'wrong', answer: { en: '15 May 1992 (B.E. 2535)' } });
  });
});

describe('choice', () => {
  it('takes one id', () => {
    expect(judge(choice, 'b')).toMatchObject({ verdict: 'right', score: 1, answer: both('B') });
    expect(judge(choice, 'a')).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(judge(choice, 'a').parts).toEqual([
      { id: 'a', right: false },
      { id: 'b', right: false },
      { id: 'c', right: true },
    ]);
  });

  it.each<[string[], string, number]>([
    [['a', 'b', 'c', 'd'], 'right', 1],
    [['d', 'c', 'b', 'a'], 'right', 1],
    [['a', 'b', 'c'], 'partial', 0.75],
    [['a', 'b', 'c', 'd', 'e'], 'partial', 0.75],
    [['a', 'e'], 'wrong', 0],
    [['e'], 'wrong', 0],
    [[], 'wrong', 0],
  ])('scores several choices: %j is %s', (picked, verdict, score) => {
    expect(judge(choices, picked)).toMatchObject({ verdict, score });
  });

  it('says of every option whether it was treated as it should be', () => {
    expect(judge(choices, ['a', 'e']).parts.map(({ right }) => right)).toEqual([true, false, false, false, false]);
    expect(judge(choices, []).answer).toEqual({ th: 'A ไทย, B ไทย, C ไทย, D ไทย', en: 'A, B, C, D' });
  });
});

describe('order', () => {
  it.each<[string, string, number, boolean]>([
    ['abcde', 'right', 1, false],
    ['bacde', 'partial', 0.8, true],
    ['bcdea', 'partial', 0.8, true],
    ['eabcd', 'partial', 0.8, true],
    ['badce', 'partial', 0.6, false],
    ['dbeac', 'partial', 0.4, false],
    ['edcba', 'wrong', 0, false],
  ])('%s is %s', (given, verdict, score, isShifted) => {
    const judgement = judge(order, [...given]);
    expect(judgement).toMatchObject({ verdict, score });
    expect(judgement.note === 'order-shifted').toBe(isShifted);
  });

  it('marks what may stay, and says of each other item what it belongs behind', () => {
    const { parts, answer } = judge(order, [...'eabcd']);
    expect(parts[0]).toEqual({ id: 'e', right: false, goesAfter: both('D') });
    expect(parts.slice(1).every(({ right }) => right)).toBe(true);
    expect(answer.en).toBe('A → B → C → D → E');
    expect(judge(order, [...'bcdea']).parts.at(-1)).toEqual({ id: 'a', right: false, goesAfter: null });
  });

  it('bug: a row was wrong because its own text belonged there; marks, score and text speak of one run now', () => {
    const ids = [...'abcde'];
    const permutations = (rest: string[]): string[][] =>
      rest.length === 0
        ? [[]]
        : rest.flatMap((id) => permutations(rest.filter((other) => other !== id)).map((tail) => [id, ...tail]));
    for (const given of permutations(ids)) {
      const { parts, score } = judge(order, given);
      expect(parts.map(({ id }) => id)).toEqual(given);
      expect(parts.filter(({ right }) => right).length / ids.length).toBe(score);
      // Doing what the marks say, first item first, gives the right order.
      const rows = [...given];
      for (const id of ids) {
        const part = parts.find((each) => each.id === id)!;
        if (part.right) continue;
        rows.splice(rows.indexOf(id), 1);
        const before = part.goesAfter
          ? ids.find((other) => both(other.toUpperCase()).en === part.goesAfter!.en)!
          : null;
        expect(before).not.toBe(id);
        rows.splice(before === null ? 0 : rows.indexOf(before) + 1, 0, id);
      }
      expect(rows).toEqual(ids);
    }
  });
});

describe("I don't know", () => {
  it.each([typed, number, date, three, choice, choices, order, match])(
    'is wrong and tells the answer: $kind',
    (question) => {
      const judgement = judgeUnknown(question);
      expect(judgement).toMatchObject({ verdict: 'wrong', score: 0 });
      expect(judgement.answer.en).not.toBe('');
      expect(judgement.note).toBeUndefined();
    },
  );

  it('is nothing to say of a card', () => {
    expect(() => judgeUnknown(card)).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });
});

describe('match', () => {
  it('scores the share of right pairs', () => {
    expect(judge(match, { l1: 'r2', l2: 'r1', l3: 'r3' })).toMatchObject({ verdict: 'right', score: 1 });
    expect(judge(match, { l1: 'r2', l2: 'r4' })).toMatchObject({ verdict: 'partial', score: 1 / 3 });
    expect(judge(match, {})).toMatchObject({ verdict: 'wrong', score: 0 });
  });

  it('names the right partner of every left side', () => {
    const { parts, answer } = judge(match, { l1: 'r1', l2: 'r1' });
    expect(parts).toEqual([
      { id: 'l1', right: false, expected: both('R2') },
      { id: 'l2', right: true, expected: both('R1') },
      { id: 'l3', right: false, expected: both('R3') },
    ]);
    expect(answer.en).toBe('L1 – R2; L2 – R1; L3 – R3');
  });
});

describe('cloze', () => {
  it('with one gap behaves like a typed answer', () => {
    expect(judge(text, ['ทาชเคนต์'])).toMatchObject({ verdict: 'right', score: 1, parts: [{ id: '1', right: true }] });
    expect(judge(text, ['ทาชเคนต'])).toMatchObject({ verdict: 'close', score: 0, note: 'marks-differ' });
    expect(judge(text, ['ทาชเคนต']).difference).toEqual([
      { kind: 'same', text: 'ทาชเคน' },
      { kind: 'extra', text: 'ต' },
      { kind: 'missing', text: 'ต์' },
    ]);
    expect(judge(year, ['ค.ศ. 2535'])).toMatchObject({ verdict: 'wrong', note: 'era-mismatch' });
    expect(judge(year, ['๒๕๓๕'])).toMatchObject({ verdict: 'right', answer: { th: 'ลงนามในปี พ.ศ. 2535 (ค.ศ. 1992)' } });
  });

  it('with several is right only when every gap is', () => {
    expect(judge(three, ['Tashkent', 'four', '15 May 1992'])).toMatchObject({ verdict: 'right', score: 1 });
    const slip = judge(three, ['Tashkant', '๔', '1992']);
    expect(slip).toMatchObject({ verdict: 'partial', score: 1 / 3 });
    expect(slip.parts.map(({ id, right }) => `${id} ${right}`)).toEqual(['1 false', '2 true', '3 false']);
    expect(slip.parts[0]?.difference).toBeDefined();
    expect(judge(three, ['', '', ''])).toMatchObject({ verdict: 'wrong', score: 0 });
  });

  it('fills gaps that touch', () => {
    const gap: Blank = { as: 'text', accept: { th: ['ก'], en: ['a'] } };
    expect(judge(cloze({ th: 'การ{{1}}{{2}}ของ{{1}}', en: '{{2}}{{1}}' }, gap, gap), ['', '']).answer).toEqual({
      th: 'การกกของก',
      en: 'aa',
    });
  });

  it('shows the prompt filled in, without an era twice', () => {
    expect(judge(three, ['', '', '']).answer).toEqual({
      th: 'มาตรา 4 ลงนามที่ ทาชเคนต์ เมื่อ 15 พฤษภาคม พ.ศ. 2535 (ค.ศ. 1992)',
      en: 'Article 4, signed in Tashkent on 15 May 1992 (B.E. 2535)',
    });
    const named = cloze(
      { th: 'เมื่อ พ.ศ. {{1}}', en: 'in A.D. {{1}}, B.E. {{2}}' },
      { as: 'year', answer: 1992 },
      { as: 'year', answer: 1992 },
    );
    expect(judge(named, ['', '']).answer).toEqual({ th: 'เมื่อ พ.ศ. 2535', en: 'in A.D. 1992, B.E. 2535' });
  });
});
