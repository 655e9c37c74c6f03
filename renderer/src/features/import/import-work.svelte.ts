import type { Input, Output } from '../../../../core/api/contract.ts';
import { AppError, type ErrorCode, type ErrorDetails } from '../../../../core/domain/errors.ts';
import type { App } from '../../app/app.svelte.ts';
import { codeOf } from '../../app/failure.ts';
import { sendFile } from '../../app/send-file.ts';

export type Plan = Output<'library.plan'>;
export type Report = Output<'library.import'>;
export type ImportOptions = Input<'library.plan'>['options'];
type Work = NonNullable<Output<'data.status'>['work']>;

const LOOK_EVERY_MS = 300;

/** What the page shows: nothing chosen yet, a file being read, what it would bring, its taking in, what came of it. */
export type Step = 'file' | 'reading' | 'plan' | 'importing' | 'report';

/** Bringing one file in, from choosing it to its report. It outlives the page, as the work does. */
export class ImportWork {
  step = $state<Step>('file');
  /** As the learner knows it. */
  name = $state('');
  plan = $state.raw<Plan | null>(null);
  report = $state.raw<Report | null>(null);
  options = $state.raw<ImportOptions>({});
  failed = $state.raw<{ readonly code: ErrorCode; readonly details: ErrorDetails } | null>(null);
  /** Of a file being sent to the host, 0 to 1; null while none is. */
  sent = $state<number | null>(null);
  work = $state.raw<Work | null>(null);
  past = $state.raw<readonly Report[] | null>(null);
  /** Something goes on with the file. */
  isBusy = $state(false);
  /** The plan is not that of the options chosen since. */
  isStale = $state(false);
  #path = '';
  #turn = 0;
  #running: Promise<unknown> = Promise.resolve();
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  readonly loadPast = async (): Promise<void> => {
    const { imports } = await this.#app.call('library.imports', {}).catch(() => ({ imports: [] }));
    this.past = imports;
  };

  /** A file that was dropped, chosen or made of pasted text. */
  readonly take = (file: File): Promise<void> =>
    this.#begin(file.name, async (isWanted) =>
      sendFile(this.#app.call, file, (share) => (this.sent = share), isWanted),
    );

  /** A file by its path, from the system's dialog. */
  readonly open = (path: string): Promise<void> => this.#begin(path.split(/[\\/]/).at(-1) ?? path, async () => path);

  /** Looks at the file again, read or brought otherwise. */
  readonly change = async (change: {
    readonly [K in keyof ImportOptions]?: ImportOptions[K] | undefined;
  }): Promise<void> => {
    const options = { ...this.options, ...change };
    this.options = Object.fromEntries(
      Object.entries(options).filter(([, value]) => value !== undefined),
    ) as ImportOptions;
    this.isStale = true;
    const turn = ++this.#turn;
    await this.#stop();
    // Of changes that follow each other quickly the last is looked at.
    if (turn === this.#turn) await this.#look();
  };

  readonly start = async (): Promise<void> => {
    if (this.step !== 'plan' || this.plan === null || this.isBusy || this.isStale) return;
    this.step = 'importing';
    const report = await this.#watched(() =>
      this.#app.call('library.import', { path: this.#path, options: this.options }),
    );
    if (report === null) {
      this.step = 'plan';
      return;
    }
    this.report = report;
    this.step = 'report';
    this.#changed();
  };

  /** Ends what goes on, and goes back to where a file is chosen. */
  readonly cancel = async (): Promise<void> => {
    this.#turn += 1;
    this.sent = null;
    const isImporting = this.step === 'importing';
    await this.#stop();
    if (!isImporting) this.reset();
  };

  readonly reset = (): void => {
    this.step = 'file';
    this.plan = this.report = this.failed = null;
    this.options = {};
    void this.loadPast();
  };

  /** Takes a whole import back, or brings it back. */
  readonly turn = async (importId: string): Promise<void> => {
    try {
      const { undone } = await this.#app.call('library.undoImport', { importId });
      if (this.report?.importId === importId) this.report = { ...this.report, undone };
    } catch (error) {
      this.#fail(error);
    }
    this.#changed();
  };

  /** Ends what goes on in the host, and waits for its end. */
  async #stop(): Promise<void> {
    if (!this.isBusy) return;
    await this.#app.call('data.cancel', {}).catch(() => undefined);
    await this.#running;
  }

  #changed(): void {
    void this.#app.library.load();
    void this.loadPast();
  }

  async #begin(name: string, path: (isWanted: () => boolean) => Promise<string | null>): Promise<void> {
    if (this.step === 'importing') return;
    const turn = ++this.#turn;
    const isWanted = () => turn === this.#turn;
    [this.name, this.step, this.plan, this.report, this.failed] = [name, 'reading', null, null, null];
    this.options = {};
    try {
      const found = await path(isWanted);
      this.sent = null;
      if (found === null || !isWanted()) return;
      this.#path = found;
    } catch (error) {
      this.sent = null;
      this.#fail(error);
      this.step = 'file';
      return;
    }
    await this.#look();
  }

  async #look(): Promise<void> {
    const turn = this.#turn;
    const before = this.plan;
    this.step = before === null ? 'reading' : 'plan';
    const plan = await this.#watched(() => this.#app.call('library.plan', { path: this.#path, options: this.options }));
    if (turn !== this.#turn) return;
    if (plan === null) {
      this.step = before === null ? 'file' : 'plan';
      return;
    }
    this.plan = plan;
    this.isStale = false;
    this.step = 'plan';
  }

  #watched<T>(run: () => Promise<T>): Promise<T | null> {
    const result = this.#watch(run);
    this.#running = result;
    return result;
  }

  async #watch<T>(run: () => Promise<T>): Promise<T | null> {
    this.failed = null;
    this.isBusy = true;
    const looking = setInterval(() => {
      void this.#app.call('data.status', {}).then(
        ({ work }) => (this.work = work),
        () => undefined,
      );
    }, LOOK_EVERY_MS);
    try {
      return await run();
    } catch (error) {
      this.#fail(error);
      return null;
    } finally {
      clearInterval(looking);
      this.work = null;
      this.isBusy = false;
    }
  }

  #fail(error: unknown): void {
    this.failed = { code: codeOf(error), details: error instanceof AppError ? error.details : {} };
  }
}
