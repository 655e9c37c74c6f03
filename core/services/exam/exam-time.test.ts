import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE_MS, NOON, startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { answerExam, startExam } from './exam-app.fixture.ts';

const HOUR_MS = 60 * MINUTE_MS;
let app: StudyApp;
let examId: string;
beforeEach(async () => {
  app = await startStudyApp();
  examId = await startExam(app);
});
afterEach(() => app.dispose());
const exam = async () => (await app.call('exam.get', { examId })).exam;

describe('the time of an exam', () => {
  it('goes on while the app is not there: a crash gives and takes nothing', async () => {
    app.clock.advance(3 * MINUTE_MS);
    await answerExam(app, examId, 'tiny/bg-one', 'right');
    await app.restart(() => app.clock.set(NOON + 8 * MINUTE_MS + 250));
    expect((await exam()).leftMs).toBe(12 * MINUTE_MS - 250);
  });

  it.each([2 * HOUR_MS, -2 * HOUR_MS])('a clock that is set by %i ms while it runs changes nothing', async (by) => {
    app.clock.advance(5 * MINUTE_MS);
    app.clock.set(NOON + by);
    expect(await exam()).toMatchObject({ state: 'running', leftMs: 15 * MINUTE_MS });
    app.clock.advance(MINUTE_MS);
    expect((await answerExam(app, examId, 'tiny/bg-one', 'right')).leftMs).toBe(14 * MINUTE_MS);
  });

  it('a clock that was put back over a restart gives no time beyond the last answer', async () => {
    app.clock.advance(15 * MINUTE_MS);
    await answerExam(app, examId, 'tiny/bg-one', 'right');
    await app.restart(() => app.clock.set(NOON - HOUR_MS));
    expect((await exam()).leftMs).toBe(5 * MINUTE_MS);
  });

  it('when it is up, later answers are refused by name, and the exam stands as it stood', async () => {
    await answerExam(app, examId, 'tiny/bg-one', 'right');
    app.clock.advance(20 * MINUTE_MS - 1);
    await answerExam(app, examId, 'tiny/bg-many', 'right');
    app.clock.advance(1);
    for (const late of [
      () => answerExam(app, examId, 'tiny/bg-many', 'wrong'),
      () => app.call('exam.mark', { examId, cardId: 'tiny/bg-one', marked: true }),
    ])
      await expect(late()).rejects.toMatchObject({ code: 'exam-over' });
    expect(await exam()).toMatchObject({ state: 'over', leftMs: 0, answered: 2, endedAt: NOON + 20 * MINUTE_MS });
    expect((await app.call('exam.running', {})).exam).toBeNull();
    expect((await app.call('exam.result', { examId })).score.right).toBe(2);
  });

  it('ends when its time was up, whenever that is noticed', async () => {
    await app.restart(() => app.clock.set(NOON + 5 * HOUR_MS));
    expect(await exam()).toMatchObject({ state: 'over', endedAt: NOON + 20 * MINUTE_MS });
    await app.call('exam.end', { examId });
    expect(await exam()).toMatchObject({ state: 'ended', endedAt: NOON + 20 * MINUTE_MS });
  });

  it('handed in before is ended then, and takes no answer any more', async () => {
    app.clock.advance(7 * MINUTE_MS);
    await app.call('exam.end', { examId });
    await app.call('exam.end', { examId });
    expect(await exam()).toMatchObject({ state: 'ended', endedAt: NOON + 7 * MINUTE_MS, leftMs: 0 });
    await expect(answerExam(app, examId, 'tiny/bg-one', 'right')).rejects.toMatchObject({ code: 'exam-over' });
  });
});
