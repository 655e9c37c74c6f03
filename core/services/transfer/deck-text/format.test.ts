import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { QUESTION_KINDS, type Question } from '../../../domain/question.ts';
import { fileWith, readBy, type Read } from '../text-files.fixture.ts';
import { deckTextFormat } from './format.ts';

const GUIDE = readFileSync(join(import.meta.dirname, '../../../../docs/markdown-deck.md'), 'utf8');
const EXAMPLE = /```markdown\n([\s\S]*?)```/.exec(GUIDE)![1]!;

const questionsIn = ({ notes }: Read): Question[] =>
  notes.flatMap(({ note }) => (note.content.kind === 'question' ? [note.content.question] : []));
const both = (text: string) => ({ th: text, en: text });
const inBoth = (text: string) => ({ th: [text], en: [text] });
const read = (content: string) => readBy(deckTextFormat, fileWith(content, 'My deck.md'));
const withHead = (content: string) => `---\njamdai: deck\n---\n${content}`;

describe('the example of docs/markdown-deck.md', () => {
  it('holds every kind of question and is read without a complaint', async () => {
    const got = await read(EXAMPLE);
    expect(got.reading.odd).toEqual([]);
    expect(new Set(questionsIn(got).map(({ kind }) => kind))).toEqual(new Set(QUESTION_KINDS));
    expect(got.reading.decks).toEqual([{ id: 'Thailand::Basics', name: 'Thailand::Basics' }]);
    expect(got.notes.map(({ note }) => note.id)).toEqual([
      'tea',
      'capital',
      'sea',
      'colours',
      'currency',
      'area',
      'teachers',
      'regions',
      'animals',
      'map',
    ]);
    expect(got.notes.slice(0, 3).map(({ note }) => note.tags)).toEqual([
      ['thailand', 'food'],
      ['thailand'],
      ['thailand', 'geography'],
    ]);
    expect(got.notes.map(({ note }) => note.content.kind === 'question' && note.content.languages)[0]).toEqual([
      'th',
      'en',
    ]);
  });

  it('says what it says', async () => {
    const [tea, capital, sea, colours, currency, area, teachers, regions, animals, map] = questionsIn(
      await read(EXAMPLE),
    );
    expect(tea).toEqual({
      kind: 'card',
      id: 'tea',
      lessonId: 'cards',
      sectionId: 'cards',
      explanation: both(''),
      inline: false,
      evidence: [],
      prompt: { th: 'ชาเย็นใส่อะไร', en: 'What is in Thai iced tea?' },
      back: { th: 'นมข้นหวาน', en: 'Condensed milk,\n\nand ice.\nWhy: this is still the answer.' },
    });
    expect(capital).toMatchObject({
      prompt: { th: '{{1}} เป็นเมืองหลวงตั้งแต่ {{2}}', en: 'Since {{2}} the capital is {{1}}' },
      blanks: [
        { as: 'text', accept: { th: ['กรุงเทพ', 'กรุงเทพฯ'], en: ['Bangkok'] } },
        { as: 'year', answer: 1782 },
      ],
      hint: { th: 'ก', en: 'B' },
    });
    expect(sea).toMatchObject({
      options: [
        { id: '1', text: both('Andaman') },
        { id: '2', text: both('Gulf of Thailand'), why: both('It is in the east.') },
        { id: 'c', text: both('Caspian') },
      ],
      answer: ['1'],
    });
    expect(colours).toMatchObject({ answer: ['1', '3'], level: 'recall' });
    expect(currency).toMatchObject({ accept: { th: ['บาท'], en: ['baht', 'Thai baht'] }, accents: 'ignore' });
    expect(area).toMatchObject({ answer: 513_120, tolerance: 5000, unit: { th: 'ตร.กม.', en: 'km²' } });
    expect(teachers).toMatchObject({
      answer: '1932-12-10',
      explanation: both('It is a holiday.'),
      evidence: ['p1', 'p2'],
    });
    expect(regions).toMatchObject({ items: [{ id: '1', text: both('Chiang Mai') }, { id: '2' }, { id: '3' }] });
    expect(animals).toMatchObject({
      answer: { 1: '1', 2: '2' },
      right: [{ text: both('elephant') }, { text: both('cat') }, { text: both('dog') }],
    });
    expect(map).toMatchObject({
      task: 'name',
      picture: 'thailand',
      mark: { id: 'bkk', text: both('Bangkok') },
      accept: inBoth('Bangkok'),
    });
  });
});

