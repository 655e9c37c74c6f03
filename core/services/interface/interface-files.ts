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

export interface InterfaceFile {
  readonly path: string;
  readonly type: string;
}

/**
 * Finds the file of the interface that a url path names. Only files that were in the bundle's folder at start exist:
 * a path is looked up in that list and never joined, so no spelling of `..` leads out of it.
 */
export function createInterfaceFiles(folder: string): (pathname: string) => InterfaceFile | null {
  const files = new Map<string, InterfaceFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const type = TYPES[extname(entry.name)];
    if (type) files.set(`/${path.slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, '')}`, { path, type });
  }
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
