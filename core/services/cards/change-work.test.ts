import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Output } from '../../api/contract.ts';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { bringRows, changeAll, listed } from './cards-app.fixture.ts';

const NOTES = 1_500;
const REPLACE = { what: 'replace', find: 'word', replace: 'WORD', isRegex: false, isCaseSensitive: true } as const;

let app: StudyApp;
beforeEach(async () => {
  app = await startStudyApp();
  await bringRows(
    app,
    'Words',
    Array.from({ length: NOTES }, (_, i) => `word ${i}\tback ${i}\t`),
  );
});
afterEach(() => app.dispose());

/** Looks at a change until it is over. */
async function watch(change: Promise<unknown>, seen: (work: NonNullable<Output<'card.changing'>['work']>) => unknown) {
  let isOver = false;
  void change.then(
    () => (isOver = true),
    () => (isOver = true),
  );
  while (!isOver) {
    const { work } = await app.call('card.changing', {});
    if (work) await seen(work);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

it('a change of many cards tells how far it is, and nothing once it is over', { timeout: 120_000 }, async () => {
  const shares: number[] = [];
  const change = changeAll(app, 'deck:Words', REPLACE);
  await watch(change, ({ done }) => shares.push(done));
  expect(await change).toMatchObject({ cards: NOTES });
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(new Set(shares).size).toBeGreaterThan(3);
  expect(await app.call('card.changing', {})).toEqual({ work: null });
});

it('a change that is ended has changed nothing, and the next one is made', { timeout: 120_000 }, async () => {
  const change = changeAll(app, 'deck:Words', REPLACE);
  await watch(change, ({ done, canEnd }) => done > 0 && canEnd && app.call('card.cancel', {}));
  await expect(change).rejects.toMatchObject({ code: 'cancelled' });
  expect((await listed(app, 'deck:Words')).rows.every(({ front }) => front.en.startsWith('word'))).toBe(true);
  expect(await changeAll(app, 'deck:Words', { what: 'flag', flag: 1 })).toMatchObject({ cards: NOTES });
});
