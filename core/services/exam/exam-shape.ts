import type { Output } from '../../api/contract.ts';
import type { Bilingual } from '../../domain/question.ts';
import type { Exam } from '../../domain/exam/exam.ts';
import { leftMs, stateAt, timeIsUpAt } from '../../domain/exam/timing.ts';
import type { CatalogCard } from '../courses/catalog.ts';
import type { Learner } from '../courses/learner.ts';

export type ExamShape = Output<'exam.get'>['exam'];
type Lesson = Output<'exam.get'>['parts'][number]['lessons'][number];

/** An exam as a whole. @param at the instant it is, as the exam counts it */
export function examShape(exam: Exam, at: number): ExamShape {
  const state = stateAt(exam, at);
  const cards = exam.parts.flatMap((part) => part.cards);
  return {
    examId: exam.id,
    template: exam.template,
    courseId: exam.courseId,
    startedAt: exam.startedAt,
    durationMs: exam.durationMs,
    endedAt: state === 'running' ? null : (exam.endedAt ?? timeIsUpAt(exam)),
    state,
    leftMs: state === 'running' ? Math.round(leftMs(exam, at)) : 0,
    questions: cards.length,
    answered: cards.filter((cardId) => (exam.answers.get(cardId)?.response ?? null) !== null).length,
    wanted: exam.aim.questions,
    countsAsReviews: exam.countsAsReviews,
    ...(exam.template === 'course' && exam.aim.titles && { final: true as const }),
  };
}

/** A part of an exam with the questions that the course still has. */
export interface PartNow {
  /** What the course called it when the exam began. */
  readonly title?: Bilingual;
  readonly lessons: Lesson[];
  readonly cards: CatalogCard[];
}

export function partsNow({ catalog }: Learner, exam: Exam): PartNow[] {
  return exam.parts.map((part, at) => {
    const cards = part.cards.flatMap((cardId) => catalog.find(cardId) ?? []);
    const named = new Set(exam.aim.lessons[at] ?? cards.map(({ lesson }) => lesson.id));
    const lessons = catalog.courses.find(({ id }) => id === exam.courseId)?.lessons ?? [];
    const title = exam.aim.titles?.[at];
    return {
      ...(title && { title }),
      cards,
      lessons: lessons.filter(({ id }) => named.has(id)).map(({ id, number, title }) => ({ id, number, title })),
    };
  });
}