describe('a deck that was written by hand', () => {
  it.each<[string, string, object]>([
    ['a card in one language', '## card\nQ: a\nA: b', { kind: 'card', prompt: both('a'), back: both('b') }],
    [
      'gaps without numbers',
      '## cloze\nQ: {{a | b}} and {{number: 5}} in {{date: 1992-05}} {{~naïve}}',
      {
        prompt: both('{{1}} and {{2}} in {{3}} {{4}}'),
        blanks: [
          { as: 'text', accept: { th: ['a', 'b'], en: ['a', 'b'] } },
          { as: 'number', answer: 5 },
          { as: 'date', answer: '1992-05' },
          { as: 'text', accept: inBoth('naïve'), accents: 'ignore' },
        ],
      },
    ],
    [
      'marks to find',
      '## label\nQ: Where?\nPicture: p\nTask: find\nMark {a}: A\nMark {b}: B\nAnswer: b',
      { task: 'find', answer: 'b', marks: [{ id: 'a' }, { id: 'b' }] },
    ],
    [
      'marks to name by choice',
      '## label\nQ: What?\nPicture: p\nTask: name\nMark {a}: A\nRight: A\nWrong: B',
      { task: 'name', options: [{ id: '1' }, { id: '2' }], answer: ['1'] },
    ],
    [
      'labels to place',
      '## label\nQ: Place\nPicture: p\nTask: place\nMark {a}: A\nLabel: one\nMark {b}: B\nLabel: two\nExtra: three',
      { task: 'place', answer: { a: '1', b: '2' }, labels: [{}, {}, {}] },
    ],
    [
      'two that go with one',
      '## match\nQ: m\nLeft: a\nRight: x\nLeft: b\nRight: x\nExtra: y',
      { answer: { 1: '1', 2: '1' }, right: [{ id: '1' }, { id: '2' }] },
    ],
    ['a minus and a fraction', '## number\nQ: n\nAnswer: -0.5', { answer: -0.5, tolerance: 0 }],
    ['line ends of Windows', '## card\r\nQ: a\r\nA: b\r\n', { prompt: both('a'), back: both('b') }],
    [
      'what a course says of a question',
      '## card\nQ: a\nA: b\nLesson: l1\nSection: s1\nInline: yes\nRetired: yes\nPassage: p9\nReveals: x, y\nConfuses: z',
      {
        lessonId: 'l1',
        sectionId: 's1',
        inline: true,
        retired: true,
        passage: 'p9',
        reveals: ['x', 'y'],
        confuses: ['z'],
      },
    ],
  ])('%s', async (_, content, expected) => {
    const got = await read(withHead(content));
    expect(got.reading.odd).toEqual([]);
    expect(questionsIn(got)[0]).toMatchObject(expected);
  });

  it.each([
    ['no question', '## card\nA: b'],
    ['no answer', '## typed\nQ: a'],
    ['two right options', '## choice\nQ: a\nRight: b\nRight: c'],
    ['no wrong option', '## choice\nQ: a\nRight: b'],
    ['an answer that is no number', '## number\nQ: a\nAnswer: many'],
    ['an answer that is no date', '## date\nQ: a\nAnswer: May 1992'],
    ['gaps that are not numbered from 1', '## cloze\nQ: {{2: a}}'],
    ['a gap that nobody fills', '## cloze\nQ: {{1}}'],
    ['a side without its other', '## match\nQ: a\nLeft: b\nLeft: c\nRight: d'],
    ['an answer that is no mark', '## label\nQ: a\nPicture: p\nTask: find\nMark {a}: A\nAnswer: b'],
    ['a level that nobody knows', '## card\nQ: a\nA: b\nLevel: hard'],
    ['one entry twice', '## card\nQ: a\nQ: b\nA: c'],
  ])('leaves out a note with %s, names its line, and keeps the others', async (_, content) => {
    const got = await read(withHead(`## card\nQ: fine\nA: yes\n${content}\n## essay\nQ: a`));
    expect(questionsIn(got).map(({ prompt }) => prompt.en)).toEqual(['fine']);
    expect(got.reading.odd.map(({ code, count }) => [code, count])).toEqual([
      ['row-unreadable', 1],
      ['kind-unknown', 1],
    ]);
  });

  it('knows a note without id again by its deck and question, and one of ours by its space', async () => {
    const idsOf = async (content: string) =>
      (await read(withHead(content))).notes.map(({ space, note }) => [space, note.id]);
    const [[, first]] = (await idsOf('## card\nQ: a\nA: b')) as [[string, string]];
    expect(await idsOf('## card {own/n1}\nQ: x\nA: y\n## card\nQ: a\nA: changed')).toEqual([
      ['own', 'n1'],
      ['text', first],
    ]);
  });

  it('keeps the first of two notes with one id, and tells the line of the other', async () => {
    const got = await read(withHead('## card {x}\nQ: a\nA: b\n## card {x}\nQ: c\nA: d'));
    expect(questionsIn(got).map(({ prompt }) => prompt.en)).toEqual(['a']);
    expect(got.reading.odd).toEqual([{ code: 'duplicate-guid', count: 1, places: ['7 x'] }]);
  });

  it.each([
    ['a head that is no YAML', '---\njamdai: deck\n: [\n---\n## card\nQ: a\nA: b', 'syntax'],
    ['a head of something else', '---\ntitle: x\n---\n## card\nQ: a\nA: b', 'syntax'],
    ['no notes', withHead('only words'), 'no-cards'],
  ])('refuses %s', async (_, content, why) => {
    await expect(read(content)).rejects.toMatchObject({ code: 'import-unreadable', details: { why } });
  });
});
