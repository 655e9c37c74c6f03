import { createClient, type Client, type Transport } from '../../../core/api/client.ts';
import type { Output } from '../../../core/api/contract.ts';
import { dueWords } from '../i18n/formats.ts';
import { locale, t } from '../i18n/locale.svelte.ts';
import { Connection } from './connection.svelte.ts';
import { LessonReading } from '../features/lesson/lesson-reading.svelte.ts';
import { Loaded } from './loaded.svelte.ts';
import { Preferences } from './preferences.svelte.ts';
import { ReviewSession } from '../question/review-session.svelte.ts';
import { Router } from './router.svelte.ts';

const HALF_YEAR_DAYS = 182;
export interface StudyState {
  readonly summary: Output<'stats.summary'>;
  readonly days: Output<'stats.series'>['days'];
}

/** Everything that lives longer than a view. */
export class App {
  readonly connection: Connection;
  readonly call: Client;
  readonly router = new Router(window);
  readonly preferences: Preferences;
  readonly review: ReviewSession;
  readonly info: Loaded<Output<'app.info'>>;
  /** True when language and theme are known, so that nothing is drawn in the wrong ones. */
  ready = $state(false);
  /** Kept between visits, so Today and the courses are on screen at once. */
  readonly library: Loaded<Output<'library.list'>>;
  readonly study: Loaded<StudyState>;
  readonly #lessons: Record<string, Loaded<Output<'lesson.list'>>> = {};
  readonly #glossaries: Record<string, Loaded<Output<'course.glossary'>>> = {};
  readonly #pictures: Record<string, Loaded<Output<'course.pictures'>>> = {};
  #reading: LessonReading | null = null;
  #clockOffsetMs = 0;

  constructor(transport: Transport) {
    locale.use('system');
    this.connection = new Connection(transport);
    this.call = createClient(this.connection.send);
    this.preferences = new Preferences(this.call);
    this.review = new ReviewSession(this.call);
    this.library = new Loaded(() => this.call('library.list', {}));
    this.study = new Loaded(async () => {
      const [summary, series] = await Promise.all([
        this.call('stats.summary', {}),
        this.call('stats.series', { days: HALF_YEAR_DAYS }),
      ]);
      return { summary, days: series.days };
    });
    this.info = new Loaded(async () => {
      const info = await this.call('app.info', {});
      this.#clockOffsetMs = info.now - Date.now();
      return info;
    });
  }

  /** The host's clock, epoch ms: it decides what is due, and tests move it. */
  readonly now = (): number => Date.now() + this.#clockOffsetMs;
  /** When something comes, in words of the language in use. */
  readonly when = (due: number): string => dueWords(due, this.now(), this.preferences.current.rolloverHour);

  /** When the next question comes, as a sentence. One that is due though nothing is left waits for the daily limit. */
  readonly comes = (due: number): string => (due <= this.now() ? t('today.limit') : t('today.nextDue', this.when(due)));

  /** The lesson as it was left, unless another one, or its end, was reached since. */
  readonly readingOf = (courseId: string, lessonId: string): LessonReading => {
    const last = this.#reading;
    if (last?.courseId === courseId && last.lessonId === lessonId && !last.finished) return last;
    return (this.#reading = new LessonReading(this.call, courseId, lessonId));
  };

  readonly lessonsOf = (courseId: string): Loaded<Output<'lesson.list'>> => {
    return (this.#lessons[courseId] ??= new Loaded(() => this.call('lesson.list', { courseId })));
  };

  readonly glossaryOf = (courseId: string): Loaded<Output<'course.glossary'>> => {
    return (this.#glossaries[courseId] ??= new Loaded(() => this.call('course.glossary', { courseId })));
  };
  readonly picturesOf = (courseId: string): Loaded<Output<'course.pictures'>> => {
    return (this.#pictures[courseId] ??= new Loaded(() => this.call('course.pictures', { courseId })));
  };

  readonly start = async (): Promise<void> => {
    // A host that can not be reached is shown by the banner; the page is drawn with defaults meanwhile.
    await Promise.all([this.preferences.load().catch(() => undefined), this.info.load()]);
    this.ready = true;
  };
}
