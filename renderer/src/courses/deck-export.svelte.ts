import type { Client } from '../../../core/api/client.ts';
import type { Output, Sent } from '../../../core/api/contract.ts';
import type { ErrorCode } from '../../../core/domain/errors.ts';
import { codeOf } from '../app/failure.ts';

type Format = Sent<'library.export'>['format'];
/** What goes out in all of them is known before the first answer. */
const ALWAYS: readonly Format[] = ['apkg', 'csv', 'markdown', 'json', 'printable'];

/** What holds no reviews, no schedule and no marks of cards. */
const WITHOUT_PROGRESS: readonly Format[] = ['markdown', 'printable', 'course'];

/** Cards of any decks and courses. */
export type ChosenCards = NonNullable<Sent<'library.losses'>['of']>;

/** Taking one deck or course, or chosen cards, out of the app. */
export class DeckExport {
  /** Of no meaning where cards are chosen. */
  courseId = $state('');
  format = $state<Format>('apkg');
  /** Of what stands in two languages, the one that goes out where the format holds one. */
  language = $state<'th' | 'en'>('en');
  /** As the learner chose it for the formats that can. */
  wantsProgress = $state(true);
  path = $state('');
  losses = $state.raw<Output<'library.losses'> | null>(null);
  written = $state.raw<Output<'library.export'> | null>(null);
  failed = $state.raw<ErrorCode | null>(null);
  isBusy = $state(false);
  #turn = 0;

  constructor(
    private readonly call: Client,
    courseId: string,
    language: 'th' | 'en',
    private readonly of: ChosenCards | null = null,
  ) {
    this.courseId = courseId;
    this.language = language;
  }

  /** Of two languages one has to be chosen. */
  get asksLanguage(): boolean {
    return this.losses?.losses.some(({ code }) => code === 'second-language') ?? false;
  }

  get canHoldProgress(): boolean {
    return !WITHOUT_PROGRESS.includes(this.format);
  }
  get withProgress(): boolean {
    return this.wantsProgress && this.canHoldProgress;
  }

  get formats(): readonly Format[] {
    return this.losses?.formats ?? ALWAYS;
  }

  /** Looks at another deck or course, which may not go out in the format that was chosen. */
  readonly turn = (): Promise<void> => {
    if (!ALWAYS.includes(this.format)) this.format = 'apkg';
    return this.look();
  };

  /** What the format can not hold, and a name for the file. */
  readonly look = async (): Promise<void> => {
    const turn = ++this.#turn;
    this.written = null;
    this.failed = null;
    try {
      const { format, withProgress } = this;
      const losses = await this.call('library.losses', { ...this.#what, format, withProgress });
      if (turn !== this.#turn) return;
      // The name follows the format as long as the learner has written none.
      if (this.path === '' || this.path === this.losses?.proposed) this.path = losses.proposed;
      this.losses = losses;
    } catch (error) {
      if (turn === this.#turn) this.failed = codeOf(error);
    }
  };

  get #what(): { readonly of: ChosenCards } | { readonly courseId: string } {
    return this.of ? { of: this.of } : { courseId: this.courseId };
  }

  readonly choose = async (): Promise<void> => {
    const { path } = await this.call('data.choosePath', { what: 'deck-export' }).catch(() => ({ path: null }));
    if (path !== null) this.path = path;
  };

  readonly write = async (): Promise<void> => {
    this.isBusy = true;
    this.failed = null;
    this.written = null;
    try {
      const { format, withProgress, language } = this;
      const wish = { ...this.#what, format, withProgress, language };
      this.written = await this.call('library.export', { ...wish, path: this.path.trim() });
    } catch (error) {
      this.failed = codeOf(error);
    } finally {
      this.isBusy = false;
    }
  };
}
