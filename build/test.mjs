// `npm test`: every check there is, then one line `N passed, N failed, N skipped`.
import { runInLanes } from './lanes.mjs';
import { runSpecs, runUnitTests, Total } from './suites.mjs';

const BIN = 'node_modules/.bin';
const total = new Total();
const program = (title, ...args) => [title, process.execPath, ...args];

total.add(
  await runInLanes([
    ['lint', `${BIN}/eslint`, '.', '--max-warnings', '0'],
    ['types', `${BIN}/tsc`, '-b'],
    ['types of the interface', `${BIN}/svelte-check`, '--tsconfig', 'renderer/tsconfig.json', '--threshold', 'warning'],
    ['format', `${BIN}/prettier`, '--check', '--log-level', 'warn', '.'],
    ['unused', `${BIN}/knip`],
    program('build', 'build/build.mjs'),
  ]),
);
total.add(
  await runInLanes([
    program('courses', 'build/run.mjs', 'course', 'check'),
    program('size of the first load', 'build/check-size.mjs'),
    program('package', 'build/pack.mjs'),
  ]),
);
total.add(runUnitTests('unit and component tests', ['--coverage']));
total.add(runSpecs('end to end'));
total.end();
