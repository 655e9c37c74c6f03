import { randomUUID } from 'node:crypto';
import type { Handlers, Input, Output } from '../../api/contract.ts';
import { sectionText } from '../../domain/block-texts.ts';
import type { Lesson } from '../../domain/course.ts';
import { AppError } from '../../domain/errors.ts';
import type { EventBody } from '../../domain/history/events.ts';
import { recordOf } from '../../domain/history/records.ts';
import { highlightsOf, placeOf, type Highlight } from '../../domain/highlights.ts';
import { lessonKeyOf } from '../../domain/ids.ts';
import { anchorOf, rangeOf } from '../../domain/text/quote-anchor.ts';
import type { Learner } from '../courses/learner.ts';
import { createTurns } from '../jobs/turns.ts';
import type { Sessions } from '../study/sessions.ts';

type Listed = Output<'highlight.list'>['highlights'][number];
type Set = Extract<EventBody, { type: 'highlight' }>['set'];

/** Passages of lessons that the learner marked, as the lessons are now. */
export class HighlightService {
  readonly #turn = createTurns();
  constructor(
    private readonly learner: Learner,
    private readonly sessions: Sessions,
  ) {}

  list({ courseId, lessonId }: Input<'highlight.list'>): Output<'highlight.list'> {
    const wanted = highlightsOf(this.learner.progress).filter(
      (one) =>
        (courseId === undefined || one.courseId === courseId) && (lessonId === undefined || one.lessonId === lessonId),
    );
    const placed = wanted.map((highlight) => this.#listed(highlight));
    return { highlights: placed.sort((a, b) => compare(a.order, b.order)).map(({ listed }) => listed) };
  }

  /** @throws AppError `not-found`; `bad-input` where the section does not have these words */
  add({ sessionId, ...input }: Input<'highlight.add'>): Promise<Output<'highlight.add'>> {
    return this.#turn(async () => {
      const { courseId, lessonId, sectionId, language, colour, note } = input;
      const { lesson } = this.learner.catalog.lesson(courseId, lessonId);
      const section = lesson.sections.find(({ id }) => id === sectionId);
      if (!section) throw new AppError('not-found', `no section ${sectionId}`, { what: 'section', id: sectionId });
      const text = sectionText(section.blocks[language]);
      const range = rangeOf(text, { quote: input.quote, before: '', after: '', place: input.place ?? 0 });
      if (!range)
        throw new AppError('bad-input', 'the section does not have these words', {
          ...{ method: 'highlight.add', reason: 'not-in-text' },
        });
      const known = this.#markedAt(lesson, { ...input, range });
      const id = known ?? randomUUID().slice(0, 13);
      const place = { lesson: lessonKeyOf(courseId, lessonId), section: sectionId, language, ...anchorOf(text, range) };
      const made = known === null && { ...place, createdAt: this.learner.clock.now() };
      await this.#change(id, { ...made, colour, ...(note !== undefined && { note }) }, sessionId);
      return { id };
    });
  }

  /** @throws AppError `not-found` */
  set({ id, sessionId, ...set }: Input<'highlight.set'>): Promise<Output<'highlight.set'>> {
    return this.#turn(async () => {
      this.#mustBe(id);
      return this.#change(id, set, sessionId);
    });
  }

  /** @throws AppError `not-found` */
  remove({ id, sessionId }: Input<'highlight.remove'>): Promise<Output<'highlight.remove'>> {
    return this.#turn(async () => {
      this.#mustBe(id);
      return this.#change(id, { removed: true }, sessionId);
    });
  }

  /** What is so already makes no step of the history. */
  async #change(id: string, wanted: Set, sessionId: string | undefined): Promise<{ done: true }> {
    const session = sessionId === undefined ? null : this.sessions.get(sessionId);
    const record: Readonly<Record<string, unknown>> = recordOf(this.learner.progress, 'highlight', id) ?? {};
    const set = Object.fromEntries(Object.entries(wanted).filter(([key, value]) => record[key] !== value)) as Set;
    if (Object.keys(set).length === 0) return { done: true };
    const ref = await this.learner.store.append({ type: 'highlight', id, set });
    session?.record(ref);
    return { done: true };
  }

  #markedAt(
    lesson: Lesson,
    {
      courseId,
      lessonId,
      sectionId,
      language,
      range: [from, to],
    }: Pick<Highlight, 'courseId' | 'lessonId' | 'sectionId' | 'language'> & { readonly range: readonly number[] },
  ): string | null {
    const same = highlightsOf(this.learner.progress).find((one) => {
      if (one.courseId !== courseId || one.lessonId !== lessonId || one.language !== language) return false;
      const place = placeOf(lesson, one);
      return place?.sectionId === sectionId && place.range[0] === from && place.range[1] === to;
    });
    return same?.id ?? null;
  }

  #mustBe(id: string): void {
    if (!highlightsOf(this.learner.progress).some((one) => one.id === id))
      throw new AppError('not-found', `no highlight ${id}`, { what: 'highlight', id });
  }

  /** @returns with it what it is sorted by: course, lesson, section, place; what is not in the text any more behind all that is */
  #listed(highlight: Highlight): { readonly listed: Listed; readonly order: readonly (number | string)[] } {
    const { courses } = this.learner.catalog;
    const { id, courseId, lessonId, language, quote, colour, note, createdAt } = highlight;
    const at = courses.findIndex((course) => course.id === courseId);
    const lesson = courses[at]?.lessons.find((one) => one.id === lessonId);
    const place = lesson ? placeOf(lesson, highlight) : null;
    const section = lesson?.sections.findIndex((one) => one.id === place?.sectionId) ?? -1;
    return {
      listed: {
        ...{ id, courseId, lessonId, language, quote, colour, note, createdAt },
        lesson: lesson ? { number: lesson.number, title: lesson.title } : null,
        place:
          place && lesson
            ? {
                sectionId: place.sectionId,
                heading: lesson.sections[section]!.heading,
                ...{ from: place.range[0], to: place.range[1] },
              }
            : null,
      },
      order: [
        ...[at < 0 ? Infinity : at, courseId, lesson?.number ?? Infinity, lessonId],
        ...[section < 0 ? Infinity : section, language, place?.range[0] ?? highlight.place, createdAt, id],
      ],
    };
  }
}

function compare(one: readonly (number | string)[], other: readonly (number | string)[]): number {
  for (const [at, value] of one.entries()) {
    if (value < other[at]!) return -1;
    if (value > other[at]!) return 1;
  }
  return 0;
}

/** What the contract asks of the service. */
export function highlightHandlers(highlights: HighlightService) {
  return {
    'highlight.list': async (input) => highlights.list(input),
    'highlight.add': (input) => highlights.add(input),
    'highlight.set': (input) => highlights.set(input),
    'highlight.remove': (input) => highlights.remove(input),
  } satisfies Partial<Handlers>;
}
