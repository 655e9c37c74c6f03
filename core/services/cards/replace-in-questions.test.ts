import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Sent } from '../../api/contract.ts';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { changeAll } from './cards-app.fixture.ts';

type Draft = Extract<Sent<'note.add'>['content'], { kind: 'question' }>['question'];
type Wish = Sent<'card.replacements'>['replacement'];

let app: StudyApp;
let deckId: string;
beforeEach(async () => {
  app = await startStudyApp();
  ({ deckId } = await app.call('deck.create', { name: 'Own' }));
});
afterEach(() => app.dispose());

const both = (text: string) => ({ th: text, en: text });
const base = { explanation: both('as it is'), evidence: [] };
const CHOICE: Draft = {
  ...{ ...base, kind: 'choice', prompt: { th: 'สีอะไร', en: 'Which colour?' }, answer: ['a'] },
  options: [
    { id: 'a', text: { th: 'แดง', en: 'colour red' } },
    { id: 'b', text: { th: 'เขียว', en: 'green' }, why: { th: 'ไม่', en: 'another colour' } },
  ],
};
const wish = (change: Partial<Wish>): Wish => ({
  ...{ find: 'colour', replace: 'color', isRegex: false, isCaseSensitive: true, ...change },
});
const add = async (question: Draft, languages: ('th' | 'en')[] = ['th', 'en']) =>
  (await app.call('note.add', { deckId, content: { kind: 'question', languages, question }, tags: [] })).noteId;
const preview = (replacement: Wish) =>
  app.call('card.replacements', { of: { query: 'deck:Own' }, replacement, offset: 0, limit: 50 });
const question = async (noteId: string) => (await app.call('note.get', { noteId })).question!.question;

it('shows and changes prompt, options and why not, each in its language, as one step', async () => {
  const noteId = await add(CHOICE);
  const { rows, notes, fields, leftAlone } = await preview(wish({}));
  expect({ notes, fields, leftAlone }).toEqual({ notes: 1, fields: 3, leftAlone: [] });
  expect(rows.map(({ field, nth, language, after }) => [field, nth, language, after])).toEqual([
    ['prompt', null, 'en', 'Which color?'],
    ['options', 1, 'en', 'color red'],
    ['why', 2, 'en', 'another color'],
  ]);
  const { ref, cards } = await changeAll(app, 'deck:Own', { what: 'replace', ...wish({}) });
  expect(cards).toBe(1);
  expect(await question(noteId)).toMatchObject({ prompt: { th: 'สีอะไร', en: 'Which color?' } });
  await app.call('history.undo', { ref: ref! });
  expect(await question(noteId)).toEqual(CHOICE);
});

it('looks in one part of questions alone, with a regular expression and Thai text', async () => {
  const noteId = await add(CHOICE);
  const only = wish({ find: '^(แดง|เขียว)$', replace: 'สี$1', isRegex: true, part: 'options' });
  expect((await preview(only)).rows.map(({ after }) => after)).toEqual(['สีแดง', 'สีเขียว']);
  expect((await preview(wish({ field: 'Front' }))).fields).toBe(0);
  await changeAll(app, 'deck:Own', { what: 'replace', ...only });
  expect(await question(noteId)).toMatchObject({
    options: [{ text: { th: 'สีแดง', en: 'colour red' } }, { text: { th: 'สีเขียว' } }],
  });
});

it.each<[string, Draft, Wish]>([
  [
    'a gap',
    {
      ...{ ...base, kind: 'cloze', prompt: both('The {{1}} is red.') },
      blanks: [{ as: 'text', accept: { th: ['x'], en: ['x'] } }],
    },
    wish({ find: '{{1}}', replace: 'rose' }),
  ],
  [
    'its only answer',
    { ...base, kind: 'typed', prompt: both('Say x'), accept: { th: ['y'], en: ['y'] } },
    wish({ find: 'y', replace: '' }),
  ],
  ['the difference of two options', CHOICE, wish({ find: 'green|colour red', replace: 'same', isRegex: true })],
])('a question that would lose %s is left alone and told', async (_what, draft, replacement) => {
  const noteId = await add(draft);
  expect(await preview(replacement)).toMatchObject({ fields: 0, leftAlone: [{ why: 'not-whole', cards: 1 }] });
  const done = await changeAll(app, 'deck:Own', { what: 'replace', ...replacement });
  expect(done).toMatchObject({ cards: 0, ref: null, leftAlone: [{ why: 'not-whole', cards: 1 }] });
  expect(await question(noteId)).toEqual(draft);
});

it('questions of a course are told as what can not be changed', async () => {
  const { leftAlone, fields } = await app.call('card.replacements', {
    ...{ of: { query: '-deck:Own' }, replacement: wish({ find: '.', isRegex: true }), offset: 0, limit: 50 },
  });
  expect(fields).toBe(0);
  expect(leftAlone).toEqual([{ why: 'of-course', cards: expect.any(Number) as number }]);
  expect(leftAlone[0]!.cards).toBeGreaterThan(0);
});
