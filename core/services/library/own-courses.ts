import type { Question } from '../../domain/question.ts';
import type { Progress } from '../../domain/progress.ts';
import type { DeckCard } from './deck-card.ts';
import { OwnCourse, type ToBlocks } from './own-course.ts';
import { writtenCourses, type WrittenCourse } from './written-course.ts';

/** The cards that lie in courses, as they are now. */
interface CardsSource {
  /** Another number with every change. */
  readonly version: number;
  cards(courseId: string): readonly DeckCard[];
}

/** Pieces of Markdown that are kept as blocks: of more lessons than are read in one run. */
const MOST_KEPT = 5_000;

/** The courses that the learner made. */
export class OwnCourses {
  readonly #courses = new Map<string, OwnCourse>();
  /** In the order they were made. */
  #written: readonly WrittenCourse[] = [];
  #questions: { readonly version: number; readonly byLesson: Map<string, Question[]> } = {
    ...{ version: -1, byLesson: new Map() },
  };
  /** What was read, by the Markdown: a change of one section reads no other again. */
  readonly #blocks = new Map<string, ReturnType<ToBlocks>>();

  constructor(
    /** Live. */
    private readonly progress: () => Pick<Progress, 'records'>,
    private readonly source: CardsSource,
  ) {}

  get all(): readonly OwnCourse[] {
    return this.#written.map(({ id }) => this.#courses.get(id)!);
  }

  find(id: string | undefined): OwnCourse | undefined {
    return id === undefined ? undefined : this.#courses.get(id);
  }

  /** As its author wrote it. */
  written(id: string): WrittenCourse | undefined {
    return this.#written.find((course) => course.id === id);
  }

  /** Takes up what the records say now. */
  async renew(): Promise<void> {
    const written = writtenCourses(this.progress());
    const toBlocks = written.length === 0 ? () => [] : this.#keeping(await reader());
    const there = new Set(written.map(({ id }) => id));
    for (const id of this.#courses.keys()) if (!there.has(id)) this.#courses.delete(id);
    for (const course of written) {
      const own = this.#courses.get(course.id) ?? new OwnCourse(course, (...place) => this.#questionsOf(...place));
      own.become(course, toBlocks);
      this.#courses.set(course.id, own);
    }
    this.#written = written;
  }

  #keeping(toBlocks: ToBlocks): ToBlocks {
    return (markdown) => {
      const known = this.#blocks.get(markdown);
      if (known) return known;
      if (this.#blocks.size >= MOST_KEPT) this.#blocks.clear();
      const blocks = toBlocks(markdown);
      this.#blocks.set(markdown, blocks);
      return blocks;
    };
  }

  #questionsOf(courseId: string, lessonId: string): readonly Question[] {
    const { version } = this.source;
    if (this.#questions.version !== version) this.#questions = { version, byLesson: new Map() };
    const { byLesson } = this.#questions;
    const key = `${courseId}/${lessonId}`;
    const known = byLesson.get(key);
    if (known) return known;
    const cards = this.source.cards(courseId).filter(({ lesson }) => lesson.id === lessonId);
    const questions = cards.map(({ question }) => question);
    byLesson.set(key, questions);
    return questions;
  }
}

/** It is not in what a start loads: few learners write courses. */
async function reader(): Promise<ToBlocks> {
  const { toBlocks } = await import('../../compiler/blocks.ts');
  return (markdown) => toBlocks(markdown, () => undefined, true);
}
