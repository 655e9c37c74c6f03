import type { BrowserContext, Page } from '@playwright/test';

/** What a project's shell is made for. */
export interface ShellOptions {
  readonly dataDir: string;
  /** Where Electron's own files go. */
  readonly cacheDir: string;
  readonly locale: string;
  newContext(options: { timezoneId: string }): Promise<BrowserContext>;
}

/** A shell as specs of the page use it. */
export interface Shell {
  /** @param now epoch ms at which the host's clock stands; @param onRequest hears of each request */
  start(now: number, onRequest: (url: string) => void): Promise<Page>;
  /** Ends it politely, or as a power cut would, and waits. */
  end(crash: boolean): Promise<void>;
}

/** Electron's main process, as specs of the desktop shell look at it. */
export interface MainProcess {
  /** Error boxes it has shown. */
  readonly boxes: readonly string[];
  /** Exit status, null after a kill. */
  readonly exited: Promise<number | null>;
  firstWindow(): Promise<Page>;
  windows(): Page[];
  kill(signal: NodeJS.Signals): void;
  /** Runs in the main process, given the module `electron`. */
  evaluate<R, A = undefined>(run: (electron: typeof import('electron'), arg: A) => R | Promise<R>, arg?: A): Promise<R>;
}

export interface DesktopShell extends Shell {
  /** The one that runs. */
  main(): MainProcess;
  /** Starts it without waiting for its page. @param env what differs from the environment of `start` */
  launch(env?: Readonly<Record<string, string>>): Promise<MainProcess>;
  /** Starts one more, which is expected to end by itself. */
  startAnother(env?: Readonly<Record<string, string>>): Promise<Pick<MainProcess, 'boxes' | 'exited'>>;
}

/** Where the specs take place. */
export const TIME_ZONE = 'Asia/Bangkok';
