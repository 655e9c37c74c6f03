import { parseCardId } from '../domain/ids.ts';
import type { Output, Sent } from './contract.ts';

const both = { th: 'คำนาม', en: 'Nouns' };
const course = { courseId: 'course-1' };
const lesson = { ...course, lessonId: 'l-1' };

type Methods =
  | 'course.add'
  | 'course.set'
  | 'course.remove'
  | 'course.written'
  | 'lesson.add'
  | 'lesson.written'
  | 'lesson.set'
  | 'lesson.move'
  | 'lesson.remove'
  | 'lesson.preview';

/** One call of every method that makes courses and lessons. */
export const AUTHORING_EXAMPLES: { readonly [M in Methods]: readonly [Sent<M>, Output<M>] } = {
  'course.add': [{ title: { th: 'ไวยากรณ์' }, about: { en: 'Grammar' }, languages: ['th'] }, course],
  'course.set': [{ ...course, title: { en: 'Grammar' }, about: both, languages: ['th', 'en'] }, { done: true }],
  'course.remove': [course, { done: true }],
  'course.written': [
    course,
    {
      ...{ title: both, about: { th: '', en: '' }, languages: ['th'] },
      lessons: [{ id: 'l-1', title: both, sections: [{ id: 's-1', heading: both }], questions: 2 }],
    },
  ],
  'lesson.add': [
    { ...course, title: both },
    { lessonId: 'l-1', sectionId: 's-1' },
  ],
  'lesson.written': [
    lesson,
    {
      ...{ course: { title: both, languages: ['th', 'en'] }, title: both },
      sections: [{ id: 's-1', heading: both, text: both }],
      questions: [{ cardId: parseCardId('own/abc#0'), sectionId: 's-1', kind: 'card', prompt: both }],
    },
  ],
  'lesson.set': [
    {
      ...{ ...lesson, title: { th: 'คำ' }, order: ['s-2', 's-1'], removed: ['s-3'] },
      sections: [{ id: 's-2', heading: both, text: { en: '**Words**' } }],
    },
    { done: true },
  ],
  'lesson.move': [{ ...lesson, to: 0 }, { done: true }],
  'lesson.remove': [lesson, { done: true }],
  'lesson.preview': [
    { text: '![แมว](cat.png)' },
    {
      blocks: [{ kind: 'medium', name: 'cat.png', address: null, children: [{ kind: 'text', text: 'แมว' }] }],
      faults: [{ line: 1, fault: 'html' }],
    },
  ],
};
