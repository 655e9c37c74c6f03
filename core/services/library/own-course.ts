import type { Block, Course, Lesson, Section } from '../../domain/course.ts';
import { blockTexts } from '../../domain/block-texts.ts';
import type { Bilingual, Question } from '../../domain/question.ts';
import type { DeckCourse } from './deck-course.ts';
import type { WrittenCourse, WrittenLesson, WrittenSection } from './written-course.ts';

const NOTHING: Bilingual = { th: '', en: '' };
/** Signs of a text that stand for a heading where a section has none. */
const MOST_OF_HEADING = 60;

/** Reads Markdown: `core/compiler`, which is loaded where there are courses to be read. */
export type ToBlocks = (markdown: string) => readonly Block[];
/** The questions of one lesson as they are now, in teaching order. */
export type QuestionsOf = (courseId: string, lessonId: string) => readonly Question[];

/** What cards of the library lie in: a deck, or a course that the learner made. */
export type LibraryCourse = DeckCourse | OwnCourse;

/** A text under both languages: where one is missing the other stands for it. */
export function inBoth(th = '', en = ''): Bilingual {
  return { th: th.trim() === '' ? en : th, en: en.trim() === '' ? th : en };
}

/** Where a note stands in a course, as its record says. */
export interface NoteStand {
  readonly lesson?: string | undefined;
  readonly section?: string | undefined;
}

/** A course that the learner made. It stays the same object while it is written on, so cards can hold it. */
export class OwnCourse implements Course {
  readonly isOwn = true;
  readonly paragraphs = [];
  readonly glossary = [];
  readonly pictures = null;
  readonly above = [];
  readonly below = [];
  #written: WrittenCourse;
  #lessons: readonly Lesson[] = [];

  constructor(
    written: WrittenCourse,
    private readonly questionsOf: QuestionsOf,
  ) {
    this.#written = written;
  }

  get id(): string {
    return this.#written.id;
  }

  get title(): Bilingual {
    return inBoth(this.#written.title.th, this.#written.title.en);
  }

  /** What it is about, in the learner's words. */
  get source(): Bilingual {
    return inBoth(this.#written.about.th, this.#written.about.en);
  }

  get lessons(): readonly Lesson[] {
    return this.#lessons;
  }

  /** Takes up what was written. */
  become(written: WrittenCourse, toBlocks: ToBlocks): void {
    this.#written = written;
    this.#lessons = written.lessons.map((lesson, i) => this.#lesson(lesson, i + 1, toBlocks));
  }

  /** Where in it a note stands: null where its lesson is gone. One that names no lesson stands in the first, of a section that is gone in the last. */
  stand({ lesson: lessonId, section: sectionId }: NoteStand): { lesson: Lesson; section: Section } | null {
    const lesson = lessonId === undefined ? this.#lessons[0] : this.#lessons.find(({ id }) => id === lessonId);
    const section = lesson?.sections.find(({ id }) => id === sectionId) ?? lesson?.sections.at(-1);
    return lesson && section ? { lesson, section } : null;
  }

  #lesson({ id, title, sections }: WrittenLesson, number: number, toBlocks: ToBlocks): Lesson {
    const { id: courseId } = this;
    const questionsOf = () => this.questionsOf(courseId, id);
    const shown = inBoth(title.th, title.en);
    return {
      ...{ id, number, title: shown, subtitle: NOTHING, objectives: [], summary: [], requires: [] },
      sections: sections.map((section) => sectionOf(section, shown, toBlocks)),
      get questions() {
        return questionsOf();
      },
    };
  }
}

function sectionOf({ id, heading, text }: WrittenSection, lesson: Bilingual, toBlocks: ToBlocks): Section {
  const both = inBoth(text.th, text.en);
  const blocks = { th: toBlocks(both.th), en: toBlocks(both.en) };
  const named = inBoth(heading.th, heading.en);
  const begin = (language: keyof Bilingual) =>
    named[language].trim() || (blockTexts(blocks[language])[0] ?? '').slice(0, MOST_OF_HEADING) || lesson[language];
  return { id, heading: { th: begin('th'), en: begin('en') }, blocks, text: both, evidence: [] };
}

export const isOwnCourse = (course: Course): course is OwnCourse => course instanceof OwnCourse;

/** How a deck or course is called where there is one name for it. */
export const courseName = (course: LibraryCourse): string => (isOwnCourse(course) ? course.title.en : course.name);
