import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

/** Kills, faults, damage and power cuts, hundreds of each: minutes, where the others take seconds. */
const TORTURE = ['**/torture/*.test.ts'];
const PROPERTIES = './build/property-seed.ts';
/** Milliseconds after which a test hangs. A long variant takes what it takes. */
const hangsAfter = (ms: number) => (process.env['JAMDAI_LONG'] ? 7_200_000 : ms);
const testsIn = (...folders: string[]) => folders.map((folder) => `${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    // All cores: the programs that tests start have ended, or are what is waited for.
    maxWorkers: '100%',
    globalSetup: './build/memory-temp.ts',
    coverage: {
      provider: 'v8',
      include: ['{core,electron,web}/**/*.ts'],
      exclude: ['**/*.{test,fixture}.ts', '**/torture/**', '**/main.ts'],
      reporter: ['text-summary', 'json'],
      // What was measured, less one of a hundred. Programs that other tests start are not counted, nor are browsers.
      thresholds: {
        'core/domain/**': { statements: 98, functions: 98, branches: 94 },
        'core/api/**': { statements: 99, functions: 99, branches: 99 },
        'core/services/**': { statements: 93, functions: 93, branches: 86 },
        'core/compiler/**': { statements: 96, functions: 98, branches: 89 },
        'electron/**': { statements: 99, functions: 99, branches: 97 },
      },
      reportsDirectory: 'test-results/coverage',
    },
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: testsIn('core'),
          exclude: TORTURE,
          setupFiles: PROPERTIES,
          testTimeout: hangsAfter(60_000),
          // Nothing in these folders has state of its own, and most of the time went into loading the same modules again.
          isolate: false,
        },
      },
      {
        test: {
          name: 'shells',
          environment: 'node',
          include: testsIn('electron', 'web', 'build', 'bench'),
          testTimeout: hangsAfter(60_000),
        },
      },
      {
        test: {
          name: 'torture',
          environment: 'node',
          include: TORTURE,
          setupFiles: PROPERTIES,
          testTimeout: hangsAfter(400_000),
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [svelte({ configFile: './svelte.config.js' }), svelteTesting()],
        test: {
          name: 'components',
          environment: 'jsdom',
          include: ['renderer/**/*.test.ts'],
          setupFiles: './renderer/src/testing/settled-imports.ts',
          testTimeout: hangsAfter(60_000),
          isolate: false,
        },
      },
    ],
  },
});
