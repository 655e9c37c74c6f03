import { describe, expect, it } from 'vitest';
import { cardsMadeBy } from '../../../domain/template/cards-made.ts';
import type { Question } from '../../../domain/question.ts';
import { questionNote } from './outgoing.fixture.ts';
import { plainNote } from './plain-note.ts';

const th = (text: string, en = text) => ({ th: text, en });
const base = {
  id: 'c/q',
  lessonId: 'l',
  sectionId: 's',
  prompt: th('ถาม <1>\nสอง', 'Ask'),
  explanation: th('เพราะ', 'Because'),
  inline: false,
  evidence: [],
} as const;
const labelled = (id: string, text: string) => ({ id, text: th(text, `${text}-en`) });

const plain = (
  question: Question,
  language: 'th' | 'en' = 'th',
  languages: readonly ('th' | 'en')[] = ['th', 'en'],
) => {
  const { content } = questionNote(question, languages);
  return content.kind === 'question' ? plainNote(content, language) : null;
};
const fieldsOf = (question: Question, language?: 'th' | 'en') => {
  const made = plain(question, language)!;
  const all = Object.fromEntries(made.type.fields.map(({ name }, i) => [name, made.fields[i]]));
  expect(made.fields).toHaveLength(made.type.fields.length);
  expect(cardsMadeBy(made.type, { fields: made.fields, tags: [] })).toEqual([0]);
  return { ...all, type: made.type.id };
};

describe('questions of our kinds as plain cards', () => {
  it('a card: both sides, as text', () => {
    expect(fieldsOf({ ...base, kind: 'card', back: th('หลัง & ใน'), hint: th('ใบ้') })).toEqual({
      type: 'jamdai-card',
      Question: 'ถาม &lt;1&gt;<br>สอง',
      Answer: 'หลัง &amp; ใน',
      Reason: 'เพราะ',
      Hint: 'ใบ้',
    });
  });

  it('a choice: options with letters that say nothing of the answer, then the answer and why not the others', () => {
    const options = [{ ...labelled('a', 'ข้าว'), why: th('ไม่ใช่') }, labelled('b', 'กา'), labelled('c', '<ค>')];
    expect(fieldsOf({ ...base, kind: 'choice', options, answer: ['c'] })).toMatchObject({
      type: 'jamdai-card',
      Question: 'ถาม &lt;1&gt;<br>สอง<div>A. &lt;ค&gt;<br>B. กา<br>C. ข้าว</div>',
      Answer: '<div><b>A. &lt;ค&gt;</b><br>C: ไม่ใช่</div>',
      Reason: 'เพราะ',
    });
    expect(fieldsOf({ ...base, kind: 'choices', options, answer: ['b', 'c'] }, 'en')).toMatchObject({
      Answer: '<div><b>A. &lt;ค&gt;-en</b><br><b>B. กา-en</b><br>C: ไม่ใช่</div>',
    });
  });

  it('an order: the items mixed, then in their order', () => {
    const items = [labelled('1', 'สอง'), labelled('2', 'หนึ่ง'), labelled('3', 'กลาง')];
    expect(fieldsOf({ ...base, prompt: th('p'), kind: 'order', items })).toMatchObject({
      Question: 'p<div>– กลาง<br>– สอง<br>– หนึ่ง</div>',
      Answer: '<div>1. สอง<br>2. หนึ่ง<br>3. กลาง</div>',
    });
  });

  it('a match: both sides, then the pairs', () => {
    const left = [labelled('l1', 'NATO'), labelled('l2', 'EU')];
    const right = [labelled('r1', '1993'), labelled('r2', '1949'), labelled('r3', '1945')];
    const answer = { l1: 'r2', l2: 'r1' };
    expect(fieldsOf({ ...base, prompt: th('p'), kind: 'match', left, right, answer })).toMatchObject({
      Question: 'p<div>NATO → ?<br>EU → ?</div><div>– 1945<br>– 1949<br>– 1993</div>',
      Answer: '<div>NATO → 1949<br>EU → 1993</div>',
    });
  });

  it('what is typed stays typed, with the other right answers on the back', () => {
    const accept = { th: ['นาโต', 'เนโท'], en: ['NATO'] };
    expect(fieldsOf({ ...base, kind: 'typed', accept })).toMatchObject({
      type: 'jamdai-typed',
      Answer: 'นาโต',
      'Also right': 'เนโท',
    });
    expect(fieldsOf({ ...base, kind: 'typed', accept }, 'en')).toMatchObject({ Answer: 'NATO', 'Also right': '' });
    expect(plain({ ...base, kind: 'typed', accept })!.type.templates[0]!.front).toContain('{{type:Answer}}');
  });

  it('a number with its margin and unit', () => {
    const number = { ...base, kind: 'number', answer: 12.5, tolerance: 0.5, unit: th('กม.') } as const;
    expect(fieldsOf(number)).toMatchObject({ Answer: '12.5', 'Also right': '12.5 ± 0.5 กม.' });
    expect(fieldsOf({ ...base, kind: 'number', answer: 7, tolerance: 0 })).toMatchObject({ 'Also right': '' });
  });

  it.each([
    ['1949-04-04', 'th', '4 เมษายน ค.ศ. 1949'],
    ['1949-04-04', 'en', '4 April 1949'],
    ['1949-04', 'en', 'April 1949'],
    ['1949', 'th', 'ค.ศ. 1949'],
    ['1949', 'en', '1949'],
  ] as const)('a date in words: %s, %s', (answer, language, text) => {
    expect(fieldsOf({ ...base, kind: 'date', answer }, language)).toMatchObject({ type: 'jamdai-card', Answer: text });
  });

  it('a cloze: its gaps are gaps of one card, and no text of it is taken for one', () => {
    const blanks = [
      { as: 'text', accept: { th: ['a::b}}'], en: ['ab'] } },
      { as: 'year', answer: 1949 },
    ] as const;
    expect(fieldsOf({ ...base, kind: 'cloze', prompt: th('{{1}} ใน {{2}} {{c2::x}} {{9}}'), blanks })).toMatchObject({
      type: 'jamdai-cloze',
      Text: '{{c1::a:&#58;b&#125;&#125;}} ใน {{c1::1949}} &#123;&#123;c2:&#58;x&#125;&#125; &#123;&#123;9&#125;&#125;',
    });
  });

  it('a question on a picture that only the app draws is none', () => {
    const label = { ...base, kind: 'label', task: 'find', picture: 'map', marks: [], answer: 'm' } as const;
    expect(plain(label)).toBeNull();
  });

  it('where the language is missing, it is in the one there is', () => {
    expect(plain({ ...base, kind: 'card', back: th('ก', 'A') }, 'th', ['en'])!.fields.slice(0, 2)).toEqual([
      'Ask',
      'A',
    ]);
  });
});
