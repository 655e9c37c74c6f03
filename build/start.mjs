// `npm start`: the app in Electron, or in the browser where Electron's runtime is not to be had or does not start.
import { spawn } from 'node:child_process';
import { electronBinary, fetchElectron } from './electron-binary.mjs';
import { isFresh } from './sources.mjs';

if (!isFresh()) {
  const { build } = await import('./build.mjs');
  await build('warn');
}

const args = process.argv.slice(2);
/** What Ctrl+C and the system's signals go to. */
let running = null;
let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    isStopping = true;
    running?.kill(signal);
  });

const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const binary = electronBinary() ?? (hasScreen ? fetchElectron() : null);
if (!hasScreen) inBrowser('There is no screen for Electron here');
else if (binary) inElectron(binary);
else inBrowser("Electron's runtime is not here and can not be fetched now (`npx install-electron` fetches it)");

/** The app itself says when it runs; an end before that is a runtime that does not work here. */
function inElectron(path) {
  let hasStarted = false;
  const fall = (why) => {
    if (running === child) inBrowser(`Electron does not start here (${why}; \`npx install-electron\` fetches it anew)`);
  };
  const child = spawn(path, ['.', ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  running = child;
  child.on('message', () => (hasStarted = true));
  child.on('error', (error) => fall(error.code ?? error.message));
  child.on('exit', (code, signal) => {
    if (hasStarted || isStopping) process.exit(code ?? 1);
    fall(signal ?? `it ended with ${code}`);
  });
}

function inBrowser(reason) {
  console.log(`${reason}, so Jamdai runs in your web browser instead, at the address below; Ctrl+C ends it.`);
  const child = spawn(process.execPath, ['build/run.mjs', 'web', ...args], { stdio: ['inherit', 'pipe', 'inherit'] });
  running = child;
  child.stdout.setEncoding('utf8').on('data', (text) => {
    const ready = /"url":"([^"]+)"/.exec(text);
    if (ready) console.log(ready[1]);
  });
  child.on('exit', (code) => process.exit(code ?? 1));
}
