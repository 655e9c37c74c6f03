import { lessonKeyOf, type LessonKey } from '../ids.ts';
import type { JournalEvent } from './events.ts';
import type { LessonState } from '../progress.ts';

export const UNREAD: LessonState = { read: {}, place: null, opened: false };

/** `<course>/<lesson>` of an event about a lesson, or null. */
export function lessonOf(event: JournalEvent): LessonKey | null {
  switch (event.type) {
    case 'section-read':
    case 'place':
    case 'lesson-open':
      return lessonKeyOf(event.course, event.lesson);
    default:
      return null;
  }
}

/** The lesson after an event about it. */
export function foldLesson(lesson: LessonState, event: JournalEvent): LessonState {
  switch (event.type) {
    case 'section-read': {
      const read = { ...lesson.read };
      for (const section of event.sections) read[section] ??= event.at;
      return { ...lesson, read };
    }
    case 'place':
      return { ...lesson, place: { section: event.section, at: event.at } };
    case 'lesson-open':
      return { ...lesson, opened: true };
    default:
      return lesson;
  }
}
