import { cardIdIn } from '../../domain/ids.ts';
import type { CardView, Handlers, Input, Output } from '../../api/contract.ts';
import type { Course, Lesson, Section } from '../../domain/course.ts';
import { withAddresses, type AddressOf } from '../../domain/block-media.ts';
import { AppError } from '../../domain/errors.ts';
import { learnedOf } from '../../domain/study/learned.ts';
import { lessonStates, masteryOf, waitsFor } from '../../domain/study/mastery.ts';
import { recallOf } from '../../domain/study/recall.ts';
import { readingState, readSections } from '../../domain/study/reading.ts';
import type { Learner } from '../courses/learner.ts';
import { createTurns } from '../jobs/turns.ts';
import type { Sessions } from '../study/sessions.ts';
import { linkedTerms } from '../../domain/inline-parts.ts';

const DONE = { done: true } as const;

/** Lessons as the learner reads them: their text, their state, and what reading them puts into the schedule. */
export class LessonService {
  readonly #turn = createTurns();
  constructor(
    private readonly learner: Learner,
    private readonly sessions: Sessions,
    private readonly addressOf: AddressOf,
  ) {}

  list(courseId: string): Output<'lesson.list'> {
    const course = this.learner.catalog.course(courseId);
    return {
      course: { id: course.id, title: course.title, source: course.source, ...ownness(course), ...voiced(course) },
      lessons: course.lessons.map((lesson) => {
        const state = this.learner.lessonState(courseId, lesson.id);
        return {
          ...this.#heading(course, lesson),
          sections: lesson.sections.length,
          sectionsRead: readSections(lesson, state).length,
          state: readingState(lesson, state),
        };
      }),
    };
  }

  get({ courseId, lessonId }: Input<'lesson.get'>): Output<'lesson.get'> {
    const { course, lesson } = this.learner.catalog.lesson(courseId, lessonId);
    const state = this.learner.lessonState(courseId, lessonId);
    const index = course.lessons.indexOf(lesson);
    return {
      ...this.#heading(course, lesson),
      ...ownness(course),
      summary: [...lesson.summary],
      sections: lesson.sections.map((section) => ({
        id: section.id,
        heading: section.heading,
        blocks: {
          th: withAddresses(section.blocks.th, this.addressOf, courseId),
          en: withAddresses(section.blocks.en, this.addressOf, courseId),
        },
        evidence: this.learner.catalog.evidence(course, lessonId, section.evidence),
        read: state?.read[section.id] !== undefined,
        inline: this.#inlineCards(course, lesson, section),
      })),
      terms: termsOf(course, lesson),
      place: state?.place?.section ?? null,
      previous: course.lessons[index - 1]?.id ?? null,
      next: course.lessons[index + 1]?.id ?? null,
    };
  }

  /** Keeps where the learner stopped. */
  async place({ courseId, lessonId, sectionId }: Input<'lesson.place'>): Promise<Output<'lesson.place'>> {
    const { lesson } = this.learner.catalog.lesson(courseId, lessonId);
    sectionOf(lesson, sectionId);
    if (this.learner.lessonState(courseId, lessonId)?.place?.section !== sectionId)
      await this.learner.store.append({ type: 'place', course: courseId, lesson: lessonId, section: sectionId });
    return DONE;
  }

  /** Marks a section, or the whole lesson, read: its questions enter the schedule. */
  complete({ sessionId, courseId, lessonId, sectionId }: Input<'lesson.complete'>): Promise<Output<'lesson.complete'>> {
    return this.#turn(async () => {
      const session = sessionId === undefined ? null : this.sessions.get(sessionId);
      const { lesson } = this.learner.catalog.lesson(courseId, lessonId);
      const wanted = (sectionId === undefined ? lesson.sections : [sectionOf(lesson, sectionId)]).map(({ id }) => id);
      const state = this.learner.lessonState(courseId, lessonId);
      const sections = wanted.filter((id) => state?.read[id] === undefined);
      const introduces = lesson.questions
        .filter((question) => wanted.includes(question.sectionId))
        .map((question) => cardIdIn(courseId, question))
        .filter((cardId) => this.learner.cardState(cardId).introducedAt === null);
      if (sections.length > 0 || introduces.length > 0) {
        const read = { course: courseId, lesson: lessonId, sections, introduces };
        const ref = await this.learner.store.append({ type: 'section-read', ...read });
        session?.record(ref);
      }
      return {
        introduced: introduces.length,
        sectionsRead: readSections(lesson, this.learner.lessonState(courseId, lessonId)).length,
        sections: lesson.sections.length,
      };
    });
  }

  /** Opens a lesson's questions though others should be remembered first. */
  async open({ courseId, lessonId }: Input<'lesson.open'>): Promise<Output<'lesson.open'>> {
    const { course, lesson } = this.learner.catalog.lesson(courseId, lessonId);
    if (waitsFor(courseId, lesson, course.lessons, this.learner.progress).length > 0)
      await this.learner.store.append({ type: 'lesson-open', course: courseId, lesson: lessonId });
    return DONE;
  }

  /** What is said of a lesson wherever it is named in full. */
  #heading(course: Course, lesson: Lesson) {
    const { progress } = this.learner;
    const { id, number, title, subtitle, objectives } = lesson;
    const states = lessonStates(course.id, lesson, progress);
    return {
      id,
      number,
      title,
      subtitle,
      objectives: [...objectives],
      learned: learnedOf(states),
      mastery: { ...masteryOf(states), recall: recallOf(states, this.learner.clock.now(), this.learner.weights) },
      waitsFor: waitsFor(course.id, lesson, course.lessons, progress).map((other) => ({
        lessonId: other.id,
        number: other.number,
        title: other.title,
      })),
    };
  }

  #inlineCards(course: Course, lesson: Lesson, section: Section): CardView[] {
    return lesson.questions
      .filter(({ inline, sectionId }) => inline && sectionId === section.id)
      .map((question) =>
        this.learner.view({ cardId: cardIdIn(course.id, question), course, lesson, question, kind: question.kind }),
      );
  }
}

/** What the contract asks of the service. */
export function lessonHandlers(lessons: LessonService) {
  return {
    'lesson.list': async ({ courseId }) => lessons.list(courseId),
    'lesson.get': async (input) => lessons.get(input),
    'lesson.place': (input) => lessons.place(input),
    'lesson.complete': (input) => lessons.complete(input),
    'lesson.open': (input) => lessons.open(input),
  } satisfies Partial<Handlers>;
}

function sectionOf(lesson: Lesson, sectionId: string): Section {
  const section = lesson.sections.find(({ id }) => id === sectionId);
  if (!section) throw new AppError('not-found', `no section ${sectionId}`, { what: 'section', id: sectionId });
  return section;
}

const voiced = ({ voices = [] }: Course) => (voices.length > 0 ? { hasVoices: true as const } : {});
const ownness = ({ isOwn }: Course) => (isOwn ? { isOwn } : {});

/** The glossary entries the lesson links to. */
function termsOf(course: Course, lesson: Lesson) {
  const linked = new Set(lesson.sections.flatMap((section) => [...linkedTerms(section)]));
  return course.glossary
    .filter(({ id }) => linked.has(id))
    .map(({ id, term, abbr, meaning }) => ({ id, term, ...(abbr !== undefined && { abbr }), meaning }));
}
