import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { Client } from '../../../../core/api/client.ts';
import type { CardView, Deed, Output } from '../../../../core/api/contract.ts';
import type { ErrorCode } from '../../../../core/domain/errors.ts';
import { outliving } from '../../app/outliving.svelte.ts';
import { Task } from '../../app/task.svelte.ts';
import { Undo } from '../../question/undo.svelte.ts';
import { QuestionRun } from '../../question/question-run.svelte.ts';
import type { SessionOwner } from '../../question/review-session.svelte.ts';

export type Lesson = Output<'lesson.get'>;
export type LessonSection = Lesson['sections'][number];

const PLACE_AFTER_MS = 600;
const HALF_A_MINUTE = 0.5;

/** A lesson being read, one section at a time. It outlives the view, so answers typed inside the lesson are kept. */
export class LessonReading {
  readonly courseId: string;
  readonly lessonId: string;
  lesson = $state.raw<Lesson | null>(null);
  sectionId = $state.raw<string | null>(null);
  /** Shown instead of a section when the last one is read. */
  finished = $state(false);
  /** Questions that entered the schedule during this reading. */
  introduced = $state(0);
  readonly read = new SvelteSet<string>();
  readonly #runs = new SvelteMap<string, QuestionRun>();
  /** Taken back last, to be said. */
  undone = $state.raw<Deed | 'nothing' | null>(null);
  readonly undoing: Undo;
  readonly #call: Client;
  readonly #asksSure: () => boolean;
  readonly #loading = new Task();
  readonly #completing = new Task();
  #session: Promise<string> | null = null;
  #placing: ReturnType<typeof setTimeout> | undefined;

  constructor({ call, preferences }: SessionOwner, courseId: string, lessonId: string) {
    this.#call = call;
    this.#asksSure = () => preferences?.current.askSure ?? false;
    this.undoing = new Undo(call);
    this.courseId = courseId;
    this.lessonId = lessonId;
  }

  get busy(): boolean {
    return this.#completing.running;
  }
  get error(): ErrorCode | null {
    return this.#completing.error ?? this.#loading.error;
  }

  readonly index = $derived.by(() =>
    Math.max(0, this.lesson?.sections.findIndex(({ id }) => id === this.sectionId) ?? 0),
  );
  /** Null until it is known which one is read: a section that is only passed by must not take the focus. */
  readonly section: LessonSection | null = $derived(
    this.sectionId === null ? null : (this.lesson?.sections[this.index] ?? null),
  );
  readonly previous: LessonSection | null = $derived(this.lesson?.sections[this.index - 1] ?? null);
  /** What "continue" leads to: the next section, or after the last one the first that was left out. */
  readonly following: LessonSection | null = $derived.by(() => {
    const sections = this.lesson?.sections ?? [];
    return sections[this.index + 1] ?? sections.find(({ id }) => id !== this.section?.id && !this.read.has(id)) ?? null;
  });

  readonly load = (): Promise<void> => this.#loading.run(this.#load);

