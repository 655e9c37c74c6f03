import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, mkdtempSync, readlinkSync, realpathSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

/** What the place of the profile depends on. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
  readonly temp: string;
  readonly host: string;
}

/**
 * Makes the folder for what is Chromium's own: its profile, its caches, and the lock of the single instance. There is one
 * for each data folder and machine, outside of the data folder: that holds the learner's files only, and can be synced
 * without the lock of one machine shutting out another. Nothing in it is missed when it is gone. Where the system's folder
 * for caches can not be written it is a new one among the temporary files.
 */
export function makeProfileFolder(machine: Machine, dataDir: string): string {
  const name = createHash('sha256')
    .update(`${machine.host}\n${oneName(dataDir)}`)
    .digest('hex')
    .slice(0, 16);
  const folder = join(cacheFolder(machine), 'Jamdai', name);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return mkdtempSync(join(machine.temp, 'jamdai-profile-'));
  }
}

/**
 * Whether the lock of a profile belongs to a process of this machine, which has then been told of the second start. Windows
 * has no lock file that outlives its process.
 */
export function isHeldHere(profile: string, { platform, host }: Machine): boolean {
  if (platform === 'win32') return true;
  try {
    return /^(.*)-\d+$/.exec(readlinkSync(lockFile(profile)))?.[1] === host;
  } catch {
    return false;
  }
}

/** Chromium's link to `host-pid` of the process that uses a profile. */
export const lockFile = (profile: string): string => join(profile, 'SingletonLock');

function cacheFolder({ platform, env, home }: Machine): string {
  const named = (folder: string | undefined) => (folder !== undefined && isAbsolute(folder) ? folder : undefined);
  switch (platform) {
    case 'win32':
      return named(env['LOCALAPPDATA']) ?? join(home, 'AppData', 'Local');
    case 'darwin':
      return join(home, 'Library', 'Caches');
    default:
      return named(env['XDG_CACHE_HOME']) ?? join(home, '.cache');
  }
}

/** One name for a folder, by whichever links it was reached; one that can not be made keeps the name it was given. */
function oneName(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}
