import { _electron, type ElectronApplication } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { electronBinary } from '../../build/electron-binary.mjs';
import { TIME_ZONE, type DesktopShell, type MainProcess, type ShellOptions } from './shell.ts';

type Env = Readonly<Record<string, string>>;
const BOXES = ['-r', './e2e/shells/boxes-on-stdout.cjs'];

/** The real thing, where its binary is. */
export function electronShell({ dataDir, cacheDir, locale }: ShellOptions): DesktopShell {
  const executablePath = electronBinary() ?? '';
  const args = [...BOXES, `--lang=${locale}`, '.'];
  const environment = (env: Env): Record<string, string> => ({
    ...(process.env as Record<string, string>),
    JAMDAI_DATA: dataDir,
    XDG_CACHE_HOME: cacheDir,
    TZ: TIME_ZONE,
    ...env,
  });
  let running: { app: ElectronApplication; main: MainProcess } | null = null;
  const launch = async (env: Env) => {
    const app = await _electron.launch({ executablePath, args, locale, env: environment(env) });
    running = { app, main: asMain(app) };
    return running;
  };
  return {
    async start(now, onRequest) {
      const { app } = await launch({ JAMDAI_NOW: String(now) });
      app.context().on('request', (request) => onRequest(request.url()));
      return app.firstWindow();
    },
    async end(crash) {
      if (crash) running?.app.process().kill('SIGKILL');
      else await running?.app.close();
      await running?.main.exited;
      running = null;
    },
    main: () => running!.main,
    launch: async (env = {}) => (await launch(env)).main,
    startAnother: async (env = {}) =>
      ended(spawn(executablePath, args, { env: environment(env), stdio: ['ignore', 'pipe', 'inherit'] })),
  };
}

function asMain(app: ElectronApplication): MainProcess {
  return {
    ...ended(app.process()),
    firstWindow: () => app.firstWindow(),
    windows: () => app.windows(),
    kill: (signal) => void app.process().kill(signal),
    evaluate: (run, arg) => app.evaluate(run as never, arg),
  };
}

function ended(child: ChildProcess): Pick<MainProcess, 'boxes' | 'exited'> {
  const boxes: string[] = [];
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('BOX ')) boxes.push(JSON.parse(line.slice(4)) as string);
    });
  return { boxes, exited: once(child, 'exit').then(([code]) => code as number | null) };
}
