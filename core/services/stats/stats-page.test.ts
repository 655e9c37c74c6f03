import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bringRows } from '../cards/cards-app.fixture.ts';
import { DAY_MS, gradeCard, learn, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

const TODAY = Date.UTC(2026, 0, 1) / DAY_MS;

let app: StudyApp;
beforeEach(async () => void (app = await startStudyApp()));
afterEach(() => app.dispose());
const page = (range: '30d' | 'all' = '30d') => app.call('stats.page', { range });
const fresh = (question: string) => ({ cardId: `tiny/bg-${question}`, revision: 0 });

describe('stats.page', () => {
  it('is empty, and says so, on the first day', async () => {
    const { totals, days, retention, calibration, hardest, from, today } = await page('all');
    expect([from, today]).toEqual([TODAY, TODAY]);
    expect(totals).toMatchObject({ answers: 0, days: 0, daysInRange: 1, msPerAnswer: null, strong: { now: 0 } });
    expect(days).toEqual({ basis: { answers: 0, from: null, to: null }, days: [], pause: null });
    expect(retention.groups.map(({ share }) => share)).toEqual([null, null, null]);
    expect(calibration).toMatchObject({ verdict: 'too-few', against: null, predicted: null });
    expect(hardest.questions).toEqual([]);
  });

  it('knows an answer at once, and an undo of it', async () => {
    const sessionId = await learn(app);
    await gradeCard(app, sessionId, fresh('one'), 3);
    await gradeCard(app, sessionId, fresh('many'), 1);
    expect((await page()).days.days).toEqual([
      {
        ...{ day: TODAY, answers: 2, right: 1, elapsedMs: 10_000 },
        ...{ new: 2, learning: 0, relearning: 0, young: 0, mature: 0, other: 0 },
      },
    ]);
    await app.call('study.undo', {});
    expect((await page()).totals).toMatchObject({ answers: 1, reviews: 1, elapsedMs: 5_000 });
  });

  it('reads no note of a deck to say how far it is', async () => {
    await bringRows(app, 'Words', ['one\tหนึ่ง\t', 'two\tสอง\t']);
    const packs = join(app.dataDir, 'library', 'packs');
    const [pack] = readdirSync(packs).filter((name) => name.endsWith('.ndjson'));
    writeFileSync(join(packs, pack!), Buffer.alloc(statSync(join(packs, pack!)).size));
    const { lessons } = (await page()).mastery;
    expect(lessons.find(({ title }) => title.en === 'Words')).toMatchObject({
      questions: 2,
      sections: [{ questions: 2 }],
    });
  });

  it('of a search counts the cards that it finds now, and no others', async () => {
    await bringRows(app, 'Words', ['one\tหนึ่ง\t', 'two\tสอง\t']);
    const sessionId = await learn(app);
    await gradeCard(app, sessionId, fresh('one'), 3);
    await gradeCard(app, sessionId, fresh('many'), 1);
    const of = (query: string) => app.call('stats.page', { range: '30d', query });
    const [all, words, again] = [await of(''), await of('deck:Words'), await of('rated:1:1')];
    expect([all.totals.answers, words.totals.answers, again.totals.answers]).toEqual([2, 0, 1]);
    expect([words.questions, again.questions]).toEqual([2, 1]);
    expect(words.mastery.lessons.map(({ questions }) => questions)).toEqual([2]);
    await app.call('study.undo', {});
    expect(await of('rated:1:1')).toMatchObject({ questions: 0, totals: { answers: 0 } });
  });

  it('refuses a search that can not be understood, and one beside a course', async () => {
    await expect(app.call('stats.page', { range: '30d', query: 'is:dew' })).rejects.toMatchObject({
      code: 'bad-query',
      details: { reason: 'unknown-state' },
    });
    await expect(app.call('stats.page', { range: '30d', query: '', courseId: 'tiny' })).rejects.toMatchObject({
      code: 'bad-input',
    });
  });

  it('refuses a lesson without its course, and a course that is not there', async () => {
    await expect(app.call('stats.page', { range: '30d', lessonId: 'begin' })).rejects.toMatchObject({
      code: 'bad-input',
    });
    await expect(app.call('stats.page', { range: '30d', courseId: 'none' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
