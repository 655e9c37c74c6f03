import { homedir } from 'node:os';
import { join } from 'node:path';

const NAME = 'Jamdai';

/** Where this learner's data is kept unless told otherwise: the folder Electron calls `userData`. */
export function defaultDataFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  switch (platform) {
    case 'win32':
      return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), NAME);
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', NAME);
    default:
      return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), NAME);
  }
}
