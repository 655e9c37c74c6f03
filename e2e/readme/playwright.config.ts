import { defineConfig } from '@playwright/test';
import { findChromium } from '../../build/chromium.mjs';

const executablePath = findChromium();

// `npm run pictures`: the pictures of README, from seeded data, so that they can be made again whenever the app looks different.
export default defineConfig({
  testDir: '.',
  testMatch: '*.picture.ts',
  outputDir: '../../test-results/pictures',
  use: {
    viewport: { width: 1120, height: 700 },
    launchOptions: { ...(executablePath && { executablePath }) },
  },
});
