// `npm run check`: what is quick enough to be run before every commit. `npm test` runs everything.
import { runInLanes, secondsSince } from './lanes.mjs';

const BIN = 'node_modules/.bin';
/** @param {string} name */
const cachedIn = (name) => ['--cache', '--cache-location', `test-results/${name}`];
/** One worker: the checks beside it keep the other core busy. */
const VITEST = [`${BIN}/vitest`, 'run', '--maxWorkers', '1'];
const began = performance.now();
const { passed, failed } = await runInLanes([
  ['lint', `${BIN}/eslint`, '.', '--max-warnings', '0', ...cachedIn('.eslintcache')],
  ['unit', ...VITEST, '--project', 'unit'],
  ['types', `${BIN}/tsc`, '-b'],
  ['types of the interface', `${BIN}/svelte-check`, '--tsconfig', 'renderer/tsconfig.json', '--threshold', 'warning'],
  // The tools' own tests are for `npm test`.
  ['shells and components', ...VITEST, '--project', 'shells', '--project', 'components', '--exclude', 'build/**'],
  ['format', `${BIN}/prettier`, '--check', '--log-level', 'warn', ...cachedIn('.prettiercache'), '.'],
  ['unused', `${BIN}/knip`],
]);
console.log(`${passed} passed, ${failed} failed, ${secondsSince(began)}`);
process.exitCode = failed > 0 ? 1 : 0;
