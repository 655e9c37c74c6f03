import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Bilingual, Question } from '../../../../domain/question.ts';
import { allOf, sourceOf } from '../../anki/shared-decks.fixture.ts';
import { deckTextFormat } from '../../deck-text/format.ts';
import type { SourceNote } from '../../format.ts';
import { options, testFolder } from '../anki/package.fixture.ts';
import { fieldsNote, outgoing, questionNote } from '../outgoing.fixture.ts';
import type { Outgoing } from '../outgoing.ts';
import { writeMarkdown } from './write.ts';

const folder = testFolder();

async function written(what: Outgoing) {
  const path = join(folder.path(), 'deck.md');
  const counts = await writeMarkdown(what, path, options);
  return { path, counts, text: readFileSync(path, 'utf8') };
}

async function readBack(path: string): Promise<{ notes: SourceNote[]; odd: readonly unknown[] }> {
  const reading = await deckTextFormat.open(sourceOf(path), { signal: options.signal });
  try {
    return { notes: await allOf(reading.notes()), odd: reading.odd };
  } finally {
    await reading.close();
  }
}

const two = (th: string, en: string): Bilingual => ({ th, en });
const one = (text: string) => two(text, text);
const labelled = (id: string, text: string) => ({ id, text: two(text, `${text}-en`) });
const base = {
  lessonId: 'cards',
  sectionId: 'cards',
  prompt: two('ถามว่า\n\nWhy: เพราะอะไร\n## card {x}\n\\Q: y', 'Asked\n\\\\A: z'),
  explanation: two('เพราะ', 'Because'),
  inline: false,
  evidence: [],
} as const;
const options3 = [
  { ...labelled('a', 'ก'), why: two('ไม่', 'no') },
  labelled('2', 'ข'),
  { ...labelled('c', 'ค'), why: one('-') },
];

const QUESTIONS: readonly Question[] = [
  { ...base, id: 'card', kind: 'card', back: two('หลัง', 'back'), hint: two('ใบ้', 'hint') },
  {
    ...base,
    id: 'details',
    kind: 'card',
    back: one('same'),
    explanation: one(''),
    level: 'apply',
    evidence: ['p1', 'p2'],
    passage: 'p3',
    reveals: ['card'],
    confuses: ['cloze', 'typed'],
    lessonId: 'l1',
    sectionId: 's2',
    inline: true,
    retired: true,
  },
  {
    ...base,
    id: 'cloze',
    kind: 'cloze',
    prompt: two('ใน {{2}} ที่ {{1}} {{3}} {{4}}', 'At {{1}} in {{2}} {{3}} {{4}}'),
    blanks: [
      { as: 'text', accept: { th: ['กรุงเทพ', 'กทม'], en: ['Bangkok'] }, accents: 'ignore' },
      { as: 'year', answer: 1992 },
      { as: 'number', answer: -1.5 },
      { as: 'date', answer: '1992-05' },
    ],
  },
  { ...base, id: 'choice', kind: 'choice', options: options3, answer: ['2'] },
  { ...base, id: 'choices', kind: 'choices', options: options3, answer: ['a', 'c'] },
  { ...base, id: 'typed', kind: 'typed', accept: { th: ['ก', 'ข'], en: ['a'] }, accents: 'ignore' },
  { ...base, id: 'same', kind: 'typed', accept: { th: ['NATO', 'OTAN'], en: ['NATO', 'OTAN'] } },
  { ...base, id: 'number', kind: 'number', answer: 513_120.5, tolerance: 0.25, unit: two('กม.', 'km') },
  { ...base, id: 'exact', kind: 'number', answer: 1e21, tolerance: 0 },
  { ...base, id: 'date', kind: 'date', answer: '1992-05-15' },
  { ...base, id: 'order', kind: 'order', items: [labelled('z', 'หนึ่ง'), labelled('y', 'สอง')] },
  {
    ...base,
    id: 'match',
    kind: 'match',
    left: [labelled('l1', 'ช้าง'), labelled('l2', 'แมว'), labelled('l3', 'เหมียว')],
    right: [labelled('r2', 'elephant'), labelled('r1', 'cat'), labelled('r3', 'dog')],
    answer: { l1: 'r2', l2: 'r1', l3: 'r1' },
  },
  {
    ...base,
    id: 'name',
    kind: 'label',
    task: 'name',
    picture: 'map',
    mark: labelled('m', 'ที่'),
    accept: { th: ['ก'], en: ['a'] },
  },
  {
    ...base,
    id: 'named',
    kind: 'label',
    task: 'name',
    picture: 'map',
    mark: labelled('m', 'ที่'),
    options: options3,
    answer: ['2'],
  },
  {
    ...base,
    id: 'find',
    kind: 'label',
    task: 'find',
    picture: 'map',
    marks: [labelled('m', 'ที่'), labelled('n', 'อื่น')],
    answer: 'n',
  },
  {
    ...base,
    id: 'place',
    kind: 'label',
    task: 'place',
    picture: 'map',
    marks: [labelled('m', 'ที่'), labelled('n', 'อื่น')],
    labels: [labelled('a', 'ก'), labelled('b', 'ข'), labelled('c', 'ค')],
    answer: { m: 'a', n: 'b' },
  },
];