  readonly #load = async (): Promise<void> => {
    const { courseId, lessonId } = this;
    const lesson = await this.#call('lesson.get', { courseId, lessonId });
    // A section may have been taken back in the history meanwhile.
    for (const { id, read } of lesson.sections) {
      if (read) this.read.add(id);
      else this.read.delete(id);
    }
    this.#ask(lesson);
    this.lesson = lesson;
  };

  /** The section to open when none is named: where the learner stopped, else the first unread one. */
  startingSection(): string | null {
    const sections = this.lesson?.sections ?? [];
    const place = sections.find(({ id }) => id === this.lesson?.place);
    return (place ?? sections.find(({ read }) => !read) ?? sections[0])?.id ?? null;
  }

  /** Shows a section and, a moment later, keeps it as the reading position. */
  readonly show = (sectionId: string): void => {
    this.sectionId = sectionId;
    this.finished = false;
    clearTimeout(this.#placing);
    const { courseId, lessonId } = this;
    this.#placing = setTimeout(() => {
      // Only a bookmark: when it can not be kept, the banner already says that the host is away.
      this.#call('lesson.place', { courseId, lessonId, sectionId }).catch(() => undefined);
    }, PLACE_AFTER_MS);
  };

  /** Marks the section in view read; its questions enter the schedule. @returns the section to go on with, null at the end */
  readonly complete = async (): Promise<LessonSection | null> => {
    const { courseId, lessonId, section } = this;
    if (!section) return null;
    const following = await this.#completing.run(async () => {
      const { introduced } = await this.#call('lesson.complete', {
        courseId,
        lessonId,
        sectionId: section.id,
        sessionId: await this.#learn(),
      });
      this.undone = null;
      this.introduced += introduced;
      this.read.add(section.id);
      this.finished = this.following === null;
      return this.following;
    });
    return following ?? null;
  };

  /** Takes the last thing back; a question it answered is asked anew. */
  readonly undo = async (reachBack = false): Promise<void> => {
    await this.#completing.run(async () => {
      const undone = await this.undoing.take(await this.#learn(), reachBack);
      this.undone = undone ?? (this.undoing.older === null ? 'nothing' : null);
      if (undone?.cardId) this.#runs.delete(undone.cardId);
      if (undone) await this.#load();
    });
  };

  /** The host is back: what could not be sent can be sent again. */
  readonly recover = (): void => {
    this.#completing.recover();
    this.#loading.recover();
    for (const run of this.#runs.values()) run.recover();
    if (this.lesson === null) void this.load();
  };

  /** The question asked inside the lesson; null when it was asked on an earlier visit. */
  readonly runOf = (card: CardView): QuestionRun | null => this.#runs.get(card.cardId) ?? null;

  #ask(lesson: Lesson): void {
    for (const card of lesson.sections.flatMap((section) => section.inline)) {
      const run = this.#runs.get(card.cardId);
      // Answered or changed elsewhere since: what stands here could not be sent any more.
      if (run && (run.settled || run.busy || run.revision === card.revision)) continue;
      this.#put(card, card.phase === 'new' && !card.suspended);
    }
  }

  #put(card: CardView, isAsked: boolean): void {
    const { cardId } = card;
    if (!isAsked) this.#runs.delete(cardId);
    else
      this.#runs.set(
        cardId,
        new QuestionRun(card, {
          call: this.#call,
          session: this.#learn,
          asksSure: this.#asksSure,
          onrefused: (code) => this.#renew(cardId, code),
        }),
      );
  }

  /** An answer was refused: the session is gone, or its question was answered elsewhere, and is asked anew only where it is still new. */
  async #renew(cardId: string, code: ErrorCode): Promise<boolean> {
    if (code === 'session-ended') this.#session = null;
    return code === 'stale-card' && ((await this.#loading.run(() => this.#askAnew(cardId))) ?? false);
  }

  /** @returns whether it is the same question still, and only its preview was of an earlier day */
  async #askAnew(cardId: string): Promise<boolean> {
    const { card, wanted } = await this.#call('study.card', { sessionId: await this.#learn(), cardId });
    const run = this.#runs.get(cardId);
    const isSame = wanted && run?.revision === card.revision;
    if (isSame) run.renewPreview(card);
    else this.#put(card, wanted && card.phase === 'new');
    return isSame;
  }

  /** The session in which the lesson is read: what is done in it is taken back first. */
  readonly session = (): Promise<string> => this.#learn();
  readonly sessionEnded = (): void => {
    this.#session = null;
  };

  readonly #learn = (): Promise<string> => {
    const { courseId, lessonId } = this;
    this.#session ??= this.#call('study.start', { mode: 'learn', courseId, lessonId }).then(
      ({ sessionId }) => sessionId,
      (error: unknown) => {
        this.#session = null;
        throw error;
      },
    );
    return this.#session;
  };

  /** Minutes left in this lesson, from a measure of one section. */
  minutesLeft(measure: (section: LessonSection) => number): number {
    const ahead =
      this.lesson?.sections.filter(
        (section, at) => at === this.index || (at > this.index && !this.read.has(section.id)),
      ) ?? [];
    return Math.max(
      1,
      Math.round(ahead.reduce((sum, section) => sum + measure(section) + section.inline.length * HALF_A_MINUTE, 0)),
    );
  }
}

/** The lesson that is being read. */
export class Readings {
  readonly #owner: SessionOwner;
  #last: LessonReading | null = null;

  constructor(owner: SessionOwner) {
    this.#owner = owner;
  }

  /** The lesson as it was left, unless another one, or its end, was reached since. */
  readonly of = (courseId: string, lessonId: string): LessonReading => {
    const last = this.#last;
    if (last?.courseId === courseId && last.lessonId === lessonId && !last.finished) return last;
    return (this.#last = outliving(() => new LessonReading(this.#owner, courseId, lessonId)));
  };
}
