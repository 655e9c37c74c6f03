import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';

let app: StudyApp;
beforeEach(async () => {
  app = await startStudyApp();
});
afterEach(() => app.dispose());

async function bring(into: string, count: number) {
  const path = join(app.dataDir, '..', `${into.replaceAll(':', '-')}.tsv`);
  writeFileSync(path, Array.from({ length: count }, (_, i) => `${into} ${i}\tmeaning ${i}`).join('\n'));
  const { importId } = await app.call('library.import', { path, options: { into } });
  const { courses } = await app.call('library.list', {});
  return { importId, id: courses.find(({ title }) => title.en === into.replaceAll('::', ' › '))!.id };
}
const begin = async (courseId: string) => (await app.call('study.start', { mode: 'review', courseId })).sessionId;

it('a session goes on with what is left when one of its decks is removed, and has it again after undo', async () => {
  const verbs = await bring('Thai::Verbs', 2);
  await bring('Thai::Words', 2);
  const parent = (await app.call('library.list', {})).courses.find(({ title }) => title.en === 'Thai')!;
  const sessionId = await begin(parent.id);
  const shown = await app.call('study.next', { sessionId });
  expect(shown!.course.id).toBe(verbs.id);
  await app.call('library.remove', { deckId: verbs.id });
  const { cardId, revision } = shown!;
  await expect(
    app.call('study.answer', { sessionId, cardId, revision, elapsedMs: 1_000, grade: 3 }),
  ).rejects.toMatchObject({ code: 'not-found' });
  expect((await app.call('study.next', { sessionId }))!.course.title.en).toBe('Thai › Words');
  await app.call('study.undo', {});
  expect((await app.call('study.start', { mode: 'review', courseId: parent.id })).counts.new).toBe(4);
});

it('a session whose only deck was taken back with its import is over, and does not fail', async () => {
  const { id, importId } = await bring('Words', 2);
  const sessionId = await begin(id);
  expect(await app.call('study.next', { sessionId })).not.toBeNull();
  await app.call('library.undoImport', { importId });
  expect(await app.call('study.next', { sessionId })).toBeNull();
});

it('a session asks a card as its note was changed meanwhile', async () => {
  const { id } = await bring('Words', 1);
  const sessionId = await begin(id);
  const { cardId } = (await app.call('study.next', { sessionId }))!;
  const { noteId } = await app.call('note.get', { cardId });
  await app.call('note.set', { noteId, fields: { 0: 'another word' } });
  expect((await app.call('study.next', { sessionId }))!.prompt.en).toBe('another word');
});
