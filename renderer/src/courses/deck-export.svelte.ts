import type { Client } from '../../../core/api/client.ts';
import type { Output } from '../../../core/api/contract.ts';
import type { ErrorCode } from '../../../core/domain/errors.ts';
import { codeOf } from '../app/failure.ts';

export const FORMATS = ['apkg', 'csv', 'markdown', 'json', 'printable'] as const;

/** Taking one deck or course out of the app. */
export class DeckExport {
  format = $state<(typeof FORMATS)[number]>('apkg');
  withProgress = $state(true);
  path = $state('');
  losses = $state.raw<Output<'library.losses'> | null>(null);
  written = $state.raw<Output<'library.export'> | null>(null);
  failed = $state.raw<ErrorCode | null>(null);
  isBusy = $state(false);
  #turn = 0;

  constructor(
    private readonly call: Client,
    private readonly courseId: () => string,
  ) {}

  /** What the format can not hold, and a name for the file. */
  readonly look = async (): Promise<void> => {
    const turn = ++this.#turn;
    this.written = null;
    this.failed = null;
    try {
      const { format, withProgress } = this;
      const losses = await this.call('library.losses', { courseId: this.courseId(), format, withProgress });
      if (turn !== this.#turn) return;
      // The name follows the format as long as the learner has written none.
      if (this.path === '' || this.path === this.losses?.proposed) this.path = losses.proposed;
      this.losses = losses;
    } catch (error) {
      if (turn === this.#turn) this.failed = codeOf(error);
    }
  };

  readonly choose = async (): Promise<void> => {
    const { path } = await this.call('data.choosePath', { what: 'deck-export' }).catch(() => ({ path: null }));
    if (path !== null) this.path = path;
  };

  readonly write = async (language: 'th' | 'en'): Promise<void> => {
    this.isBusy = true;
    this.failed = null;
    this.written = null;
    try {
      const { format, withProgress } = this;
      const wish = { courseId: this.courseId(), format, withProgress, language };
      this.written = await this.call('library.export', { ...wish, path: this.path.trim() });
    } catch (error) {
      this.failed = codeOf(error);
    } finally {
      this.isBusy = false;
    }
  };
}
