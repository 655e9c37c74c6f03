// `npm run test:long`: what `npm test` leaves out for its time. Long variants of the tests (`JAMDAI_LONG`) on the real disk,
// every spec on every shell, and planted faults that tests must notice. `npm run test:long -- faults` runs one part alone.
import { runCounted, runSpecs, runUnitTests, Total } from './suites.mjs';

const LONG = { JAMDAI_LONG: '1' };
const PARTS = {
  unit: () => runUnitTests('unit and component tests, long', [], LONG),
  e2e: () => runSpecs('end to end, long', LONG),
  faults: () =>
    runCounted(
      'planted faults',
      process.execPath,
      ['build/faults/try.mjs'],
      'test-results/faults.json',
      (counts) => counts,
    ),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}
const total = new Total();
for (const [name, run] of Object.entries(PARTS)) if (asked.length === 0 || asked.includes(name)) total.add(run());
total.end();
