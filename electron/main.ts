import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session, shell } from 'electron';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../core/domain/errors.ts';
import { createApp } from '../core/services/app.ts';
import { createInterfaceFiles } from '../core/services/interface/interface-files.ts';
import { startFailure } from '../core/services/start-failure.ts';
import { clockFor, dataFolderIn } from '../core/services/start-options.ts';
import { adoptQuestion, openOrAsk } from './adopt-folder.ts';
import { createChoosePath } from './choose-path.ts';
import { registerIpc } from './ipc.ts';
import { menuLanguage, menuTemplate } from './menu.ts';
import { APP_ORIGIN, APP_SCHEME, registerProtocol } from './protocol.ts';
import { quitAfter } from './quit.ts';
import { guardContents, lockDown } from './security.ts';
import { restoreBounds, saveBounds, windowOptions } from './window.ts';

const DIST = dirname(dirname(fileURLToPath(import.meta.url)));
const dataFolder = dataFolderIn(process.env);

app.enableSandbox();
// One instance a data folder: the lock lives there.
if (dataFolder) app.setPath('userData', dataFolder);
protocol.registerSchemesAsPrivileged([APP_SCHEME]);
app.on('web-contents-created', (_event, contents) => guardContents(contents, APP_ORIGIN));
app.on('window-all-closed', () => app.quit());

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  void app.whenReady().then(start).catch(fail);
} else {
  app.quit();
}

async function start(): Promise<void> {
  const showMenu = (language: 'th' | 'en') =>
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, process.platform)));
  const dataDir = app.getPath('userData');
  const open = (adopt: boolean) =>
    createApp({
      dataDir,
      // Where nobody named a folder it is our own.
      adopt: adopt || !dataFolder,
      coursesDir: join(DIST, 'courses'),
      clock: clockFor(undefined, process.env),
      shell: 'electron',
      version: app.getVersion(),
      log: logUnexpected,
      openFolder: async (folder) => {
        if ((await shell.openPath(folder)) !== '') throw new AppError('not-reachable', 'no file manager');
      },
      choosePath: createChoosePath(dialog, () => new Date().toISOString().slice(0, 10)),
      onSettings: ({ language }) => showMenu(menuLanguage(language, app.getLocale())),
    });
  const host = await openOrAsk(open, () => dialog.showMessageBox(adoptQuestion(dataDir)));
  quitAfter(app, () => host.close(), logUnexpected);
  lockDown(session.defaultSession);
  registerProtocol(session.defaultSession.protocol, createInterfaceFiles(join(DIST, 'renderer')));
  registerIpc(ipcMain, host.router, APP_ORIGIN);
  showMenu(menuLanguage(host.settings().language, app.getLocale()));
  await openWindow();
}

async function openWindow(): Promise<void> {
  const boundsFile = join(app.getPath('userData'), 'window.json');
  const bounds = restoreBounds(
    boundsFile,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow(windowOptions(join(DIST, 'electron', 'preload.cjs'), bounds, app.isPackaged));
  window.once('ready-to-show', () => window.show());
  window.on('close', () => saveBounds(boundsFile, window.getNormalBounds()));
  await window.loadURL(`${APP_ORIGIN}/index.html`);
}

/** The app can not start: the data folder is in use, too new or can not be read. Says so in a native box, then ends. */
function fail(error: unknown): void {
  logUnexpected(error);
  dialog.showErrorBox(
    'Jamdai',
    `เปิดข้อมูลการเรียนไม่ได้ · The study data can not be opened\n\n${startFailure(error)}\n${app.getPath('userData')}`,
  );
  app.exit(1);
}

function logUnexpected(error: unknown): void {
  if (!(error instanceof AppError) || error.cause !== undefined) console.error(error);
}
