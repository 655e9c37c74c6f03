// Plants each fault of the desktop shell in a build of its own and runs the spec that must notice it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../build.mjs';
import { isFresh } from '../sources.mjs';
import { buildWith } from './build-with.mjs';
import { DESKTOP_FAULTS } from './desktop-faults.mjs';

const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Runs specs of the desktop shell against the build in `folder`; returns the titles of those that passed and failed. */
function runSpecs(folder, titles) {
  const report = join(folder, 'report.json');
  spawnSync(
    'node_modules/.bin/playwright',
    ['test', '--project=stand-in', '--reporter=json', '--timeout=30000', `--output=${folder}/results`].concat(
      'e2e/desktop',
      '-g',
      `(${titles.map(literally).join('|')})$`,
    ),
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
      env: { ...process.env, JAMDAI_STAND_IN_ROOT: folder, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    },
  );
  const passed = [];
  const failed = [];
  const visit = ({ specs = [], suites = [] }) => {
    for (const { ok, title } of specs) (ok ? passed : failed).push(title);
    suites.forEach(visit);
  };
  visit(JSON.parse(readFileSync(report, 'utf8')));
  return { passed, failed };
}

async function tryBuild(fault, titles) {
  const folder = mkdtempSync(join(tmpdir(), 'jamdai-fault-'));
  try {
    await buildWith(fault, folder);
    return runSpecs(folder, titles);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Tries the specs without a fault, then every fault. @param {import('./try.mjs').Tell} tell */
export async function tryDesktopFaults(tell) {
  if (!isFresh()) await build('warn');
  const titles = DESKTOP_FAULTS.map(({ red }) => red);
  const { passed } = await tryBuild(null, titles);
  for (const title of titles) tell(passed.includes(title), `no fault: "${title}" is green`);
  for (const fault of DESKTOP_FAULTS) {
    const { failed } = await tryBuild(fault, [fault.red]);
    tell(failed.includes(fault.red), `${fault.name}: "${fault.red}" is red`);
  }
}
