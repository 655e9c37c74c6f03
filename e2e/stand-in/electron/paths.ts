import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { needs } from './strict.ts';

/** As `electron .`: the package of the folder it was started in. */
export const { version, productName } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  version: string;
  productName: string;
};

const config = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
const paths: Record<string, string> = {
  home: homedir(),
  appData: config,
  temp: tmpdir(),
  userData: join(config, productName),
};

export function getPath(name: string): string {
  // The profile lies in the user data unless it is given a place of its own.
  const path = paths[name] ?? (name === 'sessionData' ? paths['userData'] : undefined);
  needs(path, `Failed to get '${name}' path`);
  return path;
}

export function setPath(name: string, path: string): void {
  needs(name in paths || name === 'sessionData', `Failed to set path: ${name}`);
  needs(isAbsolute(path), 'Path must be absolute');
  paths[name] = path;
}

/** Chromium's profile, as far as a spec can see it: files and folders of its own where `sessionData` is. */
export function makeProfile(): void {
  const profile = getPath('sessionData');
  for (const folder of ['Cache/Cache_Data', 'Local Storage/leveldb', 'Network'])
    mkdirSync(join(profile, folder), { recursive: true });
  for (const file of ['Local State', 'Preferences', 'Network/Cookies']) writeFileSync(join(profile, file), '{}');
}
