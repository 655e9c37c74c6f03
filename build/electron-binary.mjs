// Where Electron's binary is, if it is on this machine. It is no part of the npm package: `install-electron` fetches it once.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = 'node_modules/electron';

/** Path of the executable, or null when it is not here. `ELECTRON_OVERRIDE_DIST_PATH` names another folder, as for the package. */
export function electronBinary() {
  const pathFile = `${PACKAGE}/path.txt`;
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : null;
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder && name === null) return null;
  const binary = join(folder || `${PACKAGE}/dist`, name ?? 'electron');
  return existsSync(binary) ? binary : null;
}

/** Fetches the binary; null where it can not be reached. */
export function fetchElectron() {
  const { status } = spawnSync(process.execPath, [`${PACKAGE}/install.js`], { stdio: 'ignore' });
  return status === 0 ? electronBinary() : null;
}
