import { standInApp } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { calls } from './calls.ts';
import { needs, onlyKnown, strict } from './strict.ts';

const ROLES = new Set(
  (
    'about appMenu close copy cut delete editMenu fileMenu forceReload front help hide hideOthers minimize paste ' +
    'pasteAndMatchStyle quit redo reload resetZoom selectAll services startSpeaking stopSpeaking toggleDevTools ' +
    'togglefullscreen undo unhide viewMenu window windowMenu zoom zoomIn zoomOut'
  ).split(' '),
);
type Window = ReturnType<typeof BrowserWindow.getFocusedWindow> | undefined;
const BY_ROLE: Readonly<Record<string, (window: Window) => void>> = {
  quit: () => standInApp.quit(),
  close: (window) => window?.close(),
  minimize: (window) => window?.minimize(),
  togglefullscreen: (window) => window?.setFullScreen(!window.isFullScreen()),
};

interface Entry {
  readonly role?: string;
  readonly type?: string;
  readonly label?: string;
  readonly submenu?: readonly Entry[];
  readonly click?: (window: Window) => void;
}

let applicationMenu: StandInMenu | null = null;

class StandInMenu {
  static buildFromTemplate = (template: readonly Entry[]): StandInMenu => new Menu(template);
  static setApplicationMenu = (menu: StandInMenu | null): void => void (applicationMenu = menu);
  static getApplicationMenu = (): StandInMenu | null => applicationMenu;

  readonly items: readonly object[];
  constructor(template: readonly Entry[] = []) {
    this.items = template.map((entry) => strict('menuItem', itemOf(entry)));
    return strict('menu', this);
  }
}

function itemOf(entry: Entry): object {
  onlyKnown('member of a menu item', entry, ['role', 'type', 'label', 'submenu', 'click']);
  const { role, submenu, type = submenu ? 'submenu' : 'normal', label = role ?? '' } = entry;
  needs(role === undefined || ROLES.has(role), `Unknown role ${role}`);
  needs(type === 'separator' || label !== '', 'Invalid template for MenuItem: must have a label, a role or a type');
  const act = entry.click ?? (role === undefined ? undefined : BY_ROLE[role]) ?? (() => calls.push(['role', role]));
  const click = () => act(BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]);
  return { role, type, label, click, submenu: submenu && new Menu(submenu) };
}

export const Menu = strict('Menu', StandInMenu);
