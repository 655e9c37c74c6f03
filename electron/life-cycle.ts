import type { App as ElectronApp } from 'electron';
import { quitAfter } from './quit.ts';

type App = Pick<ElectronApp, 'whenReady' | 'on' | 'exit' | 'relaunch'>;

/** What is opened at start and must be closed before the process ends. */
interface Closable {
  close(): Promise<void>;
}

interface Parts<Host extends Closable> {
  /** Opens the learner's data. Called once, when Electron is ready. */
  start(): Promise<Host>;
  /** Opens a window on what was started. */
  openWindow(host: Host): void;
  /** Brings the window that is there to the front; false when there is none. */
  bringToFront(): boolean;
  /** Tells the learner why the app ends, and returns when they have seen it. */
  refuse(error: unknown): void;
  log(error: unknown): void;
}

/**
 * Start, windows and end of the app, in whatever order the system asks for them. A quit waits for a start that is under way,
 * and for the store to close; a start that fails is told, and ends with status 1 after whatever was opened is closed.
 * @returns ends the app for a fault, once
 */
export function runApp<Host extends Closable>(app: App, parts: Parts<Host>): (error: unknown) => void {
  let host: Host | null = null;
  let isEnding = false;
  let isComingAgain = false;
  const starting = app.whenReady().then(async () => {
    // Quitted before it began: there is nothing to open, and nothing to close.
    if (!isEnding) host = await parts.start();
  });
  let closing: Promise<void> | null = null;
  const close = () => (closing ??= starting.catch(() => undefined).then(() => host?.close()));
  app.on('will-quit', () => (isEnding = true));
  quitAfter(app, close, parts.log);
  const end = (error: unknown) => {
    if (isEnding) return parts.log(error);
    isEnding = true;
    parts.refuse(error);
    void close()
      .catch(parts.log)
      .finally(() => app.exit(1));
  };
  const show = () => {
    if (host && !isEnding && !parts.bringToFront()) parts.openWindow(host);
  };
  starting.then(show).catch(end);
  app.on('activate', show);
  app.on('second-instance', () => {
    if (!isEnding) return show();
    // The learner starts the app again while it is still closing: it comes back when it has.
    if (!isComingAgain) app.relaunch();
    isComingAgain = true;
  });
  return end;
}
