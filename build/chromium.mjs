// Chromium and Thai fonts for the browser tests: finds them, or installs them where that needs no question.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { installPackages, isDebian, isRoot } from './debian.mjs';

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
export const APT_COMMAND = 'apt-get install -y chromium fonts-thai-tlwg';

/** Path of a Chromium to test with, or null. `CHROMIUM` names another one. */
export function findChromium() {
  return [process.env.CHROMIUM, ...KNOWN, chromium.executablePath()].find((path) => path && existsSync(path)) ?? null;
}

/** Installs Chromium where this is Debian or Ubuntu and we are root; elsewhere returns the one command that does it. */
export function provideChromium() {
  if (findChromium()) return null;
  if (!isDebian()) return 'npx playwright install chromium';
  if (!isRoot()) return `sudo ${APT_COMMAND}`;
  console.log('Installing Chromium and Thai fonts for the browser tests …');
  installPackages(['chromium', 'fonts-thai-tlwg']);
  return findChromium() ? null : APT_COMMAND;
}
