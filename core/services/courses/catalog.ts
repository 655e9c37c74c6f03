import { cardIdOf, type CardId } from '../../domain/ids.ts';
import { AppError } from '../../domain/errors.ts';
import type { Course, Lesson } from '../../domain/course.ts';
import type { Question } from '../../domain/question.ts';
import type { Evidence } from '../../api/contract.ts';
import type { Library } from '../ports.ts';
import { Passages } from './passages.ts';

/** A question with the places it belongs to. */
export interface CatalogCard {
  readonly cardId: CardId;
  readonly course: Course;
  readonly lesson: Lesson;
  readonly question: Question;
  /** Cards that give it away or are given away by it. */
  readonly rivals?: readonly CardId[];
}

/** Finds courses, lessons and cards by id. */
export interface Catalog {
  readonly courses: readonly Course[];
  /** @throws AppError `not-found` */
  course(courseId: string): Course;
  /** @throws AppError `not-found` */
  lesson(courseId: string, lessonId: string): { course: Course; lesson: Lesson };
  /** @throws AppError `not-found` */
  card(cardId: CardId): CatalogCard;
  find(cardId: CardId): CatalogCard | undefined;
  /** Cards of a lesson, of a course, or of all courses, in teaching order. */
  cards(scope: { courseId?: string | undefined; lessonId?: string | undefined }): readonly CatalogCard[];
  /** The passages behind a question or section, each with the section that teaches it, the nearest first. */
  evidence(course: Course, lessonId: string, paragraphIds: readonly string[]): Evidence[];
}

export function createCatalog({ courses }: Library): Catalog {
  const byId = new Map(courses.map((course) => [course.id, course]));
  const passages = new Map(courses.map((course) => [course.id, new Passages(course)]));
  const cards = new Map<string, CatalogCard>();
  for (const course of courses) {
    const rivals = rivalsIn(course);
    for (const lesson of course.lessons) {
      for (const question of lesson.questions) {
        const cardId = cardIdOf(course.id, question.id);
        const own = rivals.get(cardId);
        cards.set(cardId, { cardId, course, lesson, question, ...(own && { rivals: [...own] }) });
      }
    }
  }
  const all = [...cards.values()];
  const courseOf = (courseId: string): Course => {
    const course = byId.get(courseId);
    if (!course) throw new AppError('not-found', `no course ${courseId}`, { what: 'course', id: courseId });
    return course;
  };
  const lessonOf = (courseId: string, lessonId: string) => {
    const course = courseOf(courseId);
    const lesson = course.lessons.find(({ id }) => id === lessonId);
    if (!lesson) throw new AppError('not-found', `no lesson ${lessonId}`, { what: 'lesson', id: lessonId });
    return { course, lesson };
  };
  return {
    courses,
    course: courseOf,
    lesson: lessonOf,
    find: (cardId) => cards.get(cardId),
    card(cardId) {
      const card = cards.get(cardId);
      if (!card) throw new AppError('not-found', `no card ${cardId}`, { what: 'card', id: cardId });
      return card;
    },
    cards({ courseId, lessonId }) {
      if (courseId === undefined) return all;
      if (lessonId !== undefined) lessonOf(courseId, lessonId);
      courseOf(courseId);
      return all.filter(
        ({ course, lesson }) => course.id === courseId && (lessonId === undefined || lesson.id === lessonId),
      );
    },
    evidence: ({ id }, lessonId, paragraphIds) =>
      paragraphIds.map((paragraphId) => passages.get(id)!.evidence(lessonId, paragraphId)),
  };
}

/** Which cards of a course give each other away: whichever of two names the other. */
function rivalsIn({ id, lessons }: Course): ReadonlyMap<CardId, ReadonlySet<CardId>> {
  const rivals = new Map<CardId, Set<CardId>>();
  const meet = (one: CardId, other: CardId) => rivals.set(one, (rivals.get(one) ?? new Set()).add(other));
  for (const { id: question, reveals = [] } of lessons.flatMap(({ questions }) => questions))
    for (const other of reveals) {
      meet(cardIdOf(id, question), cardIdOf(id, other));
      meet(cardIdOf(id, other), cardIdOf(id, question));
    }
  return rivals;
}
