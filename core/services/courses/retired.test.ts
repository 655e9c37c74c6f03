import { afterEach, describe, expect, it } from 'vitest';
import type { Course } from '../../domain/course.ts';
import { DAY_MS, gradeAll, learn, respond, startStudyApp, type StudyApp } from '../study-app.fixture.ts';

const RETIRED = 'tiny/bg-one';
const IN_COURSE = { courseId: 'tiny' };
const IN_LESSON = { ...IN_COURSE, lessonId: 'begin' };

let app: StudyApp;
afterEach(() => app.dispose());

/** The course as it was, until the second edition retires an inline question that reveals another. */
async function firstEdition(): Promise<() => Promise<void>> {
  let course!: Course;
  app = await startStudyApp({ change: (first) => (course = first) });
  return () => app.restart(() => app.publish(retiring(course)));
}

const retiring = (course: Course): Course => ({
  ...course,
  lessons: course.lessons.map((lesson) => ({
    ...lesson,
    questions: lesson.questions.map((one) => (one.id === 'bg-one' ? { ...one, retired: true as const } : one)),
  })),
});

/** Learns the first lesson and comes back when all of it is due. */
async function learnedAndDue(): Promise<() => Promise<void>> {
  const secondEdition = await firstEdition();
  await app.call('lesson.complete', IN_LESSON);
  await gradeAll(app, await learn(app), 4);
  app.clock.advance(100 * DAY_MS);
  return secondEdition;
}

async function askedIn(mode: 'review' | 'practice' | 'cram'): Promise<string[]> {
  const { sessionId } = await app.call('study.start', { mode, ...IN_LESSON });
  return gradeAll(app, sessionId, 3);
}

describe('a question that is asked no more', () => {
  it.each(['review', 'practice', 'cram'] as const)(
    'does not come in a session of mode %s, though it is due',
    async (mode) => {
      const secondEdition = await learnedAndDue();
      await secondEdition();
      const asked = await askedIn(mode);
      expect(asked).toHaveLength(8);
      expect(asked).not.toContain(RETIRED);
    },
  );

  it('is not learned, nor put into the schedule by reading', async () => {
    const secondEdition = await firstEdition();
    await secondEdition();
    expect((await app.call('lesson.complete', IN_LESSON)).introduced).toBe(8);
    expect(await gradeAll(app, await learn(app), 4)).not.toContain(RETIRED);
  });

  it('counts in no total: not in the library, lesson, memory map, readiness of an exam, or what is due', async () => {
    const secondEdition = await learnedAndDue();
    const before = await app.call('stats.summary', {});
    await secondEdition();
    const [course] = (await app.call('library.list', {})).courses;
    expect(course?.counts).toMatchObject({ cards: 17, due: 8 });
    expect((await app.call('stats.summary', {})).dueTotal).toBe(before.dueTotal - 1);
    const [lesson] = (await app.call('lesson.list', IN_COURSE)).lessons;
    expect(lesson?.mastery.questions).toBe(8);
    const { lessons } = await app.call('memory.map', IN_LESSON);
    expect(lessons[0]?.cards.map(({ cardId }) => cardId)).toHaveLength(8);
    const { blueprint } = (await app.call('exam.templates', IN_COURSE)).templates[0]!;
    const plan = await app.call('exam.plan', { ...IN_COURSE, blueprint });
    expect(plan.parts[0]?.available).toBe(7);
    const page = await app.call('stats.page', { range: 'all', ...IN_COURSE });
    expect(page.questions).toBe(17);
    expect(page.mastery.lessons[0]?.questions).toBe(8);
  });

  it('is not asked in its lesson', async () => {
    const secondEdition = await firstEdition();
    await secondEdition();
    const { sections } = await app.call('lesson.get', IN_LESSON);
    expect(sections.flatMap(({ inline }) => inline)).toEqual([]);
  });

  it('is not asked when it is named, nor wanted when its page asks', async () => {
    const secondEdition = await learnedAndDue();
    await secondEdition();
    const named = { mode: 'practice' as const, ...IN_COURSE, filter: { cardIds: [RETIRED] } };
    expect((await app.call('study.start', named)).counts).toMatchObject({ left: 0, review: 0, new: 0 });
    const { sessionId } = await app.call('study.start', { mode: 'review', ...IN_COURSE });
    expect((await app.call('study.card', { sessionId, cardId: RETIRED })).wanted).toBe(false);
  });

  it('keeps its history: what was answered is told, counted, and can be taken back', async () => {
    const secondEdition = await firstEdition();
    const sessionId = await learn(app);
    await respond(app, sessionId, { cardId: RETIRED, revision: 0 }, 'a');
    await secondEdition();
    const info = await app.call('card.info', { cardId: RETIRED });
    expect(info).toMatchObject({ asked: 'no-more', prompt: { en: 'Which word fits the river?' } });
    expect(info.reviews.map(({ response }) => response)).toEqual(['a']);
    const { today } = await app.call('stats.summary', {});
    const { reviews } = await app.call('history.reviews', { day: today });
    expect(reviews.map(({ cardId, prompt }) => [cardId, prompt?.en])).toEqual([
      [RETIRED, 'Which word fits the river?'],
    ]);
    const page = await app.call('stats.page', { range: 'all', ...IN_COURSE });
    expect(page.totals.answers).toBe(1);
    expect(page.kinds.kinds.map(({ kind, answers }) => [kind, answers])).toEqual([['choice', 1]]);
    expect((await app.call('study.undo', {})).what).toMatchObject({ cardId: RETIRED });
    expect((await app.call('card.info', { cardId: RETIRED })).memory).toBeNull();
  });

  it('stays on a paper that was drawn with it, and in what came of it', async () => {
    const secondEdition = await firstEdition();
    await app.call('lesson.complete', IN_LESSON);
    const parts = [{ lessons: ['begin'], weight: 1 }];
    const blueprint = { parts, questions: 8, minutes: 60, kinds: 'all', onlyAsked: false } as const;
    const { examId } = await app.call('exam.start', {
      ...IN_COURSE,
      template: 'own',
      blueprint,
      countsAsReviews: false,
    });
    await secondEdition();
    const paper = await app.call('exam.get', { examId });
    expect(paper.parts.flatMap(({ questions }) => questions.map(({ card }) => card.cardId))).toContain(RETIRED);
    await app.call('exam.answer', { examId, cardId: RETIRED, response: 'a', elapsedMs: 1_000 });
    await app.call('exam.end', { examId });
    expect((await app.call('exam.result', { examId })).score).toMatchObject({ right: 1, of: 8 });
  });

  it('takes no room from others on the day it would be due', async () => {
    const secondEdition = await firstEdition();
    await app.call('lesson.complete', IN_LESSON);
    await gradeAll(app, await learn(app), 4);
    await secondEdition();
    const { days } = await app.call('parameters.reschedulePreview', {});
    expect(days.reduce((sum, { before }) => sum + before, 0)).toBe(8);
  });
});
