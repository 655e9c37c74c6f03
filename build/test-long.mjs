// `npm run test:long`: what `npm test` leaves out for its time. Long variants of the tests (`JAMDAI_LONG`), every spec on every
// shell, and the faults that the specs of the desktop shell must notice. `npm run test:long -- faults` runs one part alone.
import { spawnSync } from 'node:child_process';
import { provideChromium } from './chromium.mjs';

const BIN = 'node_modules/.bin';
const PARTS = {
  unit: [`${BIN}/vitest`, 'run'],
  e2e: [`${BIN}/playwright`, 'test'],
  faults: [process.execPath, 'build/faults/try.mjs'],
};

const install = provideChromium();
if (install) {
  console.error(`The browser tests need Chromium. Install it with:  ${install}`);
  process.exit(1);
}
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}
const failed = [];
for (const [name, [command, ...args]] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, JAMDAI_LONG: '1' },
  });
  if (status !== 0) failed.push(name);
}
console.log(failed.length > 0 ? `\nFAILED: ${failed.join(', ')}` : '\nall passed');
process.exitCode = failed.length > 0 ? 1 : 0;
