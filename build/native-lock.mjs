// The compiled part of fs-native-extensions, by which the data folder is locked: nothing else is not JavaScript, so nothing
// else stands beside the built programs.
import { copyFileSync, mkdirSync } from 'node:fs';

/** What the app is packaged for. */
export const MACHINES = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64', 'win32-arm64'];

/** Puts it where core/services/disk/native-lock.ts looks for it: `native/` beside the programs in `folder`. */
export function copyNativeLock(folder) {
  mkdirSync(`${folder}/native`, { recursive: true });
  for (const machine of MACHINES)
    copyFileSync(
      `node_modules/fs-native-extensions/prebuilds/${machine}/fs-native-extensions.node`,
      `${folder}/native/${machine}.node`,
    );
}
