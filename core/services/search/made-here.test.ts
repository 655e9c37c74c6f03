import { afterEach, beforeEach, expect, it } from 'vitest';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';

let app: StudyApp;
beforeEach(async () => {
  app = await startStudyApp();
});
afterEach(() => app.dispose());

const found = async (query: string) => {
  const { groups } = await app.call('search.find', { query, language: 'th', limit: 10 });
  return groups.flatMap(({ hits }) => hits.flatMap(({ address }) => (address.kind === 'note' ? [address.cardId] : [])));
};

it('a note that was made here is found at once, by what it says now, and not when it is removed', async () => {
  const { deckId } = await app.call('deck.create', { name: 'ไทย' });
  const { types } = await app.call('notetype.list', {});
  const typeId = types.find(({ name }) => name === 'Basic')!.id;
  const content = { kind: 'fields' as const, typeId, fields: ['สุนัขจิ้งจอกสีน้ำตาล', 'fox'] };
  const { noteId, cards } = await app.call('note.add', { deckId, content, tags: [] });
  expect(await found('จิ้งจอก')).toEqual(cards);
  await app.call('note.set', { noteId, fields: { 0: 'หมาป่า' } });
  expect([await found('จิ้งจอก'), await found('หมาป่า')]).toEqual([[], cards]);
  await app.call('note.remove', { noteIds: [noteId] });
  expect(await found('หมาป่า')).toEqual([]);
});
