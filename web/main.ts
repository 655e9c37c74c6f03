import { randomBytes } from 'node:crypto';
import { AppError } from '../core/domain/errors.ts';
import { createApp } from '../core/services/app.ts';
import { createInterfaceFiles } from '../core/services/interface/interface-files.ts';
import { startFailure } from '../core/services/start-failure.ts';
import { openPage } from './open-page.ts';
import { openWithSystem } from './open-with-system.ts';
import { readOptions } from './options.ts';
import { COURSES_DIR, RENDERER_DIR, version } from './places.ts';
import { startServer } from './server.ts';

/** The web shell: the same app in a browser, for machines without Electron and for tests. Prints one line of JSON when ready. */
async function main(): Promise<void> {
  const { dataDir, adopt, clock, port, openBrowser } = readOptions(process.argv.slice(2), process.env);
  const app = await createApp({
    dataDir,
    adopt,
    coursesDir: COURSES_DIR,
    clock,
    shell: 'web',
    version: version(),
    log: logUnexpected,
    openFolder: async (folder) => {
      if (!(await openWithSystem(folder, process.platform))) throw new AppError('not-reachable', 'no file manager');
    },
  });
  const token = randomBytes(32).toString('base64url');
  const { router, door } = app;
  const server = await startServer({ router, door, findFile: createInterfaceFiles(RENDERER_DIR), port, token });
  const url = `http://127.0.0.1:${server.port}/#token=${token}`;

  let closing = false;
  const stop = async () => {
    if (closing) return;
    closing = true;
    await server.close();
    await app.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());

  console.log(JSON.stringify({ url, port: server.port, token }));
  // The address is printed: whoever has no browser to be opened, or no room for its file, takes it from there.
  if (openBrowser) await openPage(url, process.platform, process.env).catch(logUnexpected);
}

/** Expected failures are told to the learner; the log is for the others. */
function logUnexpected(error: unknown): void {
  if (!(error instanceof AppError) || error.cause !== undefined) console.error(error);
}

main().catch((error: unknown) => {
  const isExpected = error instanceof AppError || error instanceof TypeError;
  console.error(isExpected ? startFailure(error) : error);
  process.exitCode = error instanceof TypeError ? 2 : 1;
});
