import type { JournalEvent } from '../../domain/history/events.ts';
import type { Bilingual } from '../../domain/question.ts';
import type { Entry } from './history-entry.ts';

/** What the learner's own courses and lessons are called, though they may be removed. */
export interface AuthoredNames {
  courseTitle(courseId: string): Bilingual | null;
  /** @param key `<course>/<lesson>` */
  lessonTitle(key: string): Bilingual | null;
}

type AuthoringEvent = Extract<JournalEvent, { type: 'course' | 'lesson' | 'section' }>;

export const isAuthoring = (event: JournalEvent): event is AuthoringEvent =>
  event.type === 'course' || event.type === 'lesson' || event.type === 'section';

/** A change of a course or a lesson of the learner's own; what changes in a section is told as the lesson's. */
export function authoringWords(event: AuthoringEvent, names: AuthoredNames): Pick<Entry, 'kind' | 'count' | 'about'> {
  if (event.type === 'section') {
    const key = event.id.slice(0, event.id.lastIndexOf('/'));
    return { kind: 'lesson-change', count: 1, about: names.lessonTitle(key) };
  }
  const about = event.type === 'course' ? names.courseTitle(event.id) : names.lessonTitle(event.id);
  const deed = event.set.removed ? 'removed' : event.set.createdAt ? 'added' : 'change';
  return { kind: `${event.type}-${deed}`, count: 1, about };
}
