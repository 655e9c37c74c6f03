// `npm start`: the app in Electron, or in the browser where Electron's runtime is not to be had.
import { spawn } from 'node:child_process';
import { electronBinary, fetchElectron } from './electron-binary.mjs';
import { isFresh } from './sources.mjs';

if (!isFresh()) {
  const { build } = await import('./build.mjs');
  await build('warn');
}

const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const binary = electronBinary() ?? fetchElectron();
if (binary && hasScreen) {
  const child = spawn(binary, ['.', ...process.argv.slice(2)], { stdio: 'inherit' });
  child.on('exit', (code) => process.exit(code ?? 1));
} else {
  const reason = binary ? 'There is no screen for Electron here' : "Electron's runtime can not be fetched here";
  console.log(`${reason}, so Jamdai runs in your web browser instead, at the address below; Ctrl+C ends it.`);
  const child = spawn(process.execPath, ['build/run.mjs', 'web', ...process.argv.slice(2)], {
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  child.stdout.setEncoding('utf8').on('data', (text) => {
    const ready = /"url":"([^"]+)"/.exec(text);
    if (ready) console.log(ready[1]);
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}
