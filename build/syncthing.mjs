// Syncthing for the tests that let two real ones mirror a folder: found, or installed where that needs no question.
import { existsSync } from 'node:fs';
import { installPackages, isDebian, isRoot } from './debian.mjs';

/** Path of a Syncthing to test with, or null. `SYNCTHING` names another one. */
export function findSyncthing() {
  return [process.env.SYNCTHING, '/usr/bin/syncthing'].find((path) => path && existsSync(path)) ?? null;
}

/** Installs Syncthing where this is Debian or Ubuntu and we are root. Elsewhere its tests are skipped, and say so. */
export function provideSyncthing() {
  if (findSyncthing() || !isDebian() || !isRoot()) return;
  console.log('Installing Syncthing for the tests that let two of them mirror a folder …');
  installPackages(['syncthing']);
}
