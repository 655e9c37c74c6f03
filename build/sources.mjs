// Tells whether dist/ is as new as the sources.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';

export const STAMP = 'dist/.built';
const ROOTS = [
  'core',
  'content',
  'electron',
  'web',
  'renderer',
  'bench',
  // Built into programs.
  'e2e/year',
  'e2e/web-shell.ts',
  'build/chromium.mjs',
  'vite.config.ts',
  'svelte.config.js',
  'package-lock.json',
];

/** The latest change below the source folders, ms; folders count, so that a deleted file is noticed. */
export function newestSource() {
  let newest = 0;
  const visit = (path) => {
    const stat = statSync(path);
    newest = Math.max(newest, stat.mtimeMs);
    if (stat.isDirectory()) for (const name of readdirSync(path)) visit(`${path}/${name}`);
  };
  ROOTS.filter(existsSync).forEach(visit);
  return newest;
}

export const isFresh = () => existsSync(STAMP) && Number(readFileSync(STAMP, 'utf8')) >= newestSource();
