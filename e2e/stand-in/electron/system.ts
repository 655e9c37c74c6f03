import { BrowserWindow } from './browser-window.ts';
import { calls } from './calls.ts';
import { ask } from './chromium.ts';
import { needs, strict } from './strict.ts';

/** Notes what a dialog was asked: options, before them the window it belongs to where it has one. Returns the options. */
function asked<Options extends object>(name: string, args: unknown[]): Options {
  const options = args.length === 2 ? args[1] : args[0];
  needs(args.length <= 2 && typeof options === 'object' && options !== null, `${name}: options are missing`);
  if (args.length === 2) needs(args[0] instanceof BrowserWindow, `${name}: the parent is no window`);
  calls.push([name, ...args]);
  return options as Options;
}

/** The learner closes every dialog; a spec puts in the place of one what else it needs. */
export const dialog = strict('dialog', {
  showOpenDialog(...args: unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> {
    asked('showOpenDialog', args);
    return Promise.resolve({ canceled: true, filePaths: [] });
  },
  showSaveDialog(...args: unknown[]): Promise<{ canceled: boolean; filePath: string }> {
    asked('showSaveDialog', args);
    return Promise.resolve({ canceled: true, filePath: '' });
  },
  showMessageBox(...args: unknown[]): Promise<{ response: number; checkboxChecked: boolean }> {
    const { cancelId = 0 } = asked<{ cancelId?: number }>('showMessageBox', args);
    return Promise.resolve({ response: cancelId, checkboxChecked: false });
  },
  showErrorBox(title: string, content: string): void {
    needs(typeof title === 'string' && typeof content === 'string', 'showErrorBox takes two texts');
    void ask('error-box', `${title}\n${content}`).catch(() => undefined);
  },
});

/** A notification of the system: nobody clicks on it. */
export class Notification {
  static isSupported = (): boolean => true;

  constructor(private readonly text: { title: string; body: string }) {
    needs(typeof text.title === 'string' && typeof text.body === 'string', 'Notification takes a title and a body');
  }
  on(event: string, listener: unknown): this {
    needs(event === 'click' && typeof listener === 'function', `Notification has no event ${event} here`);
    return this;
  }
  show(): void {
    calls.push(['Notification.show', this.text]);
  }
}

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
