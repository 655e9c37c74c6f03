import { cardIdOf, type CardId } from '../../domain/ids.ts';
import type { Course, Lesson } from '../../domain/course.ts';
import type { Question } from '../../domain/question.ts';
import type { CatalogCard, TermCard } from './catalog.ts';
import { Passages } from './passages.ts';

/** Compiled courses with all that is found in them: what is asked, and what stands beside it. */
export class TaughtCourses {
  /** Without what is asked no more. */
  readonly courses: readonly Course[];
  readonly byId: ReadonlyMap<string, Course>;
  readonly passages: ReadonlyMap<string, Passages>;
  /** In teaching order. */
  readonly cards: readonly CatalogCard[];
  readonly terms: readonly TermCard[];
  /** Retired questions, and those of the glossary quiz. */
  readonly beside: readonly CatalogCard[];
  /** All of them by their names. */
  readonly found: ReadonlyMap<string, CatalogCard>;

  constructor(compiled: readonly Course[]) {
    this.courses = compiled.map(asAsked);
    this.byId = new Map(this.courses.map((course) => [course.id, course]));
    this.passages = new Map(this.courses.map((course) => [course.id, new Passages(course)]));
    this.cards = this.courses.flatMap(cardsOf);
    this.terms = this.courses.flatMap(termCardsOf);
    const retired = this.courses.flatMap((course, at) =>
      course.lessons.flatMap((lesson, number) =>
        compiled[at]!.lessons[number]!.questions.filter(isRetired).map((question) => ({
          ...{ cardId: cardIdOf(course.id, question.id), course, lesson, question, kind: question.kind },
        })),
      ),
    );
    this.beside = [...retired, ...this.terms];
    this.found = new Map<string, CatalogCard>([...this.cards, ...this.beside].map((card) => [card.cardId, card]));
  }
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
