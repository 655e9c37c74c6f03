import { expect } from '@playwright/test';
import { launch, type StandIn } from '../stand-in/launch.ts';
import { TIME_ZONE, type DesktopShell, type MainProcess, type ShellOptions } from './shell.ts';

type Env = Readonly<Record<string, string>>;

/** The built main process in Node, its windows pages of Chromium: what Electron itself adds is played by e2e/stand-in. */
export function standInShell({ dataDir, cacheDir, locale, newContext }: ShellOptions): DesktopShell {
  let running: StandIn | null = null;
  let expectsBoxes = false;
  const closings: Promise<void>[] = [];
  const started = async (env: Env, onRequest?: (url: string) => void): Promise<StandIn> => {
    const context = await newContext({ timezoneId: TIME_ZONE });
    const all = { JAMDAI_DATA: dataDir, XDG_CACHE_HOME: cacheDir, TZ: TIME_ZONE, STAND_IN_LOCALE: locale, ...env };
    const standIn = launch(context, all, onRequest);
    closings.push(standIn.exited.then(() => context.close()));
    return standIn;
  };
  return {
    async start(now, onRequest) {
      running = await started({ JAMDAI_NOW: String(now) }, onRequest);
      return running.firstWindow();
    },
    async end(crash) {
      if (!running) return void (await Promise.all(closings));
      const { process: child, exited, faults, evaluate } = running;
      running = null;
      if (crash) child.kill('SIGKILL');
      // The process may end while it is asked to.
      else await evaluate(({ app }) => app.quit(), undefined).catch(() => undefined);
      const status = await exited;
      await Promise.all(closings);
      if (crash || expectsBoxes) return;
      expect(status, 'exit status of the main process').toBe(0);
      expect(faults, 'no error box, no failed preload').toEqual([]);
    },
    main: () => asMain(running!),
    async launch(env = {}) {
      running = await started(env);
      expectsBoxes = true;
      return asMain(running);
    },
    startAnother: async (env = {}) => asMain(await started(env)),
  };
}

function asMain(standIn: StandIn): MainProcess {
  const { exited, faults: boxes, firstWindow, windows, process: child } = standIn;
  const evaluate: MainProcess['evaluate'] = (run, arg) => standIn.evaluate(run, arg as never);
  return { exited, boxes, firstWindow, windows, evaluate, kill: (signal) => void child.kill(signal) };
}