const deckOf = (questions: readonly Question[], over: Partial<Outgoing> = {}): Outgoing => ({
  ...outgoing({}),
  async *notes() {
    for (const question of questions)
      yield { note: questionNote(question), space: 'own' as const, cards: [{ ordinal: 0, deckId: 'words' }] };
  },
  ...over,
});

describe('our Markdown', () => {
  it.each(QUESTIONS.map((question) => [question.id, question] as const))(
    '%s is read back as it was',
    async (_, question) => {
      const { path, counts } = await written(deckOf([question]));
      const { notes, odd } = await readBack(path);
      expect(odd).toEqual([]);
      expect(notes).toMatchObject([
        { space: 'own', note: { id: question.id }, cards: [{ ordinal: 0, deckId: 'ไทย::คำ' }] },
      ]);
      expect(notes[0]!.note.content).toEqual({ kind: 'question', languages: ['th', 'en'], question });
      expect(counts).toMatchObject({ notes: 1, cards: 1, leftOut: 0 });
    },
  );

  it('all of them in one file, in their order', async () => {
    const { path } = await written(deckOf(QUESTIONS));
    const { notes } = await readBack(path);
    expect(notes.map(({ note }) => note.id)).toEqual(QUESTIONS.map(({ id }) => id));
  });

  it('decks and tags stay; a name of a deck is no YAML', async () => {
    const decks = [
      { id: 'words', name: 'a: "b" #c' },
      { id: 'other', name: 'other::deep' },
    ];
    const note = questionNote({ ...base, id: 'q', kind: 'card', back: one('x') });
    const { path } = await written({
      ...outgoing({ notes: [] }, { decks }),
      async *notes() {
        yield {
          note: { ...note, tags: ['a::b', 'ไทย'] },
          space: 'own' as const,
          cards: [{ ordinal: 0, deckId: 'words' }],
        };
        yield { note: { ...note, id: 'r' }, space: 'own' as const, cards: [{ ordinal: 0, deckId: 'other' }] };
      },
    });
    const { notes } = await readBack(path);
    expect(notes.map((each) => [each.cards[0]!.deckId, each.note.tags])).toEqual([
      ['a: "b" #c', ['a::b', 'ไทย']],
      ['other::deep', []],
    ]);
  });

  it('cards with templates become text on two sides, each under an id of its own', async () => {
    const { text } = await written(
      outgoing({
        notes: [
          [
            fieldsNote('g1', ['<b>แมว</b><br>เหมียว', 'cat & <img src="c.png">']),
            { ordinal: 0, deckId: 'words' },
            { ordinal: 1, deckId: 'words' },
          ],
        ],
      }),
    );
    expect(text).toBe(
      [
        '---\njamdai: deck\ndeck: "ไทย::คำ"\n---\n',
        '## card {g1#1}\nQ: แมว\nเหมียว\nA: cat &\n[c.png]\n',
        '## card {g1#2}\nQ: แมว\nเหมียว\nA: แมว\nเหมียว\n',
      ].join('\n'),
    );
  });
});
