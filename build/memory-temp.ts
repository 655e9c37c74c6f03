import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** Bytes the tests may take at once, with room to spare. */
const ROOM = 2 * 2 ** 30;

/** Is there a file system in memory with room for the tests? */
function hasRoom(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM;
  } catch {
    return false;
  }
}

/**
 * The temporary folder of the tests lies in memory where that can be: thousands of syncs cost nothing there. What they ask of
 * the disk is the same, and none of them tells a power cut by pulling a plug. The long run takes the real disk.
 */
export default function setup(): (() => void) | undefined {
  if (process.env['TMPDIR'] !== undefined || process.env['JAMDAI_LONG'] !== undefined || !hasRoom()) return undefined;
  const folder = mkdtempSync(join(MEMORY, 'jamdai-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
