// Packages of Debian that tests need: installed where that needs no question.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Is this Debian, Ubuntu or another system with their packages? */
export const isDebian = () =>
  existsSync('/etc/os-release') && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));

/** May this process install packages without asking anybody? */
export const isRoot = () => process.getuid?.() === 0;

/** Installs packages, with nothing on the screen but what goes wrong. @param {readonly string[]} packages */
export function installPackages(packages) {
  const run = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  run('update', '-qq');
  run('install', '-y', '-qq', ...packages);
}
