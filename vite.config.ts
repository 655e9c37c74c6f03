import { svelte } from '@sveltejs/vite-plugin-svelte';
import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

// Playwright finds its own files beside it, so it stays where it is installed; only the bench of the interface uses it.
const external = ['electron', '@playwright/test', ...builtinModules, /^node:/];
/** Runs in a thread of its own beside the host (core/services/parameters/trainer.ts). */
const TRAINER = 'core/services/parameters/trainer-thread.ts';
/** The same for files that are read (core/services/import/stager.ts). */
const STAGE = 'core/services/import/stage-thread.ts';
/** Which has another one for the lines of a journal (core/services/import/lines-beside.ts). */
const LINES = 'core/services/import/lines-thread.ts';
/** And for texts that are made ready to be searched (core/services/search/indexer.ts). */
const TEXTS = 'core/services/search/index-thread.ts';
/** Programs for plain Node: name → entry. One that is not there yet is left out. */
const programs = Object.fromEntries(
  Object.entries({
    web: 'web/main.ts',
    cli: 'web/cli.ts',
    course: 'core/compiler/main.ts',
    bench: 'bench/main.ts',
    'bench-ui': 'bench/ui/main.ts',
    torture: 'bench/torture.ts',
    seed: 'bench/seed.ts',
    trainer: TRAINER,
    stage: STAGE,
    lines: LINES,
    texts: TEXTS,
    year: 'e2e/year/main.ts',
    'torture-child': 'core/services/backups/torture/child.ts',
  }).filter(([, entry]) => existsSync(entry)),
);

// One config, four outputs: the interface, the Node programs, Electron's main process, and its preload, which must be a
// single CommonJS file because it runs sandboxed. JavaScript packages are bundled, so the app ships no node_modules.
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [svelte({ configFile: '../svelte.config.js' })],
  builder: {},
  environments: {
    client: {
      build: {
        outDir: '../dist/renderer',
        emptyOutDir: true,
        target: 'chrome130',
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        reportCompressedSize: false,
      },
    },
    node: node('../dist/node', programs),
    main: node('../dist/electron', { main: 'electron/main.ts' }),
    // Built by itself, so that it stands in one file.
    trainer: node('../dist/electron', { trainer: TRAINER }, false),
    stage: node('../dist/electron', { stage: STAGE }, false),
    lines: node('../dist/electron', { lines: LINES }, false),
    texts: node('../dist/electron', { texts: TEXTS }, false),
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, builtins: [] },
      build: {
        outDir: '../dist/electron',
        emptyOutDir: false,
        target: 'node20',
        minify: false,
        rolldownOptions: {
          input: entries({ preload: 'electron/preload.ts' }),
          external,
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  },
});

function node(outDir: string, input: Record<string, string>, emptyOutDir = true) {
  return {
    consumer: 'server' as const,
    // SQLite's program was written for CommonJS.
    define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' },
    resolve: { noExternal: true as const },
    build: {
      outDir,
      emptyOutDir,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: entries(input),
        external,
        output: { format: 'es' as const, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  };
}

function entries(input: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(input).map(([name, entry]) => [name, `${import.meta.dirname}/${entry}`]));
}
