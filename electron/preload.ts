import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { API_CHANNEL } from '../core/api/channel.ts';
import type { Host } from '../core/api/client.ts';

// Fails closed: if someone turns either off, the window shows nothing and every e2e spec is red.
if (!process.sandboxed || !process.contextIsolated) throw new Error('the preload must run sandboxed and isolated');

/** The whole Electron surface of the page. Data in, data out; no event object, no callback. */
const host = {
  call: (method, input) => ipcRenderer.invoke(API_CHANNEL, method, input),
  // A page can not make such a file up: Electron knows those alone that the learner dropped or chose.
  pathOf: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
} satisfies Host;

contextBridge.exposeInMainWorld('host', host);
