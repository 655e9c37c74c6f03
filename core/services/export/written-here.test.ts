import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Sent } from '../../api/contract.ts';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';

const apps: StudyApp[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.dispose();
});
async function start(): Promise<StudyApp> {
  const app = await startStudyApp();
  apps.push(app);
  return app;
}
type Content = Sent<'note.add'>['content'];
const both = (text: string) => ({ th: text, en: text });

/** A deck that was written here: a note with a picture, one whose type lost a field and a template, a cloze, and a question. */
async function write(app: StudyApp): Promise<string> {
  const { deckId } = await app.call('deck.create', { name: 'ไทย::เขียนเอง' });
  const { types } = await app.call('notetype.list', {});
  const idOf = (name: string) => types.find((type) => type.name === name)!.id;
  const path = join(app.dataDir, '..', 'cat.png');
  writeFileSync(path, Buffer.from('89504e470d0a1a0a0000', 'hex'));
  const { name } = await app.call('media.add', { path, name: 'cat.png' });
  const add = (content: Content, tags: string[] = []) => app.call('note.add', { deckId, content, tags });
  await add({ kind: 'fields', typeId: idOf('Basic'), fields: [`แมว <img src="${name}">`, 'cat'] }, ['สัตว์']);
  await add({ kind: 'fields', typeId: idOf('Cloze'), fields: ['{{c1::หนึ่ง}} {{c3::สาม}}', ''] });
  const type = {
    ...{ name: 'เอง', kind: 'standard' as const, css: '', sortField: 0 },
    fields: [{ name: 'A' }, { name: 'B' }, { name: 'C' }],
    templates: [1, 2].map((n) => ({ name: `${n}`, front: `{{A}} ${n}`, back: '{{C}}' })),
  };
  const { typeId } = await app.call('notetype.set', { type, isTrial: false });
  await add({ kind: 'fields', typeId, fields: ['a', 'b', 'c'] });
  const gone = {
    ...type,
    fields: type.fields.map((field) => (field.name === 'B' ? { ...field, gone: true as const } : field)),
    templates: type.templates.map((one, i) => (i === 0 ? { ...one, gone: true as const } : one)),
  };
  await app.call('notetype.set', { typeId, type: gone, isTrial: false });
  const question = {
    ...{ kind: 'typed' as const, prompt: both('ถาม'), explanation: both('เพราะ'), evidence: [] },
    accept: { th: ['ตอบ'], en: ['answer'] },
  };
  await add({ kind: 'question', languages: ['th', 'en'], question });
  return deckId;
}

async function contents(app: StudyApp, deckId: string) {
  const { cards } = await app.call('deck.cards', { deckId, from: 0, most: 50 });
  const notes = await Promise.all(cards.map(({ cardId }) => app.call('note.get', { cardId })));
  return notes
    .map(({ fields, question, tags, cards: own }) => ({
      fields: fields.map(({ text }) => text),
      question,
      tags,
      cards: own.length,
    }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

it.each(['apkg', 'markdown', 'json'] as const)('what was written here goes out as %s', async (format) => {
  const app = await start();
  const deckId = await write(app);
  const path = join(app.dataDir, '..', `out.${format === 'markdown' ? 'md' : format === 'json' ? 'json' : 'apkg'}`);
  const out = await app.call('library.export', { courseId: deckId, format, withProgress: true, language: 'th', path });
  expect(out.notes + out.leftOut).toBe(4);
  if (format !== 'apkg') return;
  const other = await start();
  const report = await other.call('library.import', { path: out.path, options: {} });
  expect(report.counts).toMatchObject({ notes: 4, cards: 5, media: 1 });
  const [deck] = (await other.call('library.list', {})).courses.filter(
    ({ kind, parentId }) => kind === 'deck' && parentId,
  );
  const [here, there] = [await contents(app, deckId), await contents(other, deck!.id)];
  const plain = (some: typeof here) => some.filter(({ question }) => question === null);
  // The question went out as a plain card.
  expect(there.length).toBe(here.length);
  expect(there).toEqual(expect.arrayContaining(plain(here)));
  expect((await app.call('library.plan', { path: out.path, options: {} })).notes.fresh).toBe(0);
  await app.call('library.import', { path: out.path, options: {} });
  expect(await contents(app, deckId)).toEqual(here);
});
