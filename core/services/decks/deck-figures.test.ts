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
  const path = join(app.dataDir, '..', `${into}.tsv`);
  writeFileSync(path, Array.from({ length: count }, (_, i) => `${into} ${i}\tmeaning ${i}`).join('\n'));
  await app.call('library.import', { path, options: { into } });
  return (await app.call('library.list', {})).courses.find(({ title }) => title.en === into)!;
}

it('statistics and exams name each deck, and do not take them for one lesson', async () => {
  const words = await bring('Words', 3);
  await bring('Verbs', 2);
  const { mastery } = await app.call('stats.page', { range: 'all' });
  const decks = mastery.lessons.filter(({ number }) => number === 0);
  expect(decks.map(({ title, questions }) => [title.en, questions])).toEqual([
    ['Verbs', 2],
    ['Words', 3],
  ]);
  const { lessons } = await app.call('exam.templates', { courseId: words.id });
  expect(lessons.map(({ number, title }) => [number, title.en])).toEqual([[0, 'Words']]);
});

it('a card of a deck that was never answered is new: there is nothing to read before it', async () => {
  const words = await bring('Words', 1);
  const { cards } = await app.call('deck.cards', { deckId: words.id, from: 0, most: 1 });
  expect((await app.call('card.info', { cardId: cards[0]!.cardId })).phase).toBe('new');
});
