import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Sent } from '../../api/contract.ts';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';

type Draft = Extract<Sent<'note.add'>['content'], { kind: 'question' }>['question'];

const both = (en: string, th = `${en} ไทย`) => ({ en, th });
const QUESTION: Draft = {
  ...{ kind: 'choice', prompt: both('Which?'), explanation: both('Because'), evidence: [], answer: ['a'] },
  options: [
    { id: 'a', text: both('one') },
    { id: 'b', text: both('two') },
  ],
};

let here: StudyApp;
let there: StudyApp;
let noteId: string;
beforeEach(async () => {
  here = await startStudyApp();
  const { deckId } = await here.call('deck.create', { name: 'A' });
  const content = { kind: 'question' as const, languages: ['th' as const, 'en' as const], question: QUESTION };
  ({ noteId } = await here.call('note.add', { deckId, content, tags: [] }));
  there = await startStudyApp();
  await there.call('data.merge', { path: here.dataDir });
});
afterEach(async () => {
  await here.dispose();
  await there.dispose();
});

const write = (app: StudyApp, change: Partial<Draft>, at: number) => {
  app.clock.set(here.clock.now() + at * 60_000);
  const question = { ...QUESTION, ...change } as Draft;
  return app.call('note.set', { noteId, question: { languages: ['th', 'en'], question } });
};
async function merge() {
  await here.call('data.merge', { path: there.dataDir });
  await there.call('data.merge', { path: here.dataDir });
}
const question = async (app: StudyApp) => (await app.call('note.get', { noteId })).question!.question;
const changes = async (app: StudyApp) =>
  (await app.call('history.list', { days: 3 })).days
    .flatMap(({ entries }) => entries)
    .filter(({ kind }) => kind.startsWith('note-'));

it('different texts of a question keep both', async () => {
  await write(here, { prompt: both('Which one?') }, 0);
  await write(there, { explanation: both('It is so') }, 1);
  await merge();
  const merged = { ...QUESTION, prompt: both('Which one?'), explanation: both('It is so') };
  expect(await question(here)).toEqual(merged);
  expect(await question(there)).toEqual(merged);
});

it('two languages of one text keep both', async () => {
  await write(here, { prompt: both('Which one?', 'Which? ไทย') }, 0);
  await write(there, { prompt: both('Which?', 'ข้อไหน') }, 1);
  await merge();
  expect((await question(here)).prompt).toEqual(both('Which one?', 'ข้อไหน'));
  expect(await question(there)).toEqual(await question(here));
});

it('of the same text the later holds; both stand in History, and the earlier comes back by an undo', async () => {
  await write(here, { prompt: both('mine') }, 0);
  await write(there, { prompt: both('theirs') }, 1);
  await merge();
  expect((await question(here)).prompt).toEqual(both('theirs'));
  expect(await question(there)).toEqual(await question(here));
  for (const app of [here, there])
    expect((await changes(app)).map(({ kind }) => kind)).toEqual(['note-change', 'note-change', 'note-added']);
  const [theirs, mine] = await changes(here);
  expect([theirs!.device === null, mine!.device]).toEqual([false, null]);
  await here.call('history.undo', { ref: theirs!.ref! });
  expect((await question(here)).prompt).toEqual(both('mine'));
});

it('a note that one deletes stays deleted though the other writes in it later; an undo brings it back with that', async () => {
  here.clock.set(here.clock.now());
  await here.call('note.remove', { noteIds: [noteId] });
  await write(there, { prompt: both('theirs') }, 1);
  await merge();
  for (const app of [here, there]) {
    const { cards } = await app.call('note.get', { noteId });
    expect(cards).toEqual([]);
    expect((await changes(app)).map(({ kind }) => kind).sort()).toEqual(['note-added', 'note-change', 'note-removed']);
  }
  const removal = (await changes(there)).find(({ kind }) => kind === 'note-removed')!;
  await there.call('history.undo', { ref: removal.ref! });
  expect((await question(there)).prompt).toEqual(both('theirs'));
  expect((await there.call('note.get', { noteId })).cards).toHaveLength(1);
});
