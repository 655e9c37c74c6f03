import { afterEach, describe, expect, it } from 'vitest';
import type { Course } from '../../domain/course.ts';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { answerExam } from './exam-app.fixture.ts';

const both = (text: string) => ({ th: `${text} (th)`, en: text });
const ABOVE = ['one', 'many', 'name', 'day'];

/** The small course with a final exam; half of the questions of each lesson ask for more than to know. */
const withFinal = (course: Course): Course => ({
  ...course,
  exam: {
    questions: 10,
    minutes: 15,
    aboveRecall: 0.4,
    parts: [
      { title: both('Beginning'), lessons: ['begin'], weight: 3 },
      { title: both('End'), lessons: ['later'], weight: 2 },
    ],
  },
  lessons: course.lessons.map((lesson) => ({
    ...lesson,
    questions: lesson.questions.map((one) => ({
      ...one,
      level: ABOVE.includes(one.id.slice(3)) ? ('apply' as const) : ('recall' as const),
    })),
  })),
});

let app: StudyApp;
afterEach(() => app.dispose());

async function startFinal(): Promise<string> {
  const { templates } = await app.call('exam.templates', { courseId: 'tiny' });
  const { blueprint } = templates.find(({ id }) => id === 'course')!;
  const start = { courseId: 'tiny', template: 'course' as const, blueprint, countsAsReviews: false };
  return (await app.call('exam.start', start)).examId;
}

describe('the final exam of a course', () => {
  it('is its course template, by its own blueprint; another course keeps the usual one', async () => {
    app = await startStudyApp({ change: withFinal });
    const found = await app.call('exam.templates', { courseId: 'tiny' });
    expect(found.hasFinal).toBe(true);
    expect(found.templates.find(({ id }) => id === 'course')?.blueprint).toEqual({
      kinds: 'all',
      onlyAsked: false,
      ...withFinal({ lessons: [] } as unknown as Course).exam,
    });
    await app.dispose();
    app = await startStudyApp();
    const usual = await app.call('exam.templates', { courseId: 'tiny' });
    expect(usual.hasFinal).toBe(false);
    expect(usual.templates.find(({ id }) => id === 'course')?.blueprint).toMatchObject({ questions: 60, minutes: 45 });
  });

  it('is drawn by parts and by levels, and tells the score of each', async () => {
    app = await startStudyApp({ change: withFinal });
    const examId = await startFinal();
    const { exam, parts } = await app.call('exam.get', { examId });
    expect(exam.final).toBe(true);
    expect(parts.map(({ title, questions }) => [title?.en, questions.length])).toEqual([
      ['Beginning', 6],
      ['End', 4],
    ]);
    const cards = parts.flatMap(({ questions }) => questions.map(({ card }) => card.cardId));
    const isAbove = (cardId: string) => ABOVE.includes(cardId.replace(/^.*-/, ''));
    expect(cards.filter(isAbove)).toHaveLength(4);
    for (const cardId of cards.filter(isAbove)) await answerExam(app, examId, cardId, 'right');
    await app.call('exam.end', { examId });
    const result = await app.call('exam.result', { examId });
    expect(result.parts.map(({ title }) => title?.en)).toEqual(['Beginning', 'End']);
    expect(result.levels.map(({ level, score }) => [level, score.right, score.of])).toEqual([
      ['recall', 0, 6],
      ['apply', 4, 4],
    ]);
  });

  it('keeps the names of its parts when the course changes them', async () => {
    let course!: Course;
    app = await startStudyApp({ change: (first) => (course = withFinal(first)) });
    const examId = await startFinal();
    await app.restart(() => {
      const { exam: _, ...without } = course;
      app.publish(without);
    });
    const { exam, parts } = await app.call('exam.get', { examId });
    expect([exam.final, ...parts.map(({ title }) => title?.en)]).toEqual([true, 'Beginning', 'End']);
  });
});
