// `npm run check`: what is quick enough to be run before every commit. `npm test` runs everything.
import { runInLanes, secondsSince } from './lanes.mjs';

const BIN = 'node_modules/.bin';
const began = performance.now();
const { passed, failed } = await runInLanes([
  ['lint', `${BIN}/eslint`, '.', '--max-warnings', '0', '--cache', '--cache-location', 'test-results/.eslintcache'],
  [
    'unit',
    `${BIN}/vitest`,
    'run',
    '--project',
    'unit',
    '--project',
    'shells',
    '--project',
    'components',
    '--maxWorkers',
    '1',
  ],
  ['types', `${BIN}/tsc`, '-b'],
  ['types of the interface', `${BIN}/svelte-check`, '--tsconfig', 'renderer/tsconfig.json', '--threshold', 'warning'],
  ['format', `${BIN}/prettier`, '--check', '--log-level', 'warn', '.'],
  ['unused', `${BIN}/knip`],
]);
console.log(`${passed} passed, ${failed} failed, ${secondsSince(began)}`);
process.exitCode = failed > 0 ? 1 : 0;
