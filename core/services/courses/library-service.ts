import { parametersIn } from '../../domain/history/parameters.ts';
import { lessonKeyOf } from '../../domain/ids.ts';
import type { Handlers, Output } from '../../api/contract.ts';
import type { Course } from '../../domain/course.ts';
import { masteryOf } from '../../domain/study/mastery.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Clock, ProgressStore } from '../ports.ts';
import { dueCards } from '../../domain/study/due-cards.ts';
import { recallOf } from '../../domain/study/recall.ts';
import { readingState } from '../../domain/study/reading.ts';
import { momentOf } from '../moment.ts';
import type { Catalog } from './catalog.ts';

type CourseEntry = Output<'library.list'>['courses'][number];

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
      return {
        courses: catalog.courses.map((course): CourseEntry => {
          const cards = catalog.cards({ courseId: course.id });
          const states = cards.map(({ cardId }) => progress.cards.get(cardId));
          const due = dueCards(cards, progress, moment);
          const { learning, remembered } = masteryOf(states);
          return {
            id: course.id,
            title: course.title,
            kind: course.kind ?? 'course',
            parentId: course.above?.[0]?.id ?? null,
            counts: {
              lessons: course.lessons.length,
              cards: cards.length,
              new: states.filter((state) => !state?.memory && !state?.suspended).length,
              due: due.learning.length + due.review.length,
              suspended: states.filter((state) => state?.suspended).length,
              learning,
              remembered,
            },
            recall: recallOf(states, moment.now, parametersIn(progress).weights),
            next: course.kind === 'deck' ? null : nextLesson(course, progress),
          };
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
