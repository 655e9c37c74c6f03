import { resolve, sep } from 'node:path';
import type { Files } from './files.ts';

/**
 * The disk as it is to be seen where a folder comes from elsewhere: below `root` links, pipes, sockets and devices are not
 * there, and nothing is opened through a link that was put in place meanwhile. Everything outside of `root` is as it was.
 */
export function foundFiles(files: Files, root: string): Files {
  const base = resolve(root);
  const isBelow = (path: string) => resolve(path).startsWith(base + sep);
  const plain = (path: string) => {
    const found = files.found(path);
    return found?.kind === 'file' || found?.kind === 'folder' ? found : null;
  };
  return {
    ...files,
    open: (path, flags) => (flags === 'r' && isBelow(path) ? files.openFound(path) : files.open(path, flags)),
    facts: (path) => {
      if (!isBelow(path)) return files.facts(path);
      const found = plain(path);
      return found && { bytes: found.bytes, folder: found.kind === 'folder' };
    },
    list: (folder) => {
      if (!isBelow(folder)) return files.list(folder);
      if (plain(folder)?.kind !== 'folder') return [];
      return files.list(folder).filter((name) => plain(`${folder}${sep}${name}`) !== null);
    },
  };
}
