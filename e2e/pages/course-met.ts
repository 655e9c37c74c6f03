import type { Page } from '@playwright/test';
import { callHost } from './call-host.ts';

/** What a learner meets of a course: its lessons as they are read, and what is asked, in order. */
export async function courseMet(page: Page, courseId: string) {
  const { course, lessons } = await callHost(page, 'lesson.list', { courseId });
  const read = [];
  for (const { id: lessonId } of lessons) {
    const { title, sections } = await callHost(page, 'lesson.get', { courseId, lessonId });
    read.push({ title, sections: sections.map(({ heading, blocks }) => ({ heading, blocks })) });
  }
  const { rows } = await callHost(page, 'card.list', {
    ...{ query: '', courseId, offset: 0, limit: 50 },
    sort: { by: 'taught', descending: false },
  });
  return { title: course.title, read, asked: rows.map(({ front, kind, tags }) => ({ front, kind, tags })) };
}
