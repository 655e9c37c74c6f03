import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { API_CHANNEL } from '../core/api/channel.ts';
import { toWireError } from '../core/api/wire.ts';
import { AppError } from '../core/domain/errors.ts';
import type { Router } from '../core/services/router.ts';

/**
 * Only our own top frame may call the API (Electron security list, item 17). Compares `origin`, not `url`: about:blank and
 * blob: pages have urls that do not say who controls them. A frame that has already gone is null, and is refused too.
 */
export function isTrustedSender(event: Pick<IpcMainInvokeEvent, 'senderFrame'>, origin: string): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.origin === origin;
}

/** The only handler of the app; what a method does is decided by the router alone. */
export function registerIpc(ipcMain: Pick<IpcMain, 'handle'>, router: Router, origin: string): void {
  ipcMain.handle(API_CHANNEL, (event, method: unknown, input: unknown) =>
    isTrustedSender(event, origin)
      ? router(method, input)
      : toWireError(new AppError('untrusted-caller', 'ipc call from a foreign frame')),
  );
}
