import { afterAll, beforeAll, expect, it } from 'vitest';
import { join } from 'node:path';
import { compileFolder } from '../../compiler/compile-folder.ts';
import type { Course } from '../../domain/course.ts';
import { startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { cardsOf, startExam } from './exam-app.fixture.ts';

let app: StudyApp;
let course: Course;
beforeAll(async () => {
  course = compileFolder(join(import.meta.dirname, '../../../content/csto')).course!;
  app = await startStudyApp({ change: () => course });
});
afterAll(() => app.dispose());

it('the final exam of the course: 60 questions in four parts, two in five above recall, none that gives another away', async () => {
  const { templates } = await app.call('exam.templates', { courseId: 'csto' });
  const { blueprint } = templates.find(({ id }) => id === 'course')!;
  const questions = new Map(course.lessons.flatMap((lesson) => lesson.questions.map((one) => [`csto/${one.id}`, one])));
  for (let time = 0; time < 10; time += 1) {
    const examId = await startExam(app, { courseId: 'csto', template: 'course', blueprint });
    const paper = await app.call('exam.get', { examId });
    expect(paper.parts.map((part) => part.questions.length)).toEqual([16, 17, 14, 13]);
    const cards = cardsOf(paper);
    const drawn = cards.map((cardId) => questions.get(cardId)!);
    expect(drawn.filter(({ level = 'recall' }) => level !== 'recall')).toHaveLength(24);
    expect(drawn.filter(({ retired }) => retired)).toEqual([]);
    expect(drawn.filter(({ reveals = [] }) => reveals.some((id) => cards.includes(`csto/${id}`)))).toEqual([]);
    await app.call('exam.end', { examId });
  }
});
