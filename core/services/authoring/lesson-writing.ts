import { randomUUID } from 'node:crypto';
import type { Handlers, Input, Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import { changedPlaces } from '../../domain/keep-order.ts';
import type { Learner } from '../courses/learner.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import type { WrittenLesson } from '../library/written-course.ts';
import type { NewEvent } from '../ports.ts';
import { changedTexts, textFields } from './changed-texts.ts';
import type { CourseService } from './course-service.ts';

/** Lessons of the learner's own courses, as they are written: an event a section, of which each text is merged by itself. */
export class LessonWriting {
  constructor(
    private readonly learner: Learner,
    private readonly library: DeckLibrary,
    private readonly courses: Pick<CourseService, 'written'>,
  ) {}

  /** @throws AppError `not-found` */
  async add({ courseId, title }: Input<'lesson.add'>): Promise<Output<'lesson.add'>> {
    const { lessons } = this.courses.written(courseId);
    const [lessonId, sectionId] = [newId('l'), newId('s')];
    const order = Math.max(0, ...lessons.map((lesson) => lesson.order)) + 1;
    const createdAt = this.learner.clock.now();
    await this.learner.store.appendBatch([
      { type: 'lesson', id: `${courseId}/${lessonId}`, set: { ...textFields('title', title), order, createdAt } },
      { type: 'section', id: `${courseId}/${lessonId}/${sectionId}`, set: { order: 1 } },
    ]);
    return { lessonId, sectionId };
  }

  /** @throws AppError `not-found` */
  get({ courseId, lessonId }: Input<'lesson.written'>): Output<'lesson.written'> {
    const { title, languages } = this.courses.written(courseId);
    const lesson = this.#lesson(courseId, lessonId);
    const cards = this.library.cards(courseId).filter((card) => card.lesson.id === lessonId);
    return {
      course: { title, languages: [...languages] },
      title: lesson.title,
      sections: lesson.sections.map(({ id, heading, text }) => ({ id, heading, text })),
      questions: cards.map(({ cardId, question, kind }) => ({
        ...{ cardId, sectionId: question.sectionId, kind, prompt: question.prompt },
      })),
    };
  }

  /** @throws AppError `not-found`; `bad-input` where no section would be left, or the order names one that is not there */
  async set({ courseId, lessonId, ...change }: Input<'lesson.set'>): Promise<void> {
    const lesson = this.#lesson(courseId, lessonId);
    const key = `${courseId}/${lessonId}`;
    const title = changedTexts('title', lesson.title, change.title ?? {});
    const events: NewEvent[] = Object.keys(title).length > 0 ? [{ type: 'lesson', id: key, set: title }] : [];
    const sections = sectionChanges(lesson, change);
    for (const [id, set] of sections)
      if (Object.keys(set).length > 0) events.push({ type: 'section', id: `${key}/${id}`, set });
    if (events.length > 0) await this.learner.store.appendBatch(events);
  }

  /** @throws AppError `not-found` */
  async move({ courseId, lessonId, to }: Input<'lesson.move'>): Promise<void> {
    this.#lesson(courseId, lessonId);
    const { lessons } = this.courses.written(courseId);
    const ids = lessons.map(({ id }) => id).filter((id) => id !== lessonId);
    ids.splice(to, 0, lessonId);
    const places = changedPlaces(ids, new Map(lessons.map(({ id, order }) => [id, order])));
    await this.learner.store.appendBatch(
      [...places].map(([id, order]): NewEvent => ({ type: 'lesson', id: `${courseId}/${id}`, set: { order } })),
    );
  }

  /** @throws AppError `not-found` */
  async remove({ courseId, lessonId }: Input<'lesson.remove'>): Promise<void> {
    this.#lesson(courseId, lessonId);
    await this.learner.store.append({ type: 'lesson', id: `${courseId}/${lessonId}`, set: { removed: true } });
  }

  #lesson(courseId: string, lessonId: string): WrittenLesson {
    const lesson = this.courses.written(courseId).lessons.find(({ id }) => id === lessonId);
    if (!lesson) throw new AppError('not-found', 'no such lesson', { what: 'lesson', id: lessonId });
    return lesson;
  }
}

type SectionSet = Extract<NewEvent, { type: 'section' }>['set'];

/** What changes of each section, in the order it is said. */
function sectionChanges(
  lesson: WrittenLesson,
  { sections = [], order, removed = [] }: Omit<Input<'lesson.set'>, 'courseId' | 'lessonId'>,
): ReadonlyMap<string, SectionSet> {
  const known = new Map(lesson.sections.map((section) => [section.id, section]));
  const changes = new Map<string, SectionSet>();
  const add = (id: string, set: SectionSet) => changes.set(id, { ...changes.get(id), ...set });
  const empty = { heading: { th: '', en: '' }, text: { th: '', en: '' } };
  for (const { id, heading = {}, text = {} } of sections) {
    const before = known.get(id) ?? empty;
    add(id, { ...changedTexts('heading', before.heading, heading), ...changedTexts('text', before.text, text) });
  }
  const there = new Set([...known.keys(), ...changes.keys()].filter((id) => !removed.includes(id)));
  if (there.size === 0) throw refused('removed', 'a lesson has one section at least');
  if (order?.some((id) => !there.has(id))) throw refused('order', 'no such section');
  // A section that came meanwhile, or is said nowhere, stands behind the others.
  const ids = [...new Set([...(order ?? known.keys()), ...there])].filter((id) => there.has(id));
  const places = new Map(lesson.sections.map((section) => [section.id, section.order]));
  for (const [id, place] of changedPlaces(ids, places)) add(id, { order: place });
  for (const id of removed) if (known.has(id)) add(id, { removed: true });
  return changes;
}

const newId = (kind: string): string => `${kind}-${randomUUID().slice(0, 18)}`;

const refused = (field: string, message: string) => new AppError('bad-input', message, { method: 'lesson.set', field });

export const lessonWritingHandlers = (lessons: LessonWriting) =>
  ({
    'lesson.add': (input) => lessons.add(input),
    'lesson.written': async (input) => lessons.get(input),
    'lesson.set': async (input) => {
      await lessons.set(input);
      return { done: true };
    },
    'lesson.move': async (input) => {
      await lessons.move(input);
      return { done: true };
    },
    'lesson.remove': async (input) => {
      await lessons.remove(input);
      return { done: true };
    },
  }) satisfies Partial<Handlers>;
