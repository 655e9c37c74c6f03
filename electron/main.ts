import { app, BrowserWindow, dialog, ipcMain, Menu, Notification, protocol, screen, session, shell } from 'electron';
import { homedir, hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../core/domain/errors.ts';
import { createApp, type App } from '../core/services/app.ts';
import { createInterfaceFiles } from '../core/services/interface/interface-files.ts';
import type { SteadyClock } from '../core/services/ports.ts';
import { clockFor, dataFolderIn } from '../core/services/start-options.ts';
import { adoptQuestion, openOrAsk } from './adopt-folder.ts';
import { createChoosePath } from './choose-path.ts';
import { registerIpc } from './ipc.ts';
import { runApp } from './life-cycle.ts';
import { menuLanguage, menuTemplate } from './menu.ts';
import { isHeldHere, lockFile, makeProfileFolder, type Machine } from './profile-folder.ts';
import { APP_ORIGIN, APP_SCHEME, registerProtocol } from './protocol.ts';
import { createSavePdf } from './save-pdf.ts';
import { guardContents, lockDown } from './security.ts';
import { showPage } from './show-page.ts';
import { ForeignLock, refusal, stopped } from './texts.ts';
import { remind } from './reminding.ts';
import { restoreBounds, saveBounds, windowOptions } from './window.ts';

const DIST = dirname(dirname(fileURLToPath(import.meta.url)));
const { env, platform } = process;
const machine: Machine = { platform, env, home: homedir(), temp: tmpdir(), host: hostname() };

app.enableSandbox();
protocol.registerSchemesAsPrivileged([APP_SCHEME]);
app.on('web-contents-created', (_event, contents) => guardContents(contents, APP_ORIGIN));
app.on('window-all-closed', () => app.quit());
// A terminal that was closed must not take the app with it.
for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);

try {
  begin();
} catch (error) {
  // A box can be shown only when Electron is ready.
  void app.whenReady().then(() => {
    refuse(error, env['JAMDAI_DATA'] ?? '');
    app.exit(1);
  });
}

function begin(): void {
  const dataDir = dataFolderIn(env) ?? app.getPath('userData');
  const clock = clockFor(undefined, env);
  const profile = makeProfileFolder(machine, dataDir);
  app.setPath('userData', profile);
  app.setPath('sessionData', profile);
  // One instance a data folder: the lock lies in the profile.
  if (!app.requestSingleInstanceLock()) {
    if (!isHeldHere(profile, machine)) throw new ForeignLock(lockFile(profile));
    announceStart();
    app.quit();
    return;
  }
  let running = false;
  const end = runApp(app, {
    start: async () => {
      announceStart();
      const host = await start(dataDir, clock);
      running = true;
      return host;
    },
    openWindow: (host) => openWindow(host, dataDir),
    bringToFront,
    refuse: (error) => (running ? tellFault(error) : refuse(error, dataDir)),
    log: logUnexpected,
  });
  process.on('uncaughtException', end);
  process.on('unhandledRejection', logUnexpected);
}

/** Tells `npm start`, where that is who started us, that Electron itself works here. */
function announceStart(): void {
  process.send?.('started');
}

async function start(dataDir: string, clock: SteadyClock): Promise<App> {
  const showMenu = (language: 'th' | 'en') =>
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, platform)));
  const open = (adopt: boolean) =>
    createApp({
      dataDir,
      // Where nobody named a folder it is our own.
      adopt: adopt || dataFolderIn(env) === undefined,
      coursesDir: join(DIST, 'courses'),
      clock,
      shell: 'electron',
      version: app.getVersion(),
      log: logUnexpected,
      openFolder: async (folder) => {
        if ((await shell.openPath(folder)) !== '') throw new AppError('not-reachable', 'no file manager');
      },
      choosePath: createChoosePath(dialog, () => BrowserWindow.getAllWindows()[0], clock),
      savePdf: createSavePdf(dialog, () => BrowserWindow.getAllWindows()[0]),
      onSettings: ({ language }) => showMenu(menuLanguage(language, app.getLocale())),
    });
  const host = await openOrAsk(open, () => dialog.showMessageBox(adoptQuestion(dataDir)));
  lockDown(session.defaultSession);
  registerProtocol(session.defaultSession.protocol, createInterfaceFiles(join(DIST, 'renderer')), host.door);
  registerIpc(ipcMain, host.router, APP_ORIGIN);
  const language = () => menuLanguage(host.settings().language, app.getLocale());
  showMenu(language());
  const stopReminding = remind(host, {
    clock,
    language,
    note: (text) => (Notification.isSupported() ? new Notification(text) : null),
    setBadge: (count) => app.setBadgeCount(count),
    onclick: () => void bringToFront(),
    log: logUnexpected,
  });
  const close = async () => {
    stopReminding();
    await host.close();
  };
  return { ...host, close };
}

function openWindow(host: App, dataDir: string): void {
  const boundsFile = join(dataDir, 'window.json');
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const bounds = restoreBounds(boundsFile, screens);
  const window = new BrowserWindow(windowOptions(join(DIST, 'electron', 'preload.cjs'), bounds, app.isPackaged));
  window.once('ready-to-show', () => window.show());
  window.on('close', () => saveBounds(boundsFile, window.getNormalBounds()));
  showPage(window, `${APP_ORIGIN}/index.html`, {
    dialog,
    language: () => menuLanguage(host.settings().language, app.getLocale()),
    quit: () => app.quit(),
    log: logUnexpected,
  });
}

function bringToFront(): boolean {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
  return window !== undefined;
}

/** The app can not start: says why in a native box. */
function refuse(error: unknown, dataDir: string): void {
  logUnexpected(error);
  dialog.showErrorBox('Jamdai', refusal(error, dataDir));
}

/** A fault of our own: what the process holds can not be trusted any more, what is on the disk can. */
function tellFault(error: unknown): void {
  console.error(error);
  dialog.showErrorBox('Jamdai', stopped());
}

function logUnexpected(error: unknown): void {
  if (!(error instanceof AppError) || error.cause !== undefined) console.error(error);
}
