import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, gradeAll, learn, NOON, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

const TODAY = Math.floor((NOON + (7 - 4) * 3_600_000) / DAY_MS);
let app: StudyApp;
beforeEach(async () => {
  app = await startStudyApp();
});
afterEach(() => app.dispose());
const run = (more: object) =>
  app.call('simulation.run', { settings: [{ newPerDay: 4, retention: 0.9 }], days: 30, from: 'now', ...more });
const readiness = (day: number, more: object = {}) => app.call('readiness.get', { courseId: 'tiny', day, ...more });

describe('the simulator', () => {
  it('plays two settings on the same cards, a figure a day', async () => {
    const settings = [0.95, 0.75].map((retention) => ({ newPerDay: 4, retention }));
    const { runs, known, fresh, paceAnswers } = await run({ settings, days: 120 });
    expect([known, paceAnswers, runs.length]).toEqual([0, 0, 2]);
    expect(fresh).toBeGreaterThan(9);
    const total = runs.map(({ reviews }) => reviews.reduce((sum, count) => sum + count, 0));
    expect(total[0]).toBeGreaterThan(total[1]!);
    for (const { reviews, minutes, remembered } of runs) {
      expect([reviews.length, minutes.length, remembered.length]).toEqual([120, 120, 120]);
      expect(reviews[0]).toBe(0);
      expect(minutes[0]).toBeGreaterThan(0);
      expect(remembered.at(-1)).toBeGreaterThan(0.5 * fresh);
      expect(remembered.at(-1)).toBeLessThanOrEqual(fresh);
    }
  });

  it('begins with what the learner knows, or with nothing', async () => {
    await gradeAll(app, await learn(app), 4);
    const now = await run({});
    const before = await run({ from: 'nothing' });
    expect(now.known).toBe(9);
    expect(now.paceAnswers).toBe(9);
    expect(before.known).toBe(0);
    expect(before.fresh).toBe(now.known + now.fresh);
    expect(now.runs[0]!.remembered[0]).toBeGreaterThan(before.runs[0]!.remembered[0]!);
  });

  it('knows no course that is not there', async () => {
    await expect(run({ courseId: 'elsewhere' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('readiness', () => {
  it('is what can be guessed before anything is learned', async () => {
    const { without, days } = await readiness(TODAY + 30);
    expect(days).toBe(30);
    expect(without.expected).toBeCloseTo(without.byGuessing, 9);
    expect(without.passes).toBeNull();
  });

  it('fades without study, and study until then keeps more', async () => {
    await gradeAll(app, await learn(app), 4);
    const now = await readiness(TODAY);
    const later = await readiness(TODAY + 60, { pass: 0.6 });
    expect(now.studying).toEqual(now.without);
    expect(later.without.expected).toBeLessThan(now.without.expected);
    expect(later.studying.expected).toBeGreaterThan(later.without.expected);
    expect(later.studying.passes).toBeGreaterThan(later.without.passes!);
    expect(later.without.low).toBeLessThanOrEqual(later.without.expected);
    expect(later.without.high).toBeGreaterThanOrEqual(later.without.expected);
  });

  it('of a paper is of so many questions', async () => {
    expect((await readiness(TODAY + 1, { questions: 5 })).without.questions).toBe(5);
  });

  it('refuses a day that has gone by', async () => {
    await expect(readiness(TODAY - 1)).rejects.toMatchObject({ code: 'bad-input' });
  });
});
