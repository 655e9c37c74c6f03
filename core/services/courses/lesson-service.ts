import type { Handlers } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import type { Course, Lesson, Section } from '../../domain/course.ts';
import { cardIdOf, lessonKey, lessonMastery, waitsFor } from '../../domain/study/mastery.ts';
import { UNTOUCHED, type LessonState } from '../../domain/progress.ts';
import type { Clock, ProgressStore } from '../ports.ts';
import { createTurns } from '../disk/turns.ts';
import { cardView } from '../study/card-view.ts';
import { momentOf } from '../study/due-cards.ts';
import type { Catalog } from './catalog.ts';
import { linkedTerms } from './linked-terms.ts';

type LessonHandlers = Pick<Handlers, 'lesson.list' | 'lesson.get' | 'lesson.place' | 'lesson.complete' | 'lesson.open'>;

/** Lessons as the learner reads them: their text, their state, and what reading them puts into the schedule. */
export function createLessonService(catalog: Catalog, store: ProgressStore, clock: Clock): LessonHandlers {
  const oneAtATime = createTurns();
  const lessonState = (courseId: string, lessonId: string): LessonState | undefined =>
    store.progress.lessons.get(lessonKey(courseId, lessonId));
  const standing = (course: Course, lesson: Lesson) => ({
    mastery: lessonMastery(course.id, lesson, store.progress),
    waitsFor: waitsFor(course.id, lesson, course.lessons, store.progress).map(({ id, number, title }) => ({
      lessonId: id,
      number,
      title,
    })),
  });

  function inlineCards(course: Course, lesson: Lesson, section: Section) {
    const moment = momentOf(clock, store.progress);
    const { retention } = store.progress.settings;
    return lesson.questions
      .filter(({ inline, sectionId }) => inline && sectionId === section.id)
      .map((question) => {
        const cardId = cardIdOf(course.id, question.id);
        const state = store.progress.cards.get(cardId) ?? UNTOUCHED;
        return cardView(catalog, { cardId, course, lesson, question }, state, { ...moment, retention });
      });
  }

  return {
    'lesson.list': async ({ courseId }) => {
      const course = catalog.course(courseId);
      return {
        course: { id: course.id, title: course.title, source: course.source },
        lessons: course.lessons.map((lesson) => {
          const sectionsRead = readSections(lesson, lessonState(courseId, lesson.id)).length;
          return {
            id: lesson.id,
            number: lesson.number,
            title: lesson.title,
            subtitle: lesson.subtitle,
            objectives: [...lesson.objectives],
            sections: lesson.sections.length,
            sectionsRead,
            state: readingState(lesson, lessonState(courseId, lesson.id)),
            ...standing(course, lesson),
          };
        }),
      };
    },

    'lesson.get': async ({ courseId, lessonId }) => {
      const { course, lesson } = catalog.lesson(courseId, lessonId);
      const state = lessonState(courseId, lessonId);
      const at = course.lessons.indexOf(lesson);
      return {
        id: lesson.id,
        number: lesson.number,
        title: lesson.title,
        subtitle: lesson.subtitle,
        objectives: [...lesson.objectives],
        summary: [...lesson.summary],
        sections: lesson.sections.map((section) => ({
          id: section.id,
          heading: section.heading,
          blocks: { th: [...section.blocks.th], en: [...section.blocks.en] },
          evidence: catalog.evidence(course, lessonId, section.evidence),
          read: state?.read[section.id] !== undefined,
          inline: inlineCards(course, lesson, section),
        })),
        terms: termsOf(course, lesson),
        place: state?.place?.section ?? null,
        previous: course.lessons[at - 1]?.id ?? null,
        next: course.lessons[at + 1]?.id ?? null,
        ...standing(course, lesson),
      };
    },

    'lesson.place': async ({ courseId, lessonId, sectionId }) => {
      const { lesson } = catalog.lesson(courseId, lessonId);
      sectionOf(lesson, sectionId);
      if (lessonState(courseId, lessonId)?.place?.section !== sectionId) {
        await store.append({ type: 'place', course: courseId, lesson: lessonId, section: sectionId });
      }
      return { done: true };
    },

    'lesson.complete': ({ courseId, lessonId, sectionId }) =>
      oneAtATime(async () => {
        const { lesson } = catalog.lesson(courseId, lessonId);
        const wanted =
          sectionId === undefined ? lesson.sections.map(({ id }) => id) : [sectionOf(lesson, sectionId).id];
        const state = lessonState(courseId, lessonId);
        const sections = wanted.filter((id) => state?.read[id] === undefined);
        const introduces = lesson.questions
          .filter((question) => wanted.includes(question.sectionId))
          .map(({ id }) => cardIdOf(courseId, id))
          .filter((cardId) => (store.progress.cards.get(cardId) ?? UNTOUCHED).introducedAt === null);
        if (sections.length > 0 || introduces.length > 0) {
          await store.append({ type: 'section-read', course: courseId, lesson: lessonId, sections, introduces });
        }
        return {
          introduced: introduces.length,
          sectionsRead: readSections(lesson, lessonState(courseId, lessonId)).length,
          sections: lesson.sections.length,
        };
      }),

    'lesson.open': async ({ courseId, lessonId }) => {
      const { course, lesson } = catalog.lesson(courseId, lessonId);
      if (waitsFor(courseId, lesson, course.lessons, store.progress).length > 0) {
        await store.append({ type: 'lesson-open', course: courseId, lesson: lessonId });
      }
      return { done: true };
    },
  };
}

export const readSections = (lesson: Lesson, state: LessonState | undefined): Section[] =>
  lesson.sections.filter(({ id }) => state?.read[id] !== undefined);

export function readingState(lesson: Lesson, state: LessonState | undefined): 'new' | 'reading' | 'read' {
  const read = readSections(lesson, state).length;
  if (read === lesson.sections.length) return 'read';
  return read > 0 || state?.place ? 'reading' : 'new';
}

function sectionOf(lesson: Lesson, sectionId: string): Section {
  const section = lesson.sections.find(({ id }) => id === sectionId);
  if (!section) throw new AppError('not-found', `no section ${sectionId}`, { what: 'section', id: sectionId });
  return section;
}

/** The glossary entries the lesson links to. */
function termsOf(course: Course, lesson: Lesson) {
  const linked = new Set(lesson.sections.flatMap((section) => [...linkedTerms(section)]));
  return course.glossary
    .filter(({ id }) => linked.has(id))
    .map(({ id, term, abbr, meaning }) => ({ id, term, ...(abbr !== undefined && { abbr }), meaning }));
}
