import type { BrowserContext, Page } from '@playwright/test';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { connect, type Port } from './channel.ts';
import type { WindowMade } from './page/make-page.ts';
import { answerRequests } from './requests.ts';
import { Windows } from './windows.ts';

/** Where build.ts puts the module that stands in for `electron`. */
export const BUILT = 'dist/stand-in/electron.js';

/** The app's main process, as built, with a page of Chromium for each of its windows. */
export interface StandIn {
  readonly process: ChildProcess;
  /** Exit status, null after a kill. */
  readonly exited: Promise<number | null>;
  /** Texts of error boxes and failures of preloads; empty when all is well. */
  readonly faults: readonly string[];
  firstWindow(): Promise<Page>;
  windows(): Page[];
  /** As Playwright's ElectronApplication.evaluate: runs in the main process, given the module `electron`. */
  evaluate<R, A>(run: (electron: typeof import('electron'), arg: A) => R | Promise<R>, arg: A): Promise<R>;
}

/** Resolves `electron` to the stand-in, and nothing else. */
function resolveHook(): string {
  const standIn = JSON.stringify(pathToFileURL(resolve(BUILT)).href);
  const hook = `export const resolve = (name, context, next) =>
    name === 'electron' ? { url: ${standIn}, shortCircuit: true } : next(name, context);`;
  const register = `import { register } from 'node:module'; register(${JSON.stringify(asUrl(hook))});`;
  return asUrl(register);
}
const asUrl = (source: string) => `data:text/javascript,${encodeURIComponent(source)}`;

/**
 * Starts the built main process. It has no Playwright: the test plays Chromium for it.
 * @param context where it opens its windows
 * @param onRequest hears of each request that the app lets through
 */
export function launch(
  context: BrowserContext,
  env: Readonly<Record<string, string>>,
  onRequest: (url: string) => void = () => undefined,
): StandIn {
  // Another folder with a `dist/` in it, for a build with a fault in it.
  const root = process.env['JAMDAI_STAND_IN_ROOT'] ?? '.';
  const child = fork('dist/electron/main.js', [], {
    cwd: root,
    execArgv: ['--import', resolveHook()],
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const faults: string[] = [];
  const { ask } = connect(child as unknown as Port, {
    'window.create': async (made: WindowMade) => {
      await routed;
      await windows.create(made);
    },
    'window.load': ({ id, url }: { id: number; url: string }) => windows.load(id, url),
    'window.close': ({ id }: { id: number }) => windows.close(id),
    'window.crash': ({ id }: { id: number }) => windows.crash(id),
    'error-box': (text: string) => void faults.push(text),
  });
  const windows = new Windows(context, ask, faults);
  const routed = context.route('**/*', answerRequests(windows, ask, onRequest));
  const ended = exited.then((code) => {
    throw new Error(`the main process ended with ${code}: ${faults.join('\n')}`);
  });
  ended.catch(() => undefined);
  return {
    process: child,
    exited,
    faults,
    firstWindow: () => Promise.race([windows.first, ended]),
    windows: () => windows.pages().concat(context.pages().filter((page) => windows.idOf(page) === undefined)),
    evaluate: <R>(run: unknown, arg: unknown) => ask('evaluate', { source: String(run), arg }) as Promise<R>,
  };
}
