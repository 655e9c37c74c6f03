// Plants each fault of the store and runs the tests that must notice it.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { STORE_FAULTS } from './store-faults.mjs';

const REPORT = 'test-results/fault.json';

/** Runs a file of tests with a fault planted; returns the titles of those that passed and failed. */
function runTests(name, test) {
  rmSync(REPORT, { force: true });
  const config = ['--config', 'build/faults/vitest.config.mjs', '--root', '.'];
  const { stderr } = spawnSync(
    'node_modules/.bin/vitest',
    ['run', ...config, '--reporter=json', `--outputFile=${REPORT}`, test],
    {
      encoding: 'utf8',
      shell: process.platform === 'win32',
      // The short run: a fault must show in it.
      env: { ...process.env, JAMDAI_FAULT: name, JAMDAI_LONG: undefined },
    },
  );
  try {
    const tests = JSON.parse(readFileSync(REPORT, 'utf8')).testResults.flatMap((file) => file.assertionResults);
    const titles = (status) => tests.filter((one) => one.status === status).map(({ title }) => title);
    return { passed: titles('passed'), failed: titles('failed') };
  } catch (cause) {
    throw new Error(`${test} did not run: ${stderr}`, { cause });
  }
}

/** Tries the tests without a fault, then every fault. @param {import('./try.mjs').Tell} tell */
export function tryStoreFaults(tell) {
  for (const test of new Set(STORE_FAULTS.map((fault) => fault.test))) {
    const { passed, failed } = runTests('', test);
    tell(passed.length > 0 && failed.length === 0, `no fault: ${test} is green`);
  }
  for (const { name, test, red } of STORE_FAULTS) {
    const { failed } = runTests(name, test);
    tell(
      failed.some((title) => title.startsWith(red)),
      `${name}: "${red}" is red`,
    );
  }
}
