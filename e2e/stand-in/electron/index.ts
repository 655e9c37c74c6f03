// Stands in for the module `electron` in the main process: real named exports, so that a missing one fails at link.
import { app, standInApp } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { calls } from './calls.ts';
import { answers } from './chromium.ts';
import { invoke, ipcMain } from './ipc-main.ts';
import { Menu } from './menu.ts';
import { handlerOf, protocol } from './protocol.ts';
import { beforeRequest, session } from './session.ts';
import { needs } from './strict.ts';
import { dialog, Notification, screen, shell } from './system.ts';

export { app, BrowserWindow, dialog, ipcMain, Menu, Notification, protocol, screen, session, shell };

function windowOf(id: number) {
  const window = BrowserWindow.fromId(id);
  needs(window, `no window ${id}`);
  return window;
}

interface Of {
  readonly id: number;
}
Object.assign(answers, {
  async 'protocol.request'({ url, method, headers }: { url: string; method: string; headers: HeadersInit }) {
    const handler = handlerOf(url.slice(0, url.indexOf(':')));
    if (!handler) return null;
    const response = await handler(new Request(url, { method, headers }));
    const body = Buffer.from(await response.arrayBuffer());
    return { status: response.status, headers: Object.fromEntries(response.headers), body };
  },
  'before-request': beforeRequest,
  'ipc.invoke': ({ id, channel, args, frame }: Of & { channel: string; args: unknown[]; frame: object }) =>
    invoke(channel, args, windowOf(id).webContents, frame),
  /** An event of the contents that may be prevented; the answer is whether it was. */
  'contents.event': ({ id, name, ...fields }: Of & { name: string; url: string }) =>
    windowOf(id).webContents.tell(name, fields, fields.url).defaultPrevented,
  'contents.open': ({ id, ...details }: Of) => windowOf(id).webContents.openHandler(details).action,
  'contents.gone': ({ id }: Of) =>
    void windowOf(id).webContents.tell('render-process-gone', {}, { reason: 'crashed', exitCode: 139 }),
  'window.painted': ({ id }: Of) => void BrowserWindow.fromId(id)?.emit('ready-to-show'),
  'window.closed': ({ id }: Of) => BrowserWindow.fromId(id)?.close(),
  evaluate: ({ source, arg }: { source: string; arg: unknown }) => {
    const run = (0, eval)(`(${source})`) as (electron: object, arg: unknown) => unknown;
    return run(
      { app, BrowserWindow, dialog, ipcMain, Menu, Notification, protocol, screen, session, shell, calls },
      arg,
    );
  },
});

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => standInApp.quit());
process.on('disconnect', () => process.exit(1));
// Electron shows a box and goes on, unless the app has a listener of its own.
process.on('uncaughtException', (error) => {
  if (process.listenerCount('uncaughtException') > 1) return;
  console.error(error);
  dialog.showErrorBox('A JavaScript error occurred in the main process', String(error.stack));
});
