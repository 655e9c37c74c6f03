import { basename, join } from 'node:path';
import type { Files } from './files.ts';
import { freeTempName, nameOfTemp, readWhole, writeAll } from './whole-file.ts';
import { kindAt } from './kind-at.ts';

const MARK = '.jamdai-temporary';
const TEXT = Buffer.from('Jamdai made this folder and will remove it.\nจำได้สร้างโฟลเดอร์นี้ และจะลบเอง\n');

/**
 * Makes a folder that may be removed again with all that is in it, since a file in it says so: `<base>.<pid>-<n>.tmp`. The
 * mark is on the disk before anything else can be.
 */
export function makeMarkedFolder(files: Files, base: string): string {
  const folder = freeTempName(files, base);
  files.makeFolder(folder);
  const fd = files.open(join(folder, MARK), 'wx');
  try {
    writeAll(files, fd, TEXT, 0);
    files.datasync(fd);
  } finally {
    files.close(fd);
  }
  files.syncFolder(folder);
  return folder;
}

/**
 * Removes it under a temp name of ours, and last of all what says that it may be removed: wherever this is cut short, a start knows what
 * is left for ours, and goes on.
 */
export function removeMarkedFolder(files: Files, folder: string): void {
  if (kindAt(files, folder) !== 'folder') return;
  const isTemp = nameOfTemp(basename(folder)) !== null;
  const going = isTemp ? folder : freeTempName(files, folder);
  if (!isTemp) files.rename(folder, going);
  const rest = files.list(going).filter((name) => name !== MARK);
  for (const name of rest) files.remove(join(going, name));
  if (rest.length > 0) files.syncFolder(going);
  files.remove(going);
}

/** Is it a folder, not a link to one, that we marked as ours to remove? */
export function isMarkedFolder(files: Files, folder: string): boolean {
  if (kindAt(files, folder) !== 'folder' || kindAt(files, join(folder, MARK)) !== 'file') return false;
  return readWhole(files, join(folder, MARK))?.equals(TEXT) ?? false;
}

/** Was it begun by `makeMarkedFolder`, and nothing put into it yet? Asked only of folders with a temp name of ours. */
export const isMarkedByHalf = (files: Files, folder: string): boolean =>
  kindAt(files, folder) === 'folder' && files.list(folder).every((name) => name === MARK);

/** Is a name in a marked folder its mark? */
export const isMark = (name: string): boolean => name === MARK;
