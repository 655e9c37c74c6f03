import type { CardId } from '../../domain/ids.ts';
import { splitPassageKey } from '../../domain/passage-key.ts';
import { AppError } from '../../domain/errors.ts';
import type { Course, Lesson } from '../../domain/course.ts';
import type { Question } from '../../domain/question.ts';
import type { Evidence, ShownPassage } from '../../api/contract.ts';
import type { Library } from '../ports.ts';
import { TaughtCourses } from './taught-courses.ts';

/** A question with the places it belongs to. */
export interface CatalogCard {
  readonly cardId: CardId;
  readonly course: Course;
  readonly lesson: Lesson;
  /** Of a deck's card it is read when it is asked for: what is done with all cards looks at `kind` alone. */
  readonly question: Question;
  readonly kind: Question['kind'];
  /** It is made by a template of a note type. */
  readonly hasFace?: boolean;
  /** Of a question of the glossary quiz: the term it asks for. */
  readonly termId?: string;
  /** Cards that give it away or are given away by it. */
  readonly rivals?: readonly CardId[];
}

export type TermCard = CatalogCard & { readonly termId: string };

interface Scope {
  readonly courseId?: string | undefined;
  readonly lessonId?: string | undefined;
}

/**
 * Finds courses, lessons and cards by id. What stands beside the course's questions is nowhere but where it is asked for by its id, or
 * by that word: what is retired is asked no more, the glossary's questions are asked in their quiz only. Neither counts in a total, and
 * both keep their history.
 */
export interface Catalog {
  readonly courses: readonly Course[];
  /** Those that are built in or were brought in: another list when they change. */
  readonly taught: readonly Course[];
  /** @throws AppError `not-found` */
  course(courseId: string): Course;
  /** @throws AppError `not-found` */
  lesson(courseId: string, lessonId: string): { course: Course; lesson: Lesson };
  /** Also what stands beside. @throws AppError `not-found` */
  card(cardId: CardId): CatalogCard;
  /** Also what stands beside. */
  find(cardId: CardId): CatalogCard | undefined;
  /** Cards of a lesson, of a course, or of all courses, in teaching order. */
  cards(scope: Scope): readonly CatalogCard[];
  /** Of the same scopes what stands beside: retired questions, and those of the glossary quiz. */
  beside(scope: Scope): readonly CatalogCard[];
  /** The questions of a course's glossary quiz, those of a term from the easiest on. @throws AppError `not-found` */
  terms(courseId: string): readonly TermCard[];
  /** The passages behind a question or section, each with the section that teaches it, the nearest first; of a note the section it was made of. */
  evidence(course: Course, lessonId: string, paragraphIds: readonly string[]): Evidence[];
  /** The passage that a question's prompt is about; nothing where it is about none. */
  passageOf(card: Pick<CatalogCard, 'course' | 'question'>): { passage?: ShownPassage };
}

/** The library as it is now: decks, and the courses that the learner made. */
export interface Decks {
  /** Another number with every change. */
  readonly version: number;
  readonly courses: readonly Course[];
  /** Courses that were brought in: another list when they change. */
  readonly taught: readonly Course[];
  /** Of all of them, in the order new ones are learned; of a deck with those below it. */
  cards(courseId?: string): readonly CatalogCard[];
  find(cardId: CardId): CatalogCard | undefined;
}

const NO_DECKS: Decks = { version: 0, courses: [], taught: [], cards: () => [], find: () => undefined };

