import { randomUUID } from 'node:crypto';
import type { Handlers, Input, Output } from '../../api/contract.ts';
import { AppError } from '../../domain/errors.ts';
import type { Learner } from '../courses/learner.ts';
import type { DeckLibrary } from '../library/deck-library.ts';
import type { OwnCourse } from '../library/own-course.ts';
import type { WrittenCourse } from '../library/written-course.ts';
import { changedTexts, textFields } from './changed-texts.ts';

/** Courses as the learner makes and names them: an event a change, of which each text is merged by itself. */
export class CourseService {
  constructor(
    private readonly learner: Learner,
    private readonly library: DeckLibrary,
  ) {}

  /** @throws AppError `bad-input` where no language has a title */
  async add({ title, about, languages }: Input<'course.add'>): Promise<Output<'course.add'>> {
    if (isBlank(title)) throw noTitle('course.add');
    const id = `course-${randomUUID()}`;
    const texts = { ...textFields('title', title), ...textFields('about', about) };
    const set = { ...texts, languages, createdAt: this.learner.clock.now() };
    await this.learner.store.append({ type: 'course', id, set });
    return { courseId: id };
  }

  /** @throws AppError `not-found`; `bad-input` where no title would be left */
  async set({ courseId, title = {}, about = {}, languages }: Input<'course.set'>): Promise<void> {
    const written = this.written(courseId);
    if (isBlank({ ...written.title, ...title })) throw noTitle('course.set');
    const set = {
      ...changedTexts('title', written.title, title),
      ...changedTexts('about', written.about, about),
      ...(languages && languages.join() !== written.languages.join() && { languages }),
    };
    if (Object.keys(set).length > 0) await this.learner.store.append({ type: 'course', id: courseId, set });
  }

  /** @throws AppError `not-found` */
  async remove(courseId: string): Promise<void> {
    this.written(courseId);
    await this.learner.store.append({ type: 'course', id: courseId, set: { removed: true } });
  }

  /** @throws AppError `not-found` */
  get(courseId: string): Output<'course.written'> {
    const { title, about, languages } = this.written(courseId);
    const { lessons }: OwnCourse = this.library.own.find(courseId)!;
    return {
      ...{ title, about, languages: [...languages] },
      lessons: lessons.map(({ id, title: called, sections, questions }) => ({
        ...{ id, title: called, questions: questions.length },
        sections: sections.map((section) => ({ id: section.id, heading: section.heading })),
      })),
    };
  }

  /** @throws AppError `not-found` */
  written(courseId: string): WrittenCourse {
    const written = this.library.own.written(courseId);
    if (!written) throw new AppError('not-found', 'no course of the learner', { what: 'course', id: courseId });
    return written;
  }
}

const isBlank = ({ th = '', en = '' }: Input<'course.add'>['title']): boolean => (th + en).trim() === '';

const noTitle = (method: string) =>
  new AppError('bad-input', 'a course wants a title', { method, field: 'title', reason: 'empty' });

export const courseHandlers = (courses: CourseService) =>
  ({
    'course.add': (input) => courses.add(input),
    'course.set': async (input) => {
      await courses.set(input);
      return { done: true };
    },
    'course.remove': async ({ courseId }) => {
      await courses.remove(courseId);
      return { done: true };
    },
    'course.written': async ({ courseId }) => courses.get(courseId),
  }) satisfies Partial<Handlers>;
