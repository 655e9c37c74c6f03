/** Why a path below a folder is not taken from elsewhere: it leads out, or can not be a file on every system. */
export type PathFault = 'leads-out' | 'too-deep' | 'too-long' | 'name';

/** Ours are `library/media/<64 hex>.ext` and the like; decks nest a few folders. */
const MAX_DEPTH = 12;
/** Windows allows 260 for the whole path, most disks 255 bytes for a name. */
const MAX_NAME_BYTES = 200;
const MAX_BYTES = 900;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"|?*\\]/;

function isName(name: string): boolean {
  return (
    !FORBIDDEN.test(name) && !/[. ]$/.test(name) && !RESERVED.test(name) && Buffer.byteLength(name) <= MAX_NAME_BYTES
  );
}

/** Looks at a path with forward slashes; null where nothing is wrong with it. */
export function pathFault(path: string): PathFault | null {
  if (Buffer.byteLength(path) > MAX_BYTES) return 'too-long';
  const names = path.split('/');
  if (names.some((name) => name === '' || name === '.' || name === '..') || path.includes('\\')) return 'leads-out';
  if (names.length > MAX_DEPTH) return 'too-deep';
  return names.every(isName) ? null : 'name';
}

/** Equal for paths that some systems take for the same file: case and the form of accents do not count there. */
export const foldedPath = (path: string): string => path.normalize('NFC').toLowerCase();
