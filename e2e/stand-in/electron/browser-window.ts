import { readFileSync } from 'node:fs';
import { standInApp } from './app.ts';
import { ask } from './chromium.ts';
import { privileged } from './protocol.ts';
import { permissions } from './session.ts';
import { needs, onlyKnown, strict, StrictEmitter } from './strict.ts';
import { WebContents } from './web-contents.ts';

const EVENTS = ['ready-to-show', 'show', 'close', 'closed'];
const OPTIONS = 'x y width height minWidth minHeight show title webPreferences'.split(' ');
const PREFERENCES = 'preload nodeIntegration contextIsolation sandbox webSecurity devTools spellcheck'.split(' ');

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}
interface Options extends Partial<Bounds> {
  readonly show?: boolean;
  readonly webPreferences?: {
    readonly preload?: string;
    readonly nodeIntegration?: boolean;
    readonly contextIsolation?: boolean;
    readonly sandbox?: boolean;
    readonly webSecurity?: boolean;
  };
}
/** How a load ended, as Chromium tells it: nothing, or its error. */
type Failure = { readonly code: number; readonly description: string } | null;

let lastId = 0;
const windows: StandInWindow[] = [];
standInApp.windows = { all: () => [...windows] };

class StandInWindow extends StrictEmitter {
  static getAllWindows = (): StandInWindow[] => [...windows];
  static getFocusedWindow = (): StandInWindow | null => windows.find((window) => window.isFocused()) ?? null;
  static fromId = (id: number): StandInWindow | null => windows.find((window) => window.id === id) ?? null;
  static fromWebContents = ({ id }: { id: number }): StandInWindow | null => StandInWindow.fromId(id);

  readonly id = (lastId += 1);
  readonly webContents: WebContents;
  private readonly itself: this;
  private readonly made: Promise<unknown>;
  private readonly bounds: Bounds;
  private readonly state = { visible: false, minimized: false, focused: false, fullScreen: false, destroyed: false };

  constructor(options: Options = {}) {
    super('window', EVENTS);
    needs(standInApp.isReady(), 'Cannot create BrowserWindow before app is ready');
    const { webPreferences = {}, show = true, x = 320, y = 140, width = 800, height = 600 } = options;
    onlyKnown('option of a window', options, OPTIONS);
    onlyKnown('web preference', webPreferences, PREFERENCES);
    const { preload, nodeIntegration, contextIsolation = true, sandbox = true, webSecurity = true } = webPreferences;
    const isSafe = !nodeIntegration && contextIsolation && sandbox && webSecurity;
    needs(isSafe, 'the stand-in has only sandboxed, isolated windows');
    this.bounds = { x, y, width, height };
    const crash = () => void ask('window.crash', { id: this.id }).catch(() => undefined);
    this.webContents = strict('webContents', new WebContents(this.id, () => this.isDestroyed(), crash));
    this.itself = strict('window', this);
    windows.push(this.itself);
    standInApp.tell('web-contents-created', {}, this.webContents);
    standInApp.tell('browser-window-created', {}, this.itself);
    this.made = ask('window.create', {
      id: this.id,
      bounds: this.bounds,
      preload: readPreload(preload),
      sandbox,
      contextIsolation,
      schemes: privileged(),
      permissions: permissions(),
    });
    if (show) this.show();
    return this.itself;
  }

  async loadURL(url: string): Promise<void> {
    const { webContents } = this;
    webContents.url = url;
    const failed = ({ code, description }: NonNullable<Failure>) => {
      const error = new Error(`${description} (${code}) loading '${url}'`);
      return Object.assign(error, { code: description, errno: code, url });
    };
    const loaded = this.made
      .then(() => ask('window.load', { id: this.id, url }))
      .then((failure) => {
        if (this.isDestroyed()) return;
        if (!failure) return void webContents.tell('did-finish-load');
        const { code, description } = failure as NonNullable<Failure>;
        webContents.tell('did-fail-load', {}, code, description, url, true);
        throw failed({ code, description });
      });
    // As in Electron's lib/browser/api/web-contents.ts: contents that are destroyed while they load reject.
    let destroyed: () => void = () => undefined;
    const gone = new Promise((_resolve, reject) => {
      destroyed = () => reject(failed({ code: -2, description: 'ERR_FAILED' }));
      webContents.once('destroyed', destroyed);
    });
    await Promise.race([loaded, gone]).finally(() => webContents.off('destroyed', destroyed));
  }

  show(): void {
    this.state.visible = true;
    this.focus();
    this.emit('show');
  }
  hide = (): void => void (this.state.visible = false);
  isVisible = (): boolean => this.state.visible;
  minimize = (): void => void Object.assign(this.state, { minimized: true, focused: false });
  restore = (): void => void (this.state.minimized = false);
  isMinimized = (): boolean => this.state.minimized;
  focus = (): void => void (this.state.focused = true);
  isFocused = (): boolean => this.state.focused;
  setFullScreen = (flag: boolean): void => void (this.state.fullScreen = flag);
  isFullScreen = (): boolean => this.state.fullScreen;
  getBounds = (): Bounds => ({ ...this.bounds });
  getNormalBounds = (): Bounds => ({ ...this.bounds });
  setBounds = (bounds: Partial<Bounds>): void => void Object.assign(this.bounds, bounds);
  isDestroyed = (): boolean => this.state.destroyed;

  close(): void {
    if (this.isDestroyed()) return;
    if (this.tell('close').defaultPrevented) standInApp.stayed();
    else this.destroy();
  }
  destroy(): void {
    if (this.isDestroyed()) return;
    this.state.destroyed = true;
    windows.splice(windows.indexOf(this.itself), 1);
    void ask('window.close', { id: this.id }).catch(() => undefined);
    this.webContents.emit('destroyed');
    this.emit('closed');
    // Chromium closes a window a moment later.
    setImmediate(() => standInApp.windowGone());
  }
}

/** A preload that can not be read does not keep Electron from loading the page: it is said on the console only. */
function readPreload(path: string | undefined): string {
  if (path === undefined) return '';
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    console.error(`Unable to load preload script: ${path}\n${String(error)}`);
    return '';
  }
}

export const BrowserWindow = strict('BrowserWindow', StandInWindow);
