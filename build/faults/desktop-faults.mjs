/**
 * Faults the specs of the desktop shell must notice: if planting one leaves the specs green, they prove nothing of what it
 * breaks.
 *
 * @typedef {import('./plant.mjs').Fault & { red: string }} DesktopFault `red`: title of a spec that must fail
 */

/** @type {readonly DesktopFault[]} */
export const DESKTOP_FAULTS = [
  {
    name: 'no protocol handler',
    file: 'electron/main.ts',
    find: "registerProtocol(session.defaultSession.protocol, createInterfaceFiles(join(DIST, 'renderer')), host.door);",
    replace: '',
    red: 'the window is shown once it is painted, and speaks to the data folder it was given',
  },
  {
    name: 'wrong preload path',
    file: 'electron/main.ts',
    find: "'preload.cjs'",
    replace: "'preload.js'",
    red: 'the page has one function of the main process, in a world of its own',
  },
  {
    name: 'no sender check',
    file: 'electron/ipc.ts',
    find: 'isTrustedSender(event, origin)',
    replace: 'true',
    red: 'IPC refuses a page that is not ours',
  },
  {
    name: 'no navigation guard',
    file: 'electron/security.ts',
    find: 'if (!isOwnPage(event.url, origin)) event.preventDefault();',
    replace: '',
    red: 'the page can not leave for an address: by script, link or form',
  },
  {
    name: 'no window-open handler',
    file: 'electron/security.ts',
    find: "contents.setWindowOpenHandler(() => ({ action: 'deny' }));",
    replace: '',
    red: 'no window is opened for "index.html"',
  },
  {
    name: 'no lock-down',
    file: 'electron/main.ts',
    find: 'lockDown(session.defaultSession);',
    replace: '',
    red: 'every permission is denied',
  },
  {
    name: 'store not closed on quit',
    file: 'electron/life-cycle.ts',
    find: 'quitAfter(app, close, parts.log);',
    replace: '',
    red: 'the store is closed before the app ends: the menu',
  },
];
