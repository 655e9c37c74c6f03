import { parametersIn } from '../../domain/history/parameters.ts';
import { lessonKeyOf } from '../../domain/ids.ts';
import type { Handlers, Output } from '../../api/contract.ts';
import type { Course } from '../../domain/course.ts';
import type { CardFigures } from '../../domain/card-rows.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Clock, ProgressStore } from '../ports.ts';
import { findingDueCards } from '../../domain/study/due-cards.ts';
import type { Moment } from '../../domain/study/moment.ts';
import { RecallSum } from '../../domain/study/recall.ts';
import { readingState } from '../../domain/study/reading.ts';
import { inSlices } from '../jobs/slices.ts';
import { momentOf } from '../moment.ts';
import type { Catalog } from './catalog.ts';

type CourseEntry = Output<'library.list'>['courses'][number];

/** What is known of a course's own cards, and with those of the decks below it. */
class CourseTally {
  cards = 0;
  fresh = 0;
  due = 0;
  suspended = 0;
  learning = 0;
  remembered = 0;

  constructor(readonly recall: RecallSum) {}

  add(card: Readonly<CardFigures>): void {
    this.cards += 1;
    this.recall.add(card);
    if (card.suspended) this.suspended += 1;
    else if (card.phase === null) this.fresh += 1;
    if (card.phase === 'review') this.remembered += 1;
    else if (card.phase !== null) this.learning += 1;
  }

  addAll(other: CourseTally): void {
    for (const name of ['cards', 'fresh', 'due', 'suspended', 'learning', 'remembered'] as const)
      this[name] += other[name];
    this.recall.addAll(other.recall);
  }
}

/**
 * Looks at every card once, and adds each deck to those above it. What is due is asked of each of the outermost decks as a whole: cards
 * of one note that lie in several of its decks do not meet on one day.
 */
function* tallies(catalog: Catalog, progress: Progress, moment: Moment): Generator<void, Map<string, CourseTally>> {
  const { weights } = parametersIn(progress);
  const { courses } = catalog;
  const found = new Map(courses.map(({ id }) => [id, new CourseTally(new RecallSum(moment.now, weights))]));
  const outermost = courses.filter(({ above = [] }) => above.length === 0);
  // All at once: the library may be another one after a pause.
  for (const cards of outermost.map(({ id }) => catalog.cards({ courseId: id }))) {
    const { learning, review } = yield* findingDueCards(cards, progress, moment, ({ course }, now) =>
      found.get(course.id)!.add(now),
    );
    for (const { card } of learning) found.get(card.course.id)!.due += 1;
    for (const { course } of review) found.get(course.id)!.due += 1;
    yield;
  }
  // The innermost first: each deck stands behind those it lies below.
  for (const { id, above } of [...courses].reverse()) {
    const parent = above?.[0];
    if (parent) found.get(parent.id)!.addAll(found.get(id)!);
  }
  return found;
}

/** The courses with what there is to do in each. */
export function createLibraryService(
  catalog: Catalog,
  store: ProgressStore,
  clock: Clock,
): Pick<Handlers, 'library.list'> {
  return {
    'library.list': async () => {
      const { progress } = store;
      const moment = momentOf(clock, progress);
      const { courses } = catalog;
      const found = await inSlices(tallies(catalog, progress, moment));
      return {
        courses: courses.flatMap((course): CourseEntry[] => {
          const tally = found.get(course.id);
          if (!tally) return [];
          const { cards, fresh, due, suspended, learning, remembered, recall } = tally;
          return [
            {
              ...{ id: course.id, title: course.title, kind: course.kind ?? 'course' },
              ...(course.isOwn && { isOwn: true as const }),
              parentId: course.above?.[0]?.id ?? null,
              counts: {
                ...{ lessons: course.lessons.length, cards, new: fresh, due, suspended, learning, remembered },
              },
              recall: recall.forecast,
              next: course.kind === 'deck' ? null : nextLesson(course, progress),
            },
          ];
        }),
      };
    },
  };
}

/** The lesson being read, else the first unread one; null when all are read. */
function nextLesson(course: Course, progress: Progress): CourseEntry['next'] {
  const standing = course.lessons.map((lesson) => ({
    lesson,
    state: readingState(lesson, progress.lessons.get(lessonKeyOf(course.id, lesson.id))),
  }));
  const next = standing.find(({ state }) => state === 'reading') ?? standing.find(({ state }) => state === 'new');
  return next
    ? {
        lessonId: next.lesson.id,
        number: next.lesson.number,
        title: next.lesson.title,
        started: next.state === 'reading',
      }
    : null;
}
