import { setImmediate as nextTurn } from 'node:timers/promises';
import { calls } from './calls.ts';
import { sent } from './chromium.ts';
import { InstanceLock } from './instance-lock.ts';
import { getPath, makeProfile, productName, setPath, version } from './paths.ts';
import { needs, strict, StrictEmitter } from './strict.ts';

const EVENTS = [
  'ready',
  'activate',
  'second-instance',
  'web-contents-created',
  'browser-window-created',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
];

/** What the app must know of the windows to end them. */
interface Windows {
  /** All that are open. */
  all(): { close(): void; destroy(): void }[];
}

class StandInApp extends StrictEmitter {
  isPackaged = false;
  name = productName;
  windows: Windows = { all: () => [] };
  private isNowReady = false;
  private isQuitting = false;
  private isExiting = false;
  private readonly lock = new InstanceLock();
  private readonly becomesReady = new Promise<void>((resolve) =>
    setImmediate(() => {
      if (this.isExiting) return;
      this.isNowReady = true;
      makeProfile();
      resolve();
      this.tell('ready');
    }),
  );

  constructor() {
    super('app', EVENTS);
  }

  whenReady = (): Promise<void> => this.becomesReady;
  isReady = (): boolean => this.isNowReady;
  enableSandbox(): void {
    needs(!this.isNowReady, 'app.enableSandbox() can only be called before app is ready');
    calls.push(['enableSandbox']);
  }
  getVersion = (): string => version;
  getName = (): string => productName;
  getLocale = (): string => (this.isNowReady ? (process.env['STAND_IN_LOCALE'] ?? 'en-US') : '');
  getPath = getPath;
  setPath = setPath;

  requestSingleInstanceLock(): boolean {
    return this.lock.request(
      getPath('userData'),
      ({ argv, cwd }) => void this.tell('second-instance', {}, argv, cwd, null),
    );
  }
  hasSingleInstanceLock = (): boolean => this.lock.isHeld;
  releaseSingleInstanceLock = (): void => this.lock.release();
  setBadgeCount(count: number): boolean {
    needs(Number.isInteger(count), 'setBadgeCount takes a whole number');
    calls.push(['setBadgeCount', count]);
    return true;
  }
  relaunch = (): void => void calls.push(['relaunch']);

  /** As in Electron's shell/browser/browser.cc: before-quit, the windows' close, will-quit, quit. */
  quit(): void {
    if (this.isQuitting) return;
    this.isQuitting = !this.tell('before-quit').defaultPrevented;
    if (!this.isQuitting) return;
    const windows = this.windows.all();
    if (windows.length === 0) this.shutDown();
    else for (const window of windows) window.close();
  }
  exit(code = 0): void {
    this.isExiting = true;
    for (const window of this.windows.all()) window.destroy();
    this.tell('quit', {}, code);
    this.lock.release();
    void this.leave(code);
  }
  /** The reply to a test that asked for the end leaves first: a busy machine may keep it back. */
  private async leave(code: number): Promise<void> {
    await this.lock.announced;
    await nextTurn();
    await sent();
    process.exit(code);
  }

  /** A window kept itself open. */
  stayed(): void {
    this.isQuitting = false;
  }
  /** A window has gone. */
  windowGone(): void {
    if (this.windows.all().length > 0 || this.isExiting) return;
    if (this.isQuitting) this.shutDown();
    else if (this.listenerCount('window-all-closed') > 0) this.tell('window-all-closed');
    else this.quit();
  }
  private shutDown(): void {
    if (this.tell('will-quit').defaultPrevented) this.isQuitting = false;
    else this.exit(0);
  }
}

export const standInApp = new StandInApp();
export const app = strict('app', standInApp);
