import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { hasSharedDecks, SHARED_DECKS } from '../transfer/anki/shared-decks.fixture.ts';

let app: StudyApp;
afterEach(() => app.dispose());

async function firstCardOf(path: string) {
  await app.call('library.import', { path, options: {} });
  const { courses } = await app.call('library.list', {});
  const deck = courses.find(({ kind, parentId }) => kind === 'deck' && parentId === null);
  const { sessionId } = await app.call('study.start', { mode: 'review', courseId: deck!.id });
  const card = await app.call('study.next', { sessionId });
  return card!;
}

describe('card.face', () => {
  it('gives both sides of a card of a table, made safe', async () => {
    app = await startStudyApp();
    const path = join(app.dataDir, '..', 'table.txt');
    const sides = ['<img src=x onerror=canary()><b>แมว</b>', 'cat <img src="https://evil.example/a.png">'];
    writeFileSync(path, `#separator:tab\n#html:true\n${sides.join('\t')}\n`);
    const card = await firstCardOf(path);
    expect(card.hasFace).toBe(true);
    const { face } = await app.call('card.face', { cardId: card.cardId });
    expect(face?.front.html).toContain('<b>แมว</b>');
    expect(face?.front.html).not.toContain('onerror');
    expect(face?.front.missing).toEqual(['x']);
    expect(face?.back.remote).toEqual({ count: 1, hosts: ['evil.example'] });
    expect(face?.frame).toMatch(/^\/face\/[\w-]{24}$/);
    expect(face?.className).toBe('card card1');
  });

  it('tells of a picture that the deck has and another device has not brought yet, and shows it once it is there', async () => {
    app = await startStudyApp();
    const path = join(app.dataDir, '..', 'table.txt');
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    writeFileSync(path, `#separator:tab\n#html:true\n<img src="data:image/png;base64,${pixel}">\tcat\n`);
    const { cardId } = await firstCardOf(path);
    const shown = async () => (await app.call('card.face', { cardId })).face!.front;
    const before = await shown();
    expect(before).toMatchObject({ missing: [], onTheWay: [] });
    const media = join(app.dataDir, 'library/media');
    renameSync(media, `${media}-away`);
    const front = await shown();
    expect(front.onTheWay).toHaveLength(1);
    expect(front.missing).toEqual(front.onTheWay);
    renameSync(`${media}-away`, media);
    expect(await shown()).toEqual(before);
  });

  it('shows a picture that only the CSS names once it is there, though the card was shown before', async () => {
    app = await startStudyApp();
    const { types } = await app.call('notetype.list', {});
    const { id: _, ...basic } = await app.call('notetype.get', { typeId: types[0]!.id });
    const path = join(app.dataDir, '..', 'paper.png');
    writeFileSync(path, Buffer.from('89504e470d0a1a0a', 'hex'));
    const { name } = await app.call('media.add', { path, name: 'paper.png' });
    const css = `.card { background: url("${name}") }`;
    const type = { ...basic, name: 'paper', css };
    const { typeId } = await app.call('notetype.set', { type, isTrial: false });
    const { deckId } = await app.call('deck.create', { name: 'paper' });
    const fields = basic.fields.map(() => 'x');
    const content = { kind: 'fields' as const, typeId, fields };
    const { cards } = await app.call('note.add', { deckId, content, tags: [] });
    const shown = async () => (await app.call('card.face', { cardId: cards[0]! })).face!.front;
    const media = join(app.dataDir, 'library/media');
    renameSync(media, `${media}-away`);
    const waiting = { css: expect.not.stringContaining('/media/'), missing: [name], onTheWay: [name] };
    expect([await shown(), await shown()]).toMatchObject([waiting, waiting]);
    renameSync(`${media}-away`, media);
    expect(await shown()).toMatchObject({ css: expect.stringContaining('/media/'), missing: [], onTheWay: [] });
  });

  it('has none for a card that no template makes', async () => {
    app = await startStudyApp();
    expect(await app.call('card.face', { cardId: 'nobody/here#0' })).toEqual({ face: null });
  });

  it.skipIf(!hasSharedDecks)('names pictures and sounds by addresses of this run', async () => {
    app = await startStudyApp();
    const card = await firstCardOf(join(SHARED_DECKS, '9ad565d3-Marathi.apkg'));
    const { face } = await app.call('card.face', { cardId: card.cardId });
    const media = /\/media\/[\w-]{24}\/[0-9a-f]{64}/;
    expect(face!.front.html + face!.back.html).toMatch(/<img[^>]* src="\/media\/[\w-]{24}\/[0-9a-f]{64}"/);
    expect([...face!.front.sounds, ...face!.back.sounds]).toEqual([
      expect.objectContaining({ kind: 'file', address: expect.stringMatching(media) }),
    ]);
    expect([...face!.front.missing, ...face!.back.missing]).toEqual([]);
  });
});
