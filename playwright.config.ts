import { defineConfig } from '@playwright/test';
import { findChromium } from './build/chromium.mjs';

const executablePath = findChromium();

const isLong = Boolean(process.env['JAMDAI_LONG']);
/** Specs of the desktop shell itself. */
const DESKTOP = '**/desktop/**';
/** Scripts on the contract, without a page: the loopback shell is the one that takes scripts. */
const LOOPBACK = '**/loopback/**';
/** About content, files, looks and what the page does by itself, the same bytes in every shell: the short run takes them once. */
const PAGE_ALONE = [
  'arriving',
  'browser',
  'evidence',
  'keyboard',
  'library',
  'label',
  'line-breaks',
  'pictures',
  'reading',
  'reader-tools',
  'screens',
  'stats',
  'memory',
  'plan',
  'search',
  'settings',
  'second-edition',
  'hostile-files',
].map((name) => `**/${name}.spec.ts`);
/** Listens to the calls between page and host, which a bridge does not show. */
const CALLS = '**/key-fuzz.spec.ts';

// The same specs run against every shell. Without Electron's binary its project still lists every spec, and each says why it
// was skipped. What runs where, and why: e2e/README.md.
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/build.ts',
  outputDir: 'test-results',
  timeout: 240_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    actionTimeout: 20_000,
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
    },
    // Pictures of each step cost a tenth of the run; the page as it was at each step is kept.
    trace: { mode: 'retain-on-failure', screenshots: false },
  },
  projects: [
    { name: 'web', testIgnore: DESKTOP },
    { name: 'electron', testIgnore: [LOOPBACK, CALLS] },
    { name: 'stand-in', testIgnore: [LOOPBACK, CALLS, ...(isLong ? [] : PAGE_ALONE)] },
  ],
});
