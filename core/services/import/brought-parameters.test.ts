import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DAY_MS, startStudyApp } from '../study-app.fixture.ts';
import { hasSharedDecks, sharedDeck } from '../transfer/anki/shared-decks.fixture.ts';

it.skipIf(!hasSharedDecks)(
  'what was studied here is known by the parameters that a file brings at once, as when all is read anew (skipped without ../shared/decks)',
  async () => {
    const app = await startStudyApp();
    const { deckId } = await app.call('deck.create', { name: 'ไทย' });
    const { types } = await app.call('notetype.list', {});
    const typeId = types.find(({ name }) => name === 'Basic')!.id;
    const content = { kind: 'fields' as const, typeId, fields: ['แมว', 'cat'] };
    const { cards } = await app.call('note.add', { deckId, content, tags: [] });
    for (let day = 0; day < 3; day++) {
      const { sessionId } = await app.call('study.start', { mode: 'review', courseId: deckId });
      const card = await app.call('study.next', { sessionId });
      if (card) {
        const { cardId, revision } = card;
        await app.call('study.answer', { sessionId, cardId, revision, elapsedMs: 1_000, grade: 3 });
      }
      app.clock.set(app.clock.now() + 5 * DAY_MS);
    }
    const stability = async () => (await app.call('card.info', { cardId: cards[0]! })).memory!.stabilityDays;
    const before = await stability();
    await app.call('library.import', {
      path: sharedDeck('785244d6').path,
      options: { schedule: 'keep', presets: true },
    });
    const after = await stability();
    await app.restart(() => {
      for (const name of readdirSync(app.dataDir)) if (/^(progress|cards-)/.test(name)) rmSync(join(app.dataDir, name));
    });
    expect(after).toBe(await stability());
    expect(after).not.toBe(before);
    await app.dispose();
  },
);
