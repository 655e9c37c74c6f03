import { CODEC } from './codec.ts';

/** Name of the binding that only the isolated world has. */
export const BINDING = 'standInToMain';
export const WORLD = 'Electron Isolated Context';

/**
 * Both worlds share the DOM, but no object. They speak by DOM events of a secret name, whose `detail` Chromium clones on the
 * way. Neither half runs in frames, as a preload does not.
 */
const speak = (secret: string) => `
  if (window !== top) return;
  const on = (name, listener) => addEventListener('${secret}' + name, (event) => listener(event.detail));
  const say = (name, detail) => dispatchEvent(new CustomEvent('${secret}' + name, { detail }));`;

/** The page's own world: makes what the preload exposes, before the page's scripts run. */
export const mainWorld = (secret: string): string => `(() => {${speak(secret)}
  const pending = new Map();
  let last = 0, returned;
  on('returned', (detail) => (returned = detail));
  on('settled', ({ id, value, error }) => {
    const { resolve, reject } = pending.get(id);
    pending.delete(id);
    error === undefined ? resolve(value) : reject(new Error(error));
  });
  const call = (path) => (...args) => {
    let copy;
    try { copy = structuredClone(args); } catch { throw new Error('An object could not be cloned.'); }
    const id = (last += 1);
    const promise = new Promise((resolve, reject) => pending.set(id, { resolve, reject }));
    say('call', { id, path, args: copy });
    if (returned.error !== undefined) throw new Error(returned.error);
    return returned.isPromise ? promise : returned.value;
  };
  const build = (shape) => {
    if (shape.path) return call(shape.path);
    if (!shape.members) return shape.value;
    return Object.freeze(Object.fromEntries(shape.members.map(([key, member]) => [key, build(member)])));
  };
  on('expose', ({ key, shape }) => Object.defineProperty(window, key, { value: build(shape), enumerable: true }));
})();`;

/** The isolated world: Electron's two modules of a renderer, then the preload itself. @param process what it sees as `process` */
export const isolatedWorld = (secret: string, preload: string, process: object): string => `(() => {${speak(secret)}
  ${CODEC}
  const toMain = (message) => ${BINDING}(JSON.stringify(message));
  const pending = new Map();
  let last = 0;
  globalThis.standInReply = (id, text, error) => {
    const { resolve, reject } = pending.get(id);
    pending.delete(id);
    error === undefined ? resolve(decode(JSON.parse(text))) : reject(new Error(error));
  };
  const strict = (name, object) => new Proxy(object, { get(target, key) {
    if (typeof key === 'string' && !(key in target)) throw new Error('the stand-in has no ' + name + '.' + key);
    return target[key];
  } });
  const ipcRenderer = strict('ipcRenderer', {
    invoke: (channel, ...args) => new Promise((resolve, reject) => {
      const id = (last += 1);
      pending.set(id, { resolve, reject });
      toMain({ id, channel, args: encode(structuredClone(args)) });
    }),
  });
  const functions = new Map();
  const shapeOf = (value, path) => {
    if (typeof value === 'function') { functions.set(path, value); return { path }; }
    if (Object.prototype.toString.call(value) === '[object Object]')
      return { members: Object.entries(value).map(([key, member]) => [key, shapeOf(member, path + '.' + key)]) };
    return { value: structuredClone(value) };
  };
  on('call', ({ id, path, args }) => {
    try {
      const value = functions.get(path)(...args);
      if (!(value instanceof Promise)) return say('returned', { value });
      say('returned', { isPromise: true });
      value.then((value) => say('settled', { id, value }), (error) => say('settled', { id, error: String(error?.message ?? error) }));
    } catch (error) { say('returned', { error: String(error?.message ?? error) }); }
  });
  const contextBridge = strict('contextBridge', { exposeInMainWorld(key, api) {
    if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
    say('expose', { key, shape: shapeOf(api, key) });
  } });
  const module = { exports: {} };
  const require = (name) => {
    // Chromium does not tell a page where a file lies: as of a file that is none of the disk.
    const webUtils = strict('webUtils', { getPathForFile: () => '' });
    if (name === 'electron') return strict('electron', { contextBridge, ipcRenderer, webUtils });
    throw new Error('module not found: ' + name);
  };
  try {
    (function (require, module, exports, process) { ${preload}
    })(require, module, module.exports, strict('process', ${JSON.stringify(process)}));
  } catch (error) { toMain({ preloadError: String(error?.stack ?? error) }); }
})();`;
