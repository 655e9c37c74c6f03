import { needs, strict } from './strict.ts';

type Listener = (event: object, ...args: unknown[]) => unknown;
const listeners = new Map<string, Listener>();

export const ipcMain = strict('ipcMain', {
  handle(channel: string, listener: Listener): void {
    needs(!listeners.has(channel), `Attempted to register a second handler for '${channel}'`);
    listeners.set(channel, listener);
  },
  removeHandler: (channel: string): void => void listeners.delete(channel),
});

/** Calls the handler of a channel as Electron does. @param frame what the sender is known by */
export async function invoke(channel: string, args: unknown[], sender: object, frame: object): Promise<unknown> {
  try {
    const listener = listeners.get(channel);
    needs(listener, `No handler registered for '${channel}'`);
    return await listener({ type: 'frame', sender, senderFrame: { parent: null, ...frame } }, ...args);
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error });
  }
}
