import type { EventType } from './history/events.ts';

// A record, so that a new type of event that is not listed does not compile.
const TYPES: Readonly<Record<EventType, true>> = {
  review: true,
  attempt: true,
  card: true,
  'section-read': true,
  place: true,
  'lesson-open': true,
  setting: true,
  preset: true,
  'course-options': true,
  goal: true,
  parameters: true,
  exam: true,
  'exam-answer': true,
  import: true,
  note: true,
  'note-field': true,
  'note-type': true,
  medium: true,
  deck: true,
  course: true,
  lesson: true,
  section: true,
  search: true,
  'lesson-check': true,
  merge: true,
  restore: true,
  clock: true,
  undo: true,
};
export const EVENT_TYPES = Object.keys(TYPES) as readonly EventType[];
