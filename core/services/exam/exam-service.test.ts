import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gradeCard, learn, MINUTE_MS, NOON, startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { answerExam, cardsOf, startExam, TINY } from './exam-app.fixture.ts';

let app: StudyApp;
beforeEach(async () => {
  app = await startStudyApp();
});
afterEach(() => app.dispose());
const get = (examId: string) => app.call('exam.get', { examId });
const questionsOf = async (examId: string) => (await get(examId)).parts.flatMap(({ questions }) => questions);

describe('what an exam asks', () => {
  it('every question that fits once, no plain card, part by part', async () => {
    const { parts, exam } = await get(await startExam(app));
    expect(parts.map(({ lessons, questions }) => [lessons.map(({ id }) => id), questions.length])).toEqual([
      [['begin'], 8],
      [['later'], 8],
    ]);
    const cards = parts.flatMap(({ questions }) => questions.map(({ card }) => card));
    expect(new Set(cards.map(({ cardId }) => cardId)).size).toBe(16);
    expect(cards.map(({ kind }) => kind)).not.toContain('card');
    expect(exam).toMatchObject({ state: 'running', questions: 16, answered: 0, leftMs: 20 * MINUTE_MS, wanted: 16 });
  });

  it('nothing in it gives an answer away, and no help is offered', async () => {
    for (const { card } of await questionsOf(await startExam(app))) {
      expect(card).not.toHaveProperty('explanation');
      expect(card).not.toHaveProperty('evidence');
      expect(card).not.toHaveProperty('back');
      expect(card.hasHint).toBe(false);
    }
  });

  it('the order of questions and options stays after a restart', async () => {
    const examId = await startExam(app);
    const before = await get(examId);
    await app.restart();
    expect(await get(examId)).toEqual(before);
  });

  it('only kinds that are wanted, and only what was asked before where that is wanted', async () => {
    const written = await startExam(app, { blueprint: { ...TINY, kinds: 'written' } });
    const kinds = new Set((await questionsOf(written)).map(({ card }) => card.kind));
    expect([...kinds].sort()).toEqual(['cloze', 'date', 'number', 'typed']);
    await app.call('exam.end', { examId: written });
    const asked = { ...TINY, onlyAsked: true };
    await expect(startExam(app, { blueprint: asked })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('nothing that is suspended', async () => {
    await app.call('card.update', { cardId: 'tiny/bg-one', change: { suspended: true } });
    expect(cardsOf(await get(await startExam(app)))).not.toContain('tiny/bg-one');
  });

  it('two that give each other away do not meet while others are there', async () => {
    await app.dispose();
    app = await startStudyApp({
      change: (course) => ({
        ...course,
        lessons: course.lessons.map((lesson) => ({
          ...lesson,
          questions: lesson.questions.map((question) =>
            question.id === 'bg-one' ? { ...question, reveals: ['bg-many', 'lt-one'] } : question,
          ),
        })),
      }),
    });
    for (let time = 0; time < 20; time += 1) {
      const examId = await startExam(app, { blueprint: { ...TINY, questions: 12 } });
      const cards = cardsOf(await get(examId));
      if (cards.includes('tiny/bg-one')) {
        expect(cards).not.toContain('tiny/bg-many');
        expect(cards).not.toContain('tiny/lt-one');
      }
      await app.call('exam.end', { examId });
    }
  });

  it('fewer questions than wanted: as many as there are, in proportion less time, and that is said', async () => {
    const blueprint = { ...TINY, questions: 100, minutes: 180 };
    const plan = await app.call('exam.plan', { courseId: 'tiny', blueprint });
    expect(plan).toMatchObject({ questions: 16, minutes: 29, neverAsked: 16 });
    expect(plan.parts).toEqual([
      { questions: 8, available: 8 },
      { questions: 8, available: 8 },
    ]);
    const { exam } = await get(await startExam(app, { blueprint }));
    expect(exam).toMatchObject({ questions: 16, wanted: 100, durationMs: 29 * MINUTE_MS });
  });

  it('one at a time', async () => {
    const examId = await startExam(app);
    await expect(startExam(app)).rejects.toMatchObject({ code: 'exam-running' });
    expect((await app.call('exam.running', {})).exam?.examId).toBe(examId);
    await app.call('exam.end', { examId });
    expect((await app.call('exam.running', {})).exam).toBeNull();
    await startExam(app);
  });

  it('the templates of the course, and what no exam asks', async () => {
    const { templates, lessons, leftOut } = await app.call('exam.templates', { courseId: 'tiny' });
    expect(templates.map(({ id }) => id)).toEqual(['course', 'civil-service', 'quick', 'own']);
    expect(lessons.map(({ id }) => id)).toEqual(['begin', 'later']);
    expect(leftOut).toBe(2);
  });
});

describe('answers', () => {
  it('are on the disk as they are given, may be changed, taken back and marked, and say no verdict', async () => {
    const examId = await startExam(app);
    expect(await answerExam(app, examId, 'tiny/bg-one', 'wrong')).toEqual({ leftMs: 20 * MINUTE_MS });
    await answerExam(app, examId, 'tiny/bg-one', 'right');
    await answerExam(app, examId, 'tiny/bg-name', 'right');
    await app.call('exam.answer', { examId, cardId: 'tiny/bg-name', elapsedMs: 9_000 });
    await app.call('exam.mark', { examId, cardId: 'tiny/bg-day', marked: true });
    await app.restart();
    const kept = new Map((await questionsOf(examId)).map((question) => [question.card.cardId as string, question]));
    expect(kept.get('tiny/bg-one')).toMatchObject({ response: 'a', marked: false });
    expect(kept.get('tiny/bg-name')).toMatchObject({ response: null });
    expect(kept.get('tiny/bg-day')).toMatchObject({ response: null, marked: true });
    expect((await get(examId)).exam.answered).toBe(1);
  });

  it('of a shape the question can not have, or to another question, are refused', async () => {
    const examId = await startExam(app, { blueprint: { ...TINY, parts: TINY.parts.slice(0, 1) } });
    const send = (cardId: string, response: string) =>
      app.call('exam.answer', { examId, cardId, response, elapsedMs: 1 });
    await expect(send('tiny/bg-one', 'nowhere')).rejects.toMatchObject({ code: 'bad-input' });
    await expect(send('tiny/bg-steps', 'a')).rejects.toMatchObject({ code: 'bad-input' });
    await expect(send('tiny/lt-one', 'a')).rejects.toMatchObject({ code: 'not-found' });
    await expect(app.call('exam.get', { examId: 'none' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('move no schedule while the exam goes on, nor afterwards unless they are to count', async () => {
    const examId = await startExam(app);
    await answerExam(app, examId, 'tiny/bg-one', 'right');
    await app.call('exam.end', { examId });
    expect((await app.call('stats.summary', {})).reviewsTotal).toBe(0);
  });
});

describe('the result', () => {
  it('is not told before the end', async () => {
    const examId = await startExam(app);
    await answerExam(app, examId, 'tiny/bg-one', 'right');
    await expect(app.call('exam.result', { examId })).rejects.toMatchObject({ code: 'exam-running' });
    expect((await app.call('exam.list', {})).exams).toMatchObject([{ exam: { examId }, score: null }]);
  });

  it('counts what is right as a whole, by part, with what was answered, what is right and the passage', async () => {
    const examId = await startExam(app);
    for (const cardId of cardsOf(await get(examId)))
      if (cardId.startsWith('tiny/bg'))
        await answerExam(app, examId, cardId, cardId.endsWith('-one') ? 'wrong' : 'right');
    await app.call('exam.end', { examId });
    const { score, parts, questions, withoutLuck, byGuessing } = await app.call('exam.result', { examId });
    expect(score).toMatchObject({ right: 7, of: 16, share: 7 / 16 });
    expect(parts.map((part) => [part.score.right, part.score.of])).toEqual([
      [7, 8],
      [0, 8],
    ]);
    expect(score.low).toBeLessThan(7 / 16);
    expect(withoutLuck).toBeCloseTo((7 / 16 - byGuessing) / (1 - byGuessing), 12);
    expect(questions.map(({ number }) => number)).toEqual(Array.from({ length: 16 }, (_, at) => at + 1));
    expect(questions.find(({ cardId }) => cardId === 'tiny/bg-one')).toMatchObject({
      verdict: 'wrong',
      given: { en: 'very short indeed' },
      answer: { en: 'long' },
      why: [{ en: 'It is not.' }],
      evidence: [{ id: 'p001' }],
    });
    expect(questions.find(({ cardId }) => cardId === 'tiny/lt-one')).toMatchObject({
      verdict: 'unanswered',
      given: null,
      answer: { en: 'long' },
    });
    expect(questions.find(({ cardId }) => cardId === 'tiny/bg-pairs')?.given?.en).toBe(
      'left a – right a; left b – right b; left c – right c',
    );
  });

  it('tells the one before by the same template', async () => {
    const first = await startExam(app);
    await answerExam(app, first, 'tiny/bg-one', 'right');
    await app.call('exam.end', { examId: first });
    app.clock.advance(MINUTE_MS);
    const second = await startExam(app);
    await app.call('exam.end', { examId: second });
    expect((await app.call('exam.result', { examId: second })).before).toEqual({ at: NOON, share: 1 / 16 });
    expect((await app.call('exam.result', { examId: first })).before).toBeNull();
    expect((await app.call('exam.list', {})).exams.map(({ exam }) => exam.examId)).toEqual([second, first]);
  });

  it('tells what was expected when it began, guessing included, whatever was learned since', async () => {
    const examId = await startExam(app);
    await app.call('exam.end', { examId });
    const { expectation } = await app.call('exam.result', { examId });
    expect(expectation?.expected).toBeCloseTo(expectation!.byGuessing, 10);
    await gradeCard(app, await learn(app), { cardId: 'tiny/bg-one', revision: 0 }, 4);
    expect((await app.call('exam.result', { examId })).expectation).toEqual(expectation);
  });
});
