import type { Course, Lesson } from '../../../domain/course.ts';
import { cardIdOf } from '../../../domain/ids.ts';
import type { Question } from '../../../domain/question.ts';

const text = (en: string) => ({ th: en, en });
const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: text(id) }));

function question(id: string, lessonId: string, sectionId: string, i: number): Question {
  const base = {
    ...{ id, lessonId, sectionId, prompt: text(id), explanation: text(''), inline: false, evidence: [] },
  };
  if (i % 4 === 0) return { ...base, kind: 'choice', options, answer: ['a'] };
  if (i % 4 === 1) return { ...base, kind: 'choices', options, answer: ['a', 'b'] };
  if (i % 4 === 2) return { ...base, kind: 'typed', accept: { th: ['x'], en: ['x'] } };
  return { ...base, kind: 'card', back: text('back') };
}

function lesson(number: number, sections: Readonly<Record<string, number>>): Lesson {
  const id = `l${number}`;
  const names = Object.entries(sections).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, i) => [section, `${id}-${section}-${i}`] as const),
  );
  return {
    ...{ id, number, title: text(id), subtitle: text(''), objectives: [], summary: [], requires: [] },
    sections: [...Object.keys(sections), 'bare'].map((section) => ({
      ...{ id: section, heading: text(section), blocks: { th: [], en: [] }, text: text(''), evidence: [] },
    })),
    questions: names.map(([section, name], i) => question(name, id, section, i)),
  };
}

const retiring = (one: Lesson): Lesson => ({
  ...one,
  questions: one.questions.map((asked, i) => (i === 1 ? { ...asked, retired: true } : asked)),
});

/** Two lessons of three sections with nine questions, one of them asked no more. */
export const STATS_COURSE: Course = {
  ...{ id: 'stats', title: text('stats'), source: text(''), paragraphs: [], glossary: [], pictures: null },
  lessons: [lesson(1, { one: 3, two: 2 }), retiring(lesson(2, { one: 4 }))],
};

/** Cards of the course, and two of a course that is not there. */
export const STATS_CARDS = [
  ...STATS_COURSE.lessons.flatMap(({ questions }) => questions.map(({ id }) => cardIdOf('stats', id))),
  cardIdOf('gone', 'q1'),
  cardIdOf('gone', 'q2'),
];
