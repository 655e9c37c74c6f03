import { _electron, expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronBinary } from '../build/electron-binary.mjs';
import { startWebShell, type WebShell } from './web-shell.ts';

/** Where the shell's clock stands unless a spec says otherwise: a Monday morning. */
export const MONDAY = Date.parse('2026-11-23T09:00:00+07:00');
export const DAY = 86_400_000;

interface OpenOptions {
  /** Epoch ms. */
  readonly now?: number;
  /** End the running shell by SIGKILL instead of politely. */
  readonly crash?: boolean;
}
interface Fixtures {
  readonly dataDir: string;
  /** Starts the project's shell on the test's data folder and gives its page; again = restart. */
  readonly open: (options?: OpenOptions) => Promise<Page>;
}

/** No branch on the shell is allowed in a spec: both shells are the same app. */
export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright requires the destructured argument
  dataDir: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'jamdai-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  open: async ({ browser, contextOptions, dataDir }, use, info) => {
    const isElectron = info.project.name === 'electron';
    test.skip(isElectron && electronBinary() === null, 'skipped: no Electron binary');
    const left: string[] = [];
    const thrown: string[] = [];
    const shell = isElectron
      ? electronShell(dataDir)
      : webShell(dataDir, (options) => browser.newContext({ ...contextOptions, ...options }));
    await use(async ({ now = MONDAY, crash = false } = {}) => {
      await shell.end(crash);
      const page = await shell.start(now, (url) => {
        if (!isOwn(url)) left.push(url);
      });
      page.on('pageerror', (error) => thrown.push(error.message));
      await page.getByRole('main').waitFor();
      return page;
    });
    await shell.end(false);
    expect(left, 'no request leaves the machine').toEqual([]);
    expect(thrown, 'no error is thrown in the page').toEqual([]);
  },
});
export { expect };

type OnRequest = (url: string) => void;
interface Shell {
  start(now: number, onRequest: OnRequest): Promise<Page>;
  end(crash: boolean): Promise<void>;
}

const isOwn = (url: string) => /^(app:\/\/jamdai\/|data:|blob:)/.test(url) || /^http:\/\/127\.0\.0\.1:\d+\//.test(url);

function watch(context: BrowserContext, onRequest: OnRequest): void {
  context.on('request', (request) => onRequest(request.url()));
}

function webShell(dataDir: string, newContext: (options: { timezoneId: string }) => Promise<BrowserContext>): Shell {
  let running: { server: WebShell; context: BrowserContext } | null = null;
  return {
    async start(now, onRequest) {
      const server = await startWebShell(dataDir, now);
      const context = await newContext({ timezoneId: 'Asia/Bangkok' });
      running = { server, context };
      watch(context, onRequest);
      const page = await context.newPage();
      await page.clock.setFixedTime(now);
      await page.goto(server.url);
      return page;
    },
    async end(crash) {
      await (crash ? running?.server.kill() : running?.server.stop());
      await running?.context.close();
      running = null;
    },
  };
}

function electronShell(dataDir: string): Shell {
  let running: Awaited<ReturnType<typeof _electron.launch>> | null = null;
  return {
    async start(now, onRequest) {
      running = await _electron.launch({
        executablePath: electronBinary() ?? '',
        args: ['.'],
        env: {
          ...(process.env as Record<string, string>),
          JAMDAI_DATA: dataDir,
          JAMDAI_NOW: String(now),
          TZ: 'Asia/Bangkok',
        },
      });
      watch(running.context(), onRequest);
      return running.firstWindow();
    },
    async end(crash) {
      if (crash) running?.process().kill('SIGKILL');
      else await running?.close();
      running = null;
    },
  };
}
