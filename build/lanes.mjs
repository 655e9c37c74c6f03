// Runs checks that pass or fail as a whole beside each other; what one printed is shown when it failed.
import { spawn } from 'node:child_process';

/** @typedef {readonly [title: string, command: string, ...args: string[]]} Check */

/** How many checks run at a time: each of them keeps about one core busy. */
const LANES = 2;

/** Seconds since an instant of `performance.now`, for people. */
export const secondsSince = (began) => `${((performance.now() - began) / 1000).toFixed(1)} s`;

/** @param {Check} check */
function run([title, command, ...args]) {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { shell: process.platform === 'win32', env: { ...process.env, NO_COLOR: '1' } });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => (output += `${error}\n`));
    child.on('close', (code) => {
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${title}, ${secondsSince(began)}`);
      if (code !== 0) console.log(output);
      resolve(code === 0);
    });
  });
}

/**
 * @param {readonly Check[]} checks in the order they are begun
 * @returns {Promise<{ passed: number; failed: number }>}
 */
export async function runInLanes(checks) {
  const waiting = [...checks];
  let failed = 0;
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) if (!(await run(check))) failed++;
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return { passed: checks.length - failed, failed };
}
