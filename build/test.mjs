// `npm test`: every check there is, one after the other, then one line `N passed, N failed, N skipped`.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { provideChromium } from './chromium.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };
const BIN = 'node_modules/.bin';

function run(title, command, args) {
  console.log(`\n== ${title}`);
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

/** A check that passes or fails as a whole. */
function gate(title, command, ...args) {
  const passed = run(title, command, args);
  total[passed ? 'passed' : 'failed'] += 1;
  if (!passed) console.log(`FAILED: ${title}`);
}

/** A runner that counts its own tests; one that fails without a failed test (a crash, no report) counts as one failure. */
function suite(title, report, count, command, ...args) {
  rmSync(report, { force: true });
  const ended = run(title, command, args);
  const counts = existsSync(report)
    ? count(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  for (const key of Object.keys(total)) total[key] += counts[key];
  if (!ended && counts.failed === 0) total.failed += 1;
}

gate('lint', `${BIN}/eslint`, '.', '--max-warnings', '0');
gate('format', `${BIN}/prettier`, '--check', '--log-level', 'warn', '.');
gate('unused', `${BIN}/knip`);
gate('types', `${BIN}/tsc`, '-b');
gate('types of the interface', `${BIN}/svelte-check`, '--tsconfig', 'renderer/tsconfig.json', '--threshold', 'warning');
gate('build', process.execPath, 'build/build.mjs');
gate('size of the first load', process.execPath, 'build/check-size.mjs');
gate('courses', process.execPath, 'build/run.mjs', 'course', 'check');
suite(
  'unit and component tests',
  'test-results/unit.json',
  (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }),
  `${BIN}/vitest`,
  'run',
  '--reporter=default',
  '--reporter=json',
  '--outputFile.json=test-results/unit.json',
);
gate('package', process.execPath, 'build/pack.mjs');

const command = provideChromium();
if (command) {
  console.log(`\nThe browser tests need Chromium. Install it with:  ${command}`);
  total.failed += 1;
} else {
  suite(
    'end to end',
    'test-results/e2e.json',
    ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }),
    `${BIN}/playwright`,
    'test',
  );
}

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
