import { recordsOf, type RecordOf } from '../../domain/history/records.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Bilingual } from '../../domain/question.ts';

/** A section as its author wrote it; a language that was left out is empty. `text` is Markdown. */
export interface WrittenSection {
  readonly id: string;
  readonly heading: Bilingual;
  readonly text: Bilingual;
  readonly order: number;
}

export interface WrittenLesson {
  readonly id: string;
  readonly title: Bilingual;
  readonly order: number;
  /** In their order. */
  readonly sections: readonly WrittenSection[];
}

/** A course that the learner made, as its records say. */
export interface WrittenCourse {
  readonly id: string;
  readonly title: Bilingual;
  readonly about: Bilingual;
  readonly languages: readonly ('th' | 'en')[];
  /** Epoch ms. */
  readonly createdAt: number;
  /** In their order. */
  readonly lessons: readonly WrittenLesson[];
}

type Fields = Readonly<Record<string, unknown>>;
const textIn = (record: object, name: string): Bilingual => {
  const text = (language: string) => ((record as Fields)[`${name}.${language}`] as string | undefined) ?? '';
  return { th: text('th'), en: text('en') };
};

const byOrder = <T extends { readonly id: string; readonly order: number }>(some: readonly T[]): T[] =>
  [...some].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));

const parent = (id: string): string => id.slice(0, id.lastIndexOf('/'));
const ownPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** Those that are there, by what they stand in. */
function within<T extends RecordOf<'lesson'> | RecordOf<'section'>>(records: readonly [string, T][]) {
  const found = new Map<string, [string, T][]>();
  for (const [id, record] of records) {
    if (record.removed) continue;
    const others = found.get(parent(id));
    if (others) others.push([id, record]);
    else found.set(parent(id), [[id, record]]);
  }
  return found;
}

/** The courses that the learner made, in the order they were made. A lesson or section whose course or lesson is gone is not there. */
export function writtenCourses(progress: Pick<Progress, 'records'>): WrittenCourse[] {
  const lessons = within(recordsOf(progress, 'lesson'));
  const sections = within(recordsOf(progress, 'section'));
  const sectionsOf = (key: string): WrittenSection[] =>
    (sections.get(key) ?? []).map(([id, record]) => ({
      ...{ id: ownPart(id), order: record.order ?? 0 },
      ...{ heading: textIn(record, 'heading'), text: textIn(record, 'text') },
    }));
  return recordsOf(progress, 'course')
    .filter(([, { createdAt, removed }]) => createdAt !== undefined && !removed)
    .map(([id, course]) => ({
      ...{ id, title: textIn(course, 'title'), about: textIn(course, 'about') },
      ...{ languages: course.languages ?? ['th', 'en'], createdAt: course.createdAt! },
      lessons: byOrder(
        (lessons.get(id) ?? []).map(([key, lesson]) => ({
          ...{ id: ownPart(key), title: textIn(lesson, 'title'), order: lesson.order ?? 0 },
          sections: byOrder(sectionsOf(key)),
        })),
      ),
    }))
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}
