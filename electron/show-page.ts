import type { BrowserWindow, Dialog } from 'electron';
import { say, type Language, type Text } from './texts.ts';

/** Chromium's code for a load that was given up for another one. */
const ABORTED = -3;

interface PageHost {
  readonly dialog: Pick<Dialog, 'showMessageBox'>;
  readonly language: () => Language;
  readonly quit: () => void;
  readonly log: (error: unknown) => void;
}

/**
 * Loads the page into a window. When it can not be loaded, or its process goes, the learner is told and may open it again:
 * everything they were shown is on the disk.
 */
export function showPage(window: BrowserWindow, url: string, { dialog, language, quit, log }: PageHost): void {
  let isAsking = false;
  // `did-fail-load` tells of a page that can not be loaded; one whose window was closed meanwhile needs no telling.
  const load = () => void window.loadURL(url).catch(() => undefined);

  async function offerAgain(what: Text): Promise<void> {
    if (isAsking || window.isDestroyed()) return;
    isAsking = true;
    // The window is first shown when the page is painted, which may never come.
    if (!window.isVisible()) window.show();
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: say(what, language()),
      buttons: [say('again', language()), say('quit', language())],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    isAsking = false;
    if (window.isDestroyed()) return;
    if (response === 0) load();
    else quit();
  }

  const { webContents } = window;
  webContents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    if (!isMainFrame || code === ABORTED) return;
    log(new Error(`the page could not be loaded: ${description} (${code})`));
    offerAgain('unloaded').catch(log);
  });
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log(new Error(`the page's process has gone: ${reason} (${exitCode})`));
    offerAgain('gone').catch(log);
  });
  load();
}
