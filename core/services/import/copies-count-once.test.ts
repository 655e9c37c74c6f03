import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DAY_MS, NOON, startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { madePackage } from '../transfer/anki/made-package.fixture.ts';

const CARD = 'anki/guid one#0';
const apps: StudyApp[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.dispose();
});

const FIRST = NOON - 40 * DAY_MS;
/** A line of `revlog`, so many days after the first. @param type 1: a review, 3: in a filtered deck, 4: by hand; with factor 0 what moves no schedule, and a reset */
const answer = (day: number, type: number, factor = 2500) =>
  `insert into revlog values (${FIRST + day * DAY_MS}, (select id from cards), -1, ${type === 4 ? 0 : 3}, 10, 4, ${factor}, 4321, ${type});`;
/** Nothing is told of the card but its answers. */
const BARE = "delete from revlog; update cards set type = 0, queue = 0, due = 1, ivl = 0, data = '';";
const PRACTICE = answer(3, 3, 0) + answer(4, 3, 0);

/** All that is told of answers. */
async function told(app: StudyApp) {
  const { totals } = await app.call('stats.page', { range: 'all' });
  const { days } = await app.call('stats.series', { days: 366 });
  const { reviews } = await app.call('card.history', { cardId: CARD });
  const { reviewsTotal } = await app.call('stats.summary', {});
  const info = await app.call('card.info', { cardId: CARD });
  return { totals, days, reviewsTotal, times: reviews.map(({ at }) => at), memory: info.memory, right: info.daysRight };
}

/** What an app tells that took in all of these, one after the other, and what stays of it after a start and a check. */
async function after(...versions: readonly string[]) {
  const app = await startStudyApp();
  apps.push(app);
  for (const [i, rows] of versions.entries()) {
    const path = join(app.dataDir, '..', `version-${i}.apkg`);
    await madePackage(path, BARE + rows);
    await app.call('library.import', { path, options: {} });
  }
  const now = await told(app);
  await app.restart();
  expect(await told(app)).toEqual(now);
  expect((await app.call('data.check', {})).state).toBe('right');
  return now;
}

describe('a newer copy of a package', () => {
  it.each([
    ['practice that moved no schedule', answer(1, 1) + PRACTICE],
    ['nothing but practice', PRACTICE],
    ['a card that was forgotten and learned again', answer(1, 1) + answer(2, 4, 0) + answer(3, 1) + answer(4, 1)],
    ['practice after it was forgotten', answer(1, 1) + answer(2, 4, 0) + PRACTICE],
  ])('bug: with %s counted it twice', async (_, rows) => {
    const [older, newer] = [rows, rows + answer(9, 1)];
    const alone = await after(newer);
    expect(alone.times.length).toBe(rows.split(/, -1, 3,/).length);
    expect(await after(older, newer)).toEqual(alone);
    expect(await after(newer, older)).toEqual(alone);
  });
});
