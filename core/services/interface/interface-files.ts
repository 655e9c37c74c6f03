import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

interface InterfaceFile {
  readonly path: string;
  readonly type: string;
}
export type FindFile = (pathname: string) => InterfaceFile | null;

/**
 * Finds the file of the interface that a url path names. Only files that were in the bundle's folder at start exist:
 * a path is looked up in that list and never joined, so no spelling of `..` leads out of it.
 */
export function createInterfaceFiles(folder: string): FindFile {
  const files = new Map<string, InterfaceFile>();
  // Its own recursion: `readdir` with `recursive` does not look into an asar archive.
  const collect = (below: string) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const type = TYPES[extname(entry.name)];
      if (entry.isDirectory()) collect(`${below}/${entry.name}`);
      else if (type) files.set(`${below}/${entry.name}`, { path: join(folder, below, entry.name), type });
    }
  };
  collect('');
  const index = files.get('/index.html');
  if (index) files.set('/', index);
  return (pathname) => {
    try {
      return files.get(decodeURIComponent(pathname)) ?? null;
    } catch {
      return null;
    }
  };
}
