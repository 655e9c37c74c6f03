import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

const NAME = 'Jamdai';

/** Where this learner's data is kept unless told otherwise: the folder Electron calls `userData`. */
export function defaultDataFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  switch (platform) {
    case 'win32':
      return join(absolute(env['APPDATA']) ?? join(homedir(), 'AppData', 'Roaming'), NAME);
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', NAME);
    default:
      return join(absolute(env['XDG_CONFIG_HOME']) ?? join(homedir(), '.config'), NAME);
  }
}

/** A relative or empty folder in the environment counts as not set (XDG base directory specification). */
const absolute = (folder: string | undefined): string | undefined =>
  folder !== undefined && isAbsolute(folder) ? folder : undefined;
