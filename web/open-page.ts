import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { openWithSystem } from './open-with-system.ts';

/** The browser has read the file by then, however slowly it starts, milliseconds. */
const FORGET_AFTER_MS = 60_000;

/**
 * Opens an address that holds a secret in the browser. Arguments of programs can be read by every user of the machine, so the
 * browser is given a file that leads to the address; only this user can read it, and it is gone a minute later or when this
 * process ends. Resolves false where the system has no program for it.
 * @throws NodeJS.ErrnoException where the file can not be written
 */
export async function openPage(url: string, platform: NodeJS.Platform, env: NodeJS.ProcessEnv): Promise<boolean> {
  const folder = mkdtempSync(join(runtimeFolder(env), 'jamdai-'));
  const forget = () => {
    clearTimeout(timer);
    process.off('exit', forget);
    rmSync(folder, { recursive: true, force: true });
  };
  const timer = setTimeout(forget, FORGET_AFTER_MS).unref();
  process.once('exit', forget);
  try {
    const file = join(folder, 'jamdai.html');
    writeFileSync(file, leadingTo(url), { mode: 0o600, flag: 'wx' });
    if (await openWithSystem(file, platform)) return true;
  } catch (error) {
    forget();
    throw error;
  }
  forget();
  return false;
}

/** The user's own folder for such files, where there is one that nobody else may enter; else the system's for all users. */
function runtimeFolder(env: NodeJS.ProcessEnv): string {
  const folder = env['XDG_RUNTIME_DIR'];
  if (folder === undefined || !isAbsolute(folder)) return tmpdir();
  const stat = statSync(folder, { throwIfNoEntry: false });
  const isOurs = stat?.isDirectory() === true && stat.uid === process.getuid?.() && (stat.mode & 0o077) === 0;
  return isOurs ? folder : tmpdir();
}

/** `url` is made by us and holds nothing that HTML would read otherwise. */
const leadingTo = (url: string) => `<!doctype html>
<html lang="th">
  <head>
    <meta charset="utf-8">
    <meta name="referrer" content="no-referrer">
    <meta http-equiv="refresh" content="0;url=${url}">
    <title>จำได้ · Jamdai</title>
  </head>
  <body><a href="${url}">จำได้ · Jamdai</a></body>
</html>
`;
