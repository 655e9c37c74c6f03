import { BrowserWindow } from './browser-window.ts';
import { calls } from './calls.ts';
import { ask } from './chromium.ts';
import { needs, strict } from './strict.ts';

/** A dialog that the learner closes. It may be given the window it belongs to, then must be given its options. */
const closed =
  <T>(name: string, answer: T) =>
  (...args: unknown[]): Promise<T> => {
    const options = args.length === 2 ? args[1] : args[0];
    needs(args.length <= 2 && typeof options === 'object' && options !== null, `${name}: options are missing`);
    if (args.length === 2) needs(args[0] instanceof BrowserWindow, `${name}: the parent is no window`);
    calls.push([name, ...args]);
    return Promise.resolve(answer);
  };

export const dialog = strict('dialog', {
  showOpenDialog: closed('showOpenDialog', { canceled: true, filePaths: [] as string[] }),
  showSaveDialog: closed('showSaveDialog', { canceled: true, filePath: '' }),
  showMessageBox: closed('showMessageBox', { response: 0, checkboxChecked: false }),
  showErrorBox(title: string, content: string): void {
    needs(typeof title === 'string' && typeof content === 'string', 'showErrorBox takes two texts');
    void ask('error-box', `${title}\n${content}`).catch(() => undefined);
  },
});

export const screen = strict('screen', {
  getAllDisplays: () => [
    {
      id: 1,
      bounds: { x: 0, y: 0, width: 1920, height: 1080 },
      workArea: { x: 0, y: 25, width: 1920, height: 1055 },
      scaleFactor: 1,
    },
  ],
});

export const shell = strict('shell', {
  openPath(path: string): Promise<string> {
    calls.push(['openPath', path]);
    return Promise.resolve('');
  },
});
