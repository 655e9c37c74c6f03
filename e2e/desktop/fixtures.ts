import { test as base } from '../fixtures.ts';
import type { DesktopShell, MainProcess } from '../shells/shell.ts';

interface Fixtures {
  readonly desktop: DesktopShell;
  /** The main process that runs now. */
  readonly main: () => MainProcess;
}

/** Specs of Electron's main process: for the stand-in, and for the real binary where it is. */
export const test = base.extend<Fixtures>({
  desktop: ({ shell }, use) => use(shell as DesktopShell),
  main: ({ desktop }, use) => use(() => desktop.main()),
});
export { expect, MONDAY } from '../fixtures.ts';

/** The page's one way to the main process. */
export interface Page {
  readonly host: {
    call(
      method: unknown,
      input: unknown,
    ): Promise<{ ok: boolean; value?: Record<string, unknown>; error?: { code: string; details: unknown } }>;
  };
}
