// `npm run check`: what is quick enough to be run before every commit, two checks at a time. `npm test` runs everything.
import { spawn } from 'node:child_process';

const BIN = 'node_modules/.bin';
const CHECKS = [
  ['lint', `${BIN}/eslint`, '.', '--max-warnings', '0', '--cache', '--cache-location', 'test-results/.eslintcache'],
  ['unit', `${BIN}/vitest`, 'run', '--project', 'unit', '--project', 'components'],
  ['types', `${BIN}/tsc`, '-b'],
  ['types of the interface', `${BIN}/svelte-check`, '--tsconfig', 'renderer/tsconfig.json', '--threshold', 'warning'],
  ['format', `${BIN}/prettier`, '--check', '--log-level', 'warn', '.'],
  ['unused', `${BIN}/knip`],
];
const LANES = 2;

function run([title, command, ...args]) {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { shell: process.platform === 'win32', env: { ...process.env, NO_COLOR: '1' } });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('close', (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${title}, ${seconds} s`);
      if (code !== 0) console.log(output);
      resolve(code === 0);
    });
  });
}

const began = performance.now();
const waiting = [...CHECKS];
let failed = 0;
async function lane() {
  for (let check = waiting.shift(); check; check = waiting.shift()) if (!(await run(check))) failed++;
}
await Promise.all(Array.from({ length: LANES }, lane));
console.log(`${CHECKS.length - failed} passed, ${failed} failed, ${((performance.now() - began) / 1000).toFixed(1)} s`);
process.exitCode = failed > 0 ? 1 : 0;
