// Where Electron's binary is, if it is on this machine. It is no part of the npm package: `install-electron` fetches it once.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const PACKAGE = 'node_modules/electron';

/** Path of the executable, or null when it is not here. */
export function electronBinary() {
  const pathFile = `${PACKAGE}/path.txt`;
  if (!existsSync(pathFile)) return null;
  const binary = `${process.env.ELECTRON_OVERRIDE_DIST_PATH ?? `${PACKAGE}/dist`}/${readFileSync(pathFile, 'utf8')}`;
  return existsSync(binary) ? binary : null;
}

/** Fetches the binary; null where it can not be reached. */
export function fetchElectron() {
  const { status } = spawnSync(process.execPath, [`${PACKAGE}/install.js`], { stdio: 'ignore' });
  return status === 0 ? electronBinary() : null;
}
