// Chromium and Thai fonts for the browser tests: finds them, or installs them where that needs no question.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
export const APT_COMMAND = 'apt-get install -y chromium fonts-thai-tlwg';

/** Path of a Chromium to test with, or null. `CHROMIUM` names another one. */
export function findChromium() {
  return [process.env.CHROMIUM, ...KNOWN, chromium.executablePath()].find((path) => path && existsSync(path)) ?? null;
}

/** Installs Chromium where this is Debian or Ubuntu and we are root; elsewhere returns the one command that does it. */
export function provideChromium() {
  if (findChromium()) return null;
  const isDebian =
    existsSync('/etc/os-release') && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
  if (!isDebian) return 'npx playwright install chromium';
  if (process.getuid?.() !== 0) return `sudo ${APT_COMMAND}`;
  console.log('Installing Chromium and Thai fonts for the browser tests …');
  const run = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  run('update', '-qq');
  run('install', '-y', '-qq', 'chromium', 'fonts-thai-tlwg');
  return findChromium() ? null : APT_COMMAND;
}
