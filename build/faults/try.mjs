// Plants each fault in a build of its own and runs the specs that must notice it: a spec that stays green is a failure.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWith } from './build-with.mjs';
import { FAULTS } from './faults.mjs';

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

/** Tries every fault and, first, the same specs without one. Returns what is wrong, a line each. */
export async function tryFaults() {
  const titles = FAULTS.map(({ red }) => red);
  const wrong = [];
  const without = await tryBuild(null, titles);
  for (const title of titles)
    if (!without.passed.includes(title)) wrong.push(`without a fault: "${title}" is not green`);
  for (const fault of FAULTS) {
    const { failed } = await tryBuild(fault, [fault.red]);
    const isRed = failed.includes(fault.red);
    console.log(`${isRed ? 'red  ' : 'GREEN'}  ${fault.name}: "${fault.red}"`);
    if (!isRed) wrong.push(`${fault.name}: "${fault.red}" does not notice it`);
  }
  return wrong;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const wrong = await tryFaults();
  wrong.forEach((line) => console.error(line));
  console.log(`${FAULTS.length} faults, ${wrong.length} wrong`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
