import type { App as ElectronApp } from 'electron';

/** Ends the app only after `close` is done: the snapshot is written and the data folder free. A second quit does not wait twice. */
export function quitAfter(
  app: Pick<ElectronApp, 'on' | 'exit'>,
  close: () => Promise<void>,
  log: (error: unknown) => void,
): void {
  let closing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    // Every answer is in the journal already; a failed snapshot only makes the next start slower.
    close()
      .catch(log)
      .finally(() => app.exit(0));
  });
}
