import { createRequire } from 'node:module';
import { systemErrorName } from './disk-error.ts';

/** The compiled part of fs-native-extensions. Its own loader looks for it in node_modules, which the packaged app has not. */
interface NativeExtensions {
  /** `length` 0: the whole file. @throws an error with code `EAGAIN` while another holds it, else what the system says */
  tryLock(fd: number, offset: number, length: number, exclusive: boolean): void;
}

const MACHINE = `${process.platform}-${process.arch}`;
/** Beside the built program (build/native-lock.mjs puts it there), and where npm puts it. */
const PLACES = [`./native/${MACHINE}.node`, `fs-native-extensions/prebuilds/${MACHINE}/fs-native-extensions.node`];
/** A lock on Windows keeps others from reading what it covers: there it lies far behind the content. macOS knows whole files only. */
const [OFFSET, LENGTH] = process.platform === 'win32' ? [2 ** 30, 1] : [0, 0];
/** What file systems say that know no locks. */
const UNKNOWN = new Set(['ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'ENOLCK', 'EINVAL']);

function load(): NativeExtensions | null {
  const loadFrom = createRequire(import.meta.url);
  for (const place of PLACES) {
    try {
      return loadFrom(place) as NativeExtensions;
    } catch {
      // Not there, or not for this system: the next place may have it.
    }
  }
  return null;
}

const native = load();

/** `impossible`: this machine or this file system knows no locks. */
export type Locked = 'locked' | 'taken' | 'impossible';

/**
 * Asks the system for a lock on an open file, which it keeps until the file is closed, however the process ends. It holds
 * between programs, namespaces and mounts of one machine, and on network folders that know locks.
 * @param shared many may hold it at once, but none while another holds it alone; the file need not be open for writing
 */
export function tryLock(fd: number, shared: boolean): Locked {
  if (!native) return 'impossible';
  try {
    native.tryLock(fd, OFFSET, LENGTH, !shared);
    return 'locked';
  } catch (cause) {
    const name = systemErrorName(cause);
    if (name === 'EAGAIN') return 'taken';
    if (name !== null && UNKNOWN.has(name)) return 'impossible';
    throw cause;
  }
}