/** @param library the courses that are built in; one that was brought in goes before the built-in of its id */
export function createCatalog(library: Library, decks: Decks = NO_DECKS): Catalog {
  let known: Known | null = null;
  /** Courses and decks together: put together again when the decks have changed. */
  const current = (): Known => {
    if (known?.version === decks.version) return known;
    const own = decks.courses.flatMap(({ id, isOwn }) => (isOwn ? [id] : []));
    const isOther = known?.brought !== decks.taught || known.own.join() !== own.join();
    const taught: TaughtCourses = isOther || !known ? new TaughtCourses(standing(library, decks, own)) : known.taught;
    known = {
      ...{ version: decks.version, brought: decks.taught, own, taught },
      courses: [...taught.courses, ...decks.courses],
      cards: [...taught.cards, ...decks.cards()],
    };
    return known;
  };
  const now = () => current().taught;
  const courseOf = (courseId: string): Course => {
    const course = now().byId.get(courseId) ?? decks.courses.find(({ id }) => id === courseId);
    if (!course) throw new AppError('not-found', `no course ${courseId}`, { what: 'course', id: courseId });
    return course;
  };
  const lessonOf = (courseId: string, lessonId: string) => {
    const course = courseOf(courseId);
    const lesson = course.lessons.find(({ id }) => id === lessonId);
    if (!lesson) throw new AppError('not-found', `no lesson ${lessonId}`, { what: 'lesson', id: lessonId });
    return { course, lesson };
  };
  const within = (some: readonly CatalogCard[], { courseId, lessonId }: Scope): readonly CatalogCard[] => {
    if (courseId === undefined) return some;
    if (lessonId !== undefined) lessonOf(courseId, lessonId);
    courseOf(courseId);
    return some.filter(
      ({ course, lesson }) => course.id === courseId && (lessonId === undefined || lesson.id === lessonId),
    );
  };
  const ofLibrary = ({ courseId, lessonId }: Scope) => {
    const some = decks.cards(courseId);
    if (lessonId === undefined) return some;
    lessonOf(courseId!, lessonId);
    return some.filter(({ lesson }) => lesson.id === lessonId);
  };
  return {
    get courses() {
      return current().courses;
    },
    course: courseOf,
    lesson: lessonOf,
    find: (cardId) => now().found.get(cardId) ?? decks.find(cardId),
    card(cardId) {
      const card = now().found.get(cardId) ?? decks.find(cardId);
      if (!card) throw new AppError('not-found', `no card ${cardId}`, { what: 'card', id: cardId });
      return card;
    },
    cards: (scope) => {
      if (scope.courseId === undefined) return current().cards;
      return now().byId.has(courseOf(scope.courseId).id) ? within(now().cards, scope) : ofLibrary(scope);
    },
    beside: (scope) => within(now().beside, scope),
    terms: (courseId) => {
      const { id } = courseOf(courseId);
      return now().terms.filter(({ course }) => course.id === id);
    },
    passageOf: ({ course: { id }, question: { passage } }) => {
      const passages = now().passages.get(id);
      return passage === undefined || !passages ? {} : { passage: passages.shown(passage) };
    },
    evidence: ({ id }, lessonId, paragraphIds) =>
      paragraphIds.flatMap(
        (paragraphId) =>
          sectionEvidence(current().courses, paragraphId) ??
          now().passages.get(id)?.evidence(lessonId, paragraphId) ??
          [],
      ),
    get taught() {
      return now().courses;
    },
  };
}

/** A section that a note names as its evidence; nothing where it is not there any more, undefined where it names none. */
function sectionEvidence(courses: readonly Course[], key: string): Evidence[] | undefined {
  const name = splitPassageKey(key);
  if (name === null) return undefined;
  const lessons = courses.find(({ id }) => id === name.courseId)?.lessons ?? [];
  const lesson = lessons.find(({ id }) => id === name.lessonId);
  const section = lesson?.sections.find(({ id }) => id === name.sectionId);
  if (!lesson || !section) return [];
  const { heading } = section;
  return [{ id: key, gist: heading, lesson: lesson.title, section: { ...name, heading } }];
}

interface Known {
  readonly version: number;
  readonly brought: readonly Course[];
  /** Ids of the courses that the learner made. */
  readonly own: readonly string[];
  readonly taught: TaughtCourses;
  readonly courses: readonly Course[];
  readonly cards: readonly CatalogCard[];
}

/** Built-in and brought courses as they count; what the learner made goes before both. */
function standing(library: Library, decks: Decks, own: readonly string[]): Course[] {
  const byId = new Map([...library.courses, ...decks.taught].map((course) => [course.id, course]));
  return [...byId.values()].filter(({ id }) => !own.includes(id));
}
