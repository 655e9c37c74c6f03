// Tries every planted fault: a test that stays green with one is a failure. `node build/faults/try.mjs store` tries one list.
import { mkdirSync, writeFileSync } from 'node:fs';
import { tryDesktopFaults } from './try-desktop.mjs';
import { tryStoreFaults } from './try-store.mjs';

/** @typedef {(isAsItShould: boolean, what: string) => void} Tell */

const LISTS = { store: tryStoreFaults, desktop: tryDesktopFaults };

const counts = { passed: 0, failed: 0, skipped: 0 };
/** @type {Tell} */
const tell = (isAsItShould, what) => {
  counts[isAsItShould ? 'passed' : 'failed']++;
  console.log(`${isAsItShould ? 'ok    ' : 'FAILED'} ${what}`);
};
const asked = process.argv.slice(2);
for (const [name, tryAll] of Object.entries(LISTS)) if (asked.length === 0 || asked.includes(name)) await tryAll(tell);
mkdirSync('test-results', { recursive: true });
writeFileSync('test-results/faults.json', JSON.stringify(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;
