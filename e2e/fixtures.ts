import { expect, test as base, type Page } from '@playwright/test';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronBinary } from '../build/electron-binary.mjs';
import { electronShell } from './shells/electron.ts';
import type { Shell, ShellOptions } from './shells/shell.ts';
import { standInShell } from './shells/stand-in.ts';
import { webShell } from './shells/web.ts';

/** Where the shell's clock stands unless a spec says otherwise: a Monday morning. */
export const MONDAY = Date.parse('2026-11-23T09:00:00+07:00');
export const DAY = 86_400_000;

/** The projects of playwright.config.ts. */
const SHELLS: Readonly<Record<string, (options: ShellOptions) => Shell>> = {
  web: webShell,
  electron: electronShell,
  'stand-in': standInShell,
};

interface OpenOptions {
  /** Epoch ms. */
  readonly now?: number;
  /** End the running shell by SIGKILL instead of politely. */
  readonly crash?: boolean;
}
export interface Fixtures {
  readonly dataDir: string;
  /** The project's shell; specs of the page use `open`. */
  readonly shell: Shell;
  /** Starts the project's shell on the test's data folder and gives its page; again = restart. */
  readonly open: (options?: OpenOptions) => Promise<Page>;
}

/** No branch on the shell is allowed in a spec: every shell is the same app. */
export const test = base.extend<Fixtures>({
  dataDir: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'jamdai-e2e-'));
    const dataDir = join(folder, 'data');
    mkdirSync(dataDir);
    await use(dataDir);
    rmSync(folder, { recursive: true, force: true });
  },
  shell: async ({ browser, contextOptions, locale, dataDir }, use, { project }) => {
    test.skip(project.name === 'electron' && electronBinary() === null, 'skipped: no Electron binary');
    const make = SHELLS[project.name]!;
    const shell = make({
      dataDir,
      cacheDir: join(dataDir, '..', 'cache'),
      locale: locale ?? 'en-US',
      newContext: (options) => browser.newContext({ ...contextOptions, ...options }),
    });
    await use(shell);
    await shell.end(false);
  },
  open: async ({ shell }, use) => {
    const left: string[] = [];
    const thrown: string[] = [];
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

const isOwn = (url: string) => /^(app:\/\/jamdai\/|data:|blob:)/.test(url) || /^http:\/\/127\.0\.0\.1:\d+\//.test(url);
