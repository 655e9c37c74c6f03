import { blockTexts } from '../../domain/block-texts.ts';
import type { Course, Lesson } from '../../domain/course.ts';
import { questionTexts } from '../../domain/note/question-texts.ts';
import type { Bilingual } from '../../domain/question.ts';
import type { SearchAddress } from '../../api/search-methods.ts';
import type { Catalog } from '../courses/catalog.ts';
import { formsOf } from './note-texts.ts';

/** Something of a course that can be found. */
export interface CourseItem {
  readonly address: SearchAddress;
  readonly title: Bilingual;
  /** All that is looked through beside the title, as it is read. */
  readonly texts: readonly string[];
  readonly course: Course;
  /** The lesson it stands in, where it stands in one. */
  readonly lesson: Lesson | null;
  /** The title's forms, Thai and English, and those of title and texts in their order. */
  readonly titleForms: readonly string[];
  readonly forms: readonly string[];
}

/** The same before its forms are made. */
export type Found = Omit<CourseItem, 'titleForms' | 'forms'>;
const both = ({ th, en }: Bilingual): string[] => [th, en];

const changes = ({ kind, isOwn }: Course): boolean => kind === 'deck' || isOwn === true;

/** What of the compiled courses is searched: they change only when one is brought in or taken back. */
export function* courseItems(catalog: Catalog): Generator<CourseItem> {
  for (const course of catalog.courses)
    if (!changes(course)) for (const item of itemsOf(course, catalog)) yield withForms(item);
}

/** Decks as they are called now, and what stands in the learner's own courses; the cards of both are found as notes. */
export function* changingItems(catalog: Catalog): Generator<CourseItem> {
  for (const course of catalog.courses) {
    if (!changes(course)) continue;
    yield withForms(placeItem(course));
    if (course.isOwn)
      for (const lesson of course.lessons) for (const item of lessonItems(course, lesson)) yield withForms(item);
  }
}

export function withForms(item: Found): CourseItem {
  const titleForms = formsOf(both(item.title));
  return { ...item, titleForms, forms: [...titleForms, ...formsOf(item.texts)] };
}

const placeItem = (course: Course): Found => ({
  address: { kind: 'course', courseId: course.id, isDeck: course.kind === 'deck' },
  ...{ title: course.title, texts: [], course, lesson: null },
});

function* itemsOf(course: Course, catalog: Catalog): Generator<Found> {
  yield placeItem(course);
  for (const lesson of course.lessons) yield* lessonItems(course, lesson);
  for (const { id, term, abbr, meaning, inSource } of course.glossary)
    yield {
      ...{ course, lesson: null, title: term, address: { kind: 'term', courseId: course.id, termId: id } },
      texts: [...(abbr ? [abbr] : []), ...both(meaning), ...(inSource ? [inSource.as, ...both(inSource.note)] : [])],
    };
  for (const { cardId, lesson, question } of catalog.cards({ courseId: course.id }))
    yield {
      ...{ course, lesson, title: openGaps(question.prompt), address: { kind: 'question', cardId } },
      texts: questionTexts(question).slice(both(question.prompt).length),
    };
  for (const { id, gist } of course.paragraphs) {
    const section = catalog.evidence(course, '', [id])[0]?.section ?? null;
    const lesson = course.lessons.find((one) => one.id === section?.lessonId) ?? null;
    const place = { courseId: course.id, lessonId: section?.lessonId ?? null, sectionId: section?.sectionId ?? null };
    yield { ...{ course, lesson, title: gist, texts: [] }, address: { kind: 'passage', paragraphId: id, ...place } };
  }
}

function* lessonItems(course: Course, lesson: Lesson): Generator<Found> {
  const at = (sectionId: string | null) =>
    ({ kind: 'lesson', courseId: course.id, lessonId: lesson.id, sectionId }) as const;
  const said = [lesson.subtitle, ...lesson.objectives, ...lesson.summary].flatMap(both);
  yield { course, lesson, title: lesson.title, texts: said, address: at(null) };
  for (const { id, heading, blocks } of lesson.sections)
    yield {
      ...{ course, lesson, title: heading, address: at(id) },
      texts: [...blockTexts(blocks.th), ...blockTexts(blocks.en)],
    };
}

const openGaps = ({ th, en }: Bilingual): Bilingual => {
  const open = (text: string) => text.replace(/\{\{\d+\}\}/g, '…');
  return { th: open(th), en: open(en) };
};
