import { cardIdOf, type CardId } from '../../domain/ids.ts';
import { AppError } from '../../domain/errors.ts';
import type { Course, Lesson } from '../../domain/course.ts';
import type { Question } from '../../domain/question.ts';
import type { Evidence, ShownPassage } from '../../api/contract.ts';
import type { Library } from '../ports.ts';
import { Passages } from './passages.ts';
import { sectionEvidence } from './section-evidence.ts';

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

type TermCard = CatalogCard & { readonly termId: string };

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
  /** The passages behind a question or section, each with the section that teaches it, the nearest first. Of an own course the sections themselves. */
  evidence(course: Course, lessonId: string, paragraphIds: readonly string[]): Evidence[];
  /** The passage that a question's prompt is about; nothing where it is about none. */
  passageOf(card: Pick<CatalogCard, 'course' | 'question'>): { passage?: ShownPassage };
}

/** The library as it is now: decks, and the courses that the learner made. */
export interface Decks {
  /** Another number with every change. */
  readonly version: number;
  readonly courses: readonly Course[];
  /** Of all of them, in the order new ones are learned; of a deck with those below it. */
  cards(courseId?: string): readonly CatalogCard[];
  find(cardId: CardId): CatalogCard | undefined;
}

const NO_DECKS: Decks = { version: 0, courses: [], cards: () => [], find: () => undefined };

export function createCatalog(library: Library, decks: Decks = NO_DECKS): Catalog {
  const courses = library.courses.map(asAsked);
  const byId = new Map(courses.map((course) => [course.id, course]));
  const passages = new Map(courses.map((course) => [course.id, new Passages(course)]));
  const all = courses.flatMap(cardsOf);
  const retired = courses.flatMap((course, at) =>
    course.lessons.flatMap((lesson, number) =>
      library.courses[at]!.lessons[number]!.questions.filter(isRetired).map((question) => ({
        ...{ cardId: cardIdOf(course.id, question.id), course, lesson, question, kind: question.kind },
      })),
    ),
  );
  const terms = courses.flatMap(termCardsOf);
  const beside = [...retired, ...terms];
  const cards = new Map<string, CatalogCard>([...all, ...beside].map((card) => [card.cardId, card]));
  let known = { version: decks.version, courses: [...courses, ...decks.courses], cards: [...all, ...decks.cards()] };
  /** Courses and decks together: put together again when the decks have changed. */
  const current = () => {
    if (known.version !== decks.version)
      known = { version: decks.version, courses: [...courses, ...decks.courses], cards: [...all, ...decks.cards()] };
    return known;
  };
  const courseOf = (courseId: string): Course => {
    const course = byId.get(courseId) ?? decks.courses.find(({ id }) => id === courseId);
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
    find: (cardId) => cards.get(cardId) ?? decks.find(cardId),
    card(cardId) {
      const card = cards.get(cardId) ?? decks.find(cardId);
      if (!card) throw new AppError('not-found', `no card ${cardId}`, { what: 'card', id: cardId });
      return card;
    },
    cards: (scope) => {
      if (scope.courseId === undefined) return current().cards;
      return byId.has(courseOf(scope.courseId).id) ? within(all, scope) : ofLibrary(scope);
    },
    beside: (scope) => within(beside, scope),
    terms: (courseId) => {
      const { id } = courseOf(courseId);
      return terms.filter(({ course }) => course.id === id);
    },
    passageOf: ({ course: { id }, question: { passage } }) =>
      passage === undefined || !passages.has(id) ? {} : { passage: passages.get(id)!.shown(passage) },
    evidence: (course, lessonId, ids) =>
      course.isOwn
        ? sectionEvidence(course, ids)
        : ids.flatMap((paragraphId) => passages.get(course.id)?.evidence(lessonId, paragraphId) ?? []),
  };
}

const isRetired = ({ retired }: Question): boolean => retired === true;

/** The course without what is asked no more. */
function asAsked(course: Course): Course {
  const asked = (lesson: Lesson) => ({ ...lesson, questions: lesson.questions.filter((one) => !isRetired(one)) });
  return { ...course, lessons: course.lessons.map(asked) };
}

function cardsOf(course: Course): CatalogCard[] {
  const rivals = rivalsIn(course);
  return course.lessons.flatMap((lesson) =>
    lesson.questions.map((question) => {
      const cardId = cardIdOf(course.id, question.id);
      const own = rivals.get(cardId);
      return { cardId, course, lesson, question, kind: question.kind, ...(own && { rivals: [...own] }) };
    }),
  );
}

function termCardsOf(course: Course): TermCard[] {
  return course.glossary.flatMap(({ id: termId, questions = [] }) =>
    questions.flatMap((question) => {
      const lesson = course.lessons.find(({ id }) => id === question.lessonId);
      return lesson
        ? [{ cardId: cardIdOf(course.id, question.id), course, lesson, question, kind: question.kind, termId }]
        : [];
    }),
  );
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
