import { afterEach, beforeEach, expect, it } from 'vitest';
import { gradeCard, learn, MINUTE_MS, startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { answerExam, startExam } from './exam-app.fixture.ts';

let app: StudyApp;
beforeEach(async () => {
  app = await startStudyApp();
});
afterEach(() => app.dispose());
const entries = async () => (await app.call('history.list', { days: 5 })).days.flatMap((day) => day.entries);
const reviewsTotal = async () => (await app.call('stats.summary', {})).reviewsTotal;
const cardIn = async (cardId: string) =>
  app.call('study.card', { sessionId: await learn(app), cardId }).then(({ card }) => card);

async function satExam(countsAsReviews: boolean): Promise<string> {
  const examId = await startExam(app, { countsAsReviews });
  await answerExam(app, examId, 'tiny/bg-one', 'right');
  await answerExam(app, examId, 'tiny/bg-many', 'wrong');
  await app.call('exam.mark', { examId, cardId: 'tiny/bg-day', marked: true });
  app.clock.advance(MINUTE_MS);
  await app.call('exam.end', { examId });
  return examId;
}

it('that counts as reviews moves the schedule of what was answered, at its end, once', async () => {
  const examId = await satExam(true);
  await app.call('exam.end', { examId });
  expect(await reviewsTotal()).toBe(2);
  const { reviews } = await app.call('card.history', { cardId: 'tiny/bg-many' });
  expect(reviews).toMatchObject([{ mode: 'exam', grade: 1, verdict: 'wrong', elapsedMs: 5_000 }]);
  expect(await cardIn('tiny/bg-one')).toMatchObject({ phase: 'learning', revision: 1 });
  expect(await cardIn('tiny/bg-day')).toMatchObject({ phase: 'new', revision: 0 });
});

it('leaves what the same answer of a review would have left, and keeps the steps it was computed with', async () => {
  await app.call('settings.set', { learningStepsMin: [3], retention: 0.85 });
  await satExam(true);
  const exam = await cardIn('tiny/bg-one');
  const other = await startStudyApp();
  await other.call('settings.set', { learningStepsMin: [3], retention: 0.85 });
  other.clock.advance(MINUTE_MS);
  const sessionId = await learn(other);
  await other.call('study.answer', {
    ...{ sessionId, cardId: 'tiny/bg-one', revision: 0 },
    ...{ response: 'a', elapsedMs: 5_000 },
  });
  const { card } = await other.call('study.card', { sessionId, cardId: 'tiny/bg-one' });
  await other.dispose();
  expect(exam.intervals).toEqual(card.intervals);
  expect(exam.phase).toBe(card.phase);
});

it('of whose time was up while nobody was there counts when it is handed in', async () => {
  const examId = await startExam(app, { countsAsReviews: true });
  await answerExam(app, examId, 'tiny/bg-one', 'right');
  app.clock.advance(60 * MINUTE_MS);
  expect(await reviewsTotal()).toBe(0);
  await app.call('exam.end', { examId });
  expect(await reviewsTotal()).toBe(1);
});

it('is one thing in the history, and is taken back and brought back as a whole, its reviews with it', async () => {
  const examId = await satExam(true);
  const [entry, ...others] = await entries();
  expect(entry).toMatchObject({ kind: 'exam', count: 16, undone: false, undoable: true });
  expect(others).toEqual([]);
  const ref = entry!.ref!;
  expect(await app.call('history.undo', { ref })).toMatchObject({ undone: true, cards: 2 });
  expect(await reviewsTotal()).toBe(0);
  await expect(app.call('exam.result', { examId })).rejects.toMatchObject({ code: 'not-found' });
  expect((await app.call('exam.list', {})).exams).toEqual([]);
  expect(await entries()).toMatchObject([{ kind: 'exam', undone: true, undoable: true }]);
  await app.restart();
  await app.call('history.undo', { ref });
  expect(await reviewsTotal()).toBe(2);
  expect((await app.call('exam.result', { examId })).score.right).toBe(1);
});

it('while it runs is taken back as a whole too', async () => {
  const examId = await startExam(app);
  await answerExam(app, examId, 'tiny/bg-one', 'right');
  const [entry] = await entries();
  await app.call('history.undo', { ref: entry!.ref! });
  expect((await app.call('exam.running', {})).exam).toBeNull();
  await expect(answerExam(app, examId, 'tiny/bg-one', 'right')).rejects.toMatchObject({ code: 'not-found' });
});

it.each([true, false])('undo takes back what was done before it, and nothing of it (counting: %s)', async (counts) => {
  const sessionId = await learn(app);
  await gradeCard(app, sessionId, { cardId: 'tiny/bg-card', revision: 0 }, 3);
  const examId = await satExam(counts);
  expect((await app.call('study.undo', {})).what).toMatchObject({ type: 'review', cardId: 'tiny/bg-card' });
  expect((await app.call('exam.result', { examId })).score.right).toBe(1);
  expect(await reviewsTotal()).toBe(counts ? 2 : 0);
});
