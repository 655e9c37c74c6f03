import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readOcclusion, writeOcclusion } from '../../domain/template/occlusion-text.ts';
import { listed } from '../cards/cards-app.fixture.ts';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { hasSharedDecks, sharedDeck } from '../transfer/anki/shared-decks.fixture.ts';

const apps: StudyApp[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.dispose();
});
async function start(): Promise<StudyApp> {
  const app = await startStudyApp();
  apps.push(app);
  return app;
}

/** The note of masks, and what each of its cards shows of them. */
async function occlusion(app: StudyApp) {
  const { rows } = await listed(app, 'note:"Image Occlusion"');
  const { noteId, fields, cards } = await app.call('note.get', { cardId: rows[0]!.cardId });
  const faces = await Promise.all(cards.map(({ cardId }) => app.call('card.face', { cardId })));
  return {
    noteId,
    fields: fields.map(({ name, text }) => [name, text]),
    masks: faces.map(({ face }) => [face!.front.masks, face!.back.masks]),
    hasPicture: faces.every(({ face }) => /<img[^>]+src="[^"]*\/media\//.test(face!.front.html)),
    problems: faces.flatMap(({ face }) => [...face!.problems, ...face!.front.missing]),
  };
}

/** Of each card the shapes that are covered on its front: those that are asked, and others. */
const covered = ({ masks }: Awaited<ReturnType<typeof occlusion>>) =>
  masks.map(([front]) => {
    const shapes = front!.filter(({ kind, isCovered }) => kind !== 'text' && isCovered);
    const asked = shapes.filter(({ isAsked }) => isAsked).length;
    return [asked, shapes.length - asked];
  });

describe.runIf(hasSharedDecks)('masks of a shared deck (skipped without ../shared/decks)', () => {
  it.each([
    ['hide all', true, 2],
    ['hide one', false, 0],
  ])('that %s are shown, moved, and equal where the note comes in again', async (_what, hidesAll, others) => {
    const app = await start();
    await app.call('library.import', { path: sharedDeck('785244d6').path, options: {} });
    const before = await occlusion(app);
    expect(before).toMatchObject({ hasPicture: true, problems: [] });
    expect(covered(before)).toEqual([1, 2, 3].map(() => [1, 2]));

    const read = readOcclusion(before.fields[0]![1]!);
    const masks = read.masks.map((mask, at) =>
      at === 0 ? { ...mask, values: new Map([...mask.values, ['left', '.125']]) } : mask,
    );
    const text = writeOcclusion({ ...read, masks, hidesAll });
    await app.call('note.set', { noteId: before.noteId, fields: { 0: text } });
    const edited = await occlusion(app);
    expect(covered(edited)).toEqual([1, 2, 3].map(() => [1, others]));
    expect(edited.fields.slice(1)).toEqual(before.fields.slice(1));

    const path = join(app.dataDir, '..', 'masks.apkg');
    const of = { query: 'note:"Image Occlusion"' };
    const out = await app.call('library.export', { of, format: 'apkg', withProgress: true, language: 'en', path });
    expect(out).toMatchObject({ notes: 1, cards: 3 });
    const other = await start();
    await other.call('library.import', { path: out.path, options: {} });
    expect(await occlusion(other)).toEqual(edited);
    await app.call('library.import', { path: out.path, options: {} });
    expect(await occlusion(app)).toEqual(edited);
  });
});
