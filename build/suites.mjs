// Runs the test runners, which count their own tests.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { provideChromium } from './chromium.mjs';
import { provideSyncthing } from './syncthing.mjs';

const BIN = 'node_modules/.bin';

/** @typedef {{ passed: number; failed: number; skipped: number }} Counts */

/** What all of `npm test` or `npm run test:long` came to. */
export class Total {
  passed = 0;
  failed = 0;
  skipped = 0;

  /** @param {Partial<Counts>} counts */
  add({ passed = 0, failed = 0, skipped = 0 }) {
    this.passed += passed;
    this.failed += failed;
    this.skipped += skipped;
  }

  /** Prints the last line, and lets the program end with 1 where something failed. */
  end() {
    console.log(`\n${this.passed} passed, ${this.failed} failed, ${this.skipped} skipped`);
    process.exitCode = this.failed > 0 ? 1 : 0;
  }
}

/**
 * Runs a program that counts its own tests. One that ends with a failure and has counted none (a crash, no report, a floor
 * that is not reached) counts as one.
 * @param {string} report where it writes what it counted
 * @param {(report: any) => Counts} countsIn
 * @returns {Counts}
 */
export function runCounted(title, command, args, report, countsIn, env = {}) {
  console.log(`\n== ${title}`);
  rmSync(report, { force: true });
  const shell = process.platform === 'win32';
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell, env: { ...process.env, ...env } });
  const counts = existsSync(report)
    ? countsIn(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  if (status === 0 || counts.failed > 0) return counts;
  console.log(`FAILED: ${title}`);
  return { ...counts, failed: 1 };
}

/** Unit and component tests. @param {readonly string[]} args of vitest */
export function runUnitTests(title, args, env) {
  const report = 'test-results/unit.json';
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const countsIn = ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  });
  return runCounted(title, `${BIN}/vitest`, ['run', ...reporters, ...args], report, countsIn, env);
}

/** Specs in the browser; without one it says how to install it. */
export function runSpecs(title, env) {
  const command = provideChromium();
  if (command) {
    console.log(`\nThe browser tests need Chromium. Install it with:  ${command}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  provideSyncthing();
  const countsIn = ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  });
  return runCounted(title, `${BIN}/playwright`, ['test'], 'test-results/e2e.json', countsIn, env);
}
