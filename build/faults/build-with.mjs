// Builds Electron's main process and preload with one fault planted, into a folder that is otherwise as the real build.
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { createBuilder } from 'vite';

/**
 * @param {import('./faults.mjs').Fault | null} fault null builds it as it is
 * @param {string} folder an empty one
 * @throws Error when the text of the fault is not in its source exactly once
 */
export async function buildWith(fault, folder) {
  mkdirSync(`${folder}/dist`);
  copyFileSync('package.json', `${folder}/package.json`);
  for (const part of ['renderer', 'courses']) symlinkSync(resolve('dist', part), `${folder}/dist/${part}`, 'junction');
  const outDir = `${folder}/dist/electron`;
  let planted = 0;
  const plant = {
    name: 'plant-fault',
    enforce: /** @type {const} */ ('pre'),
    transform(/** @type {string} */ code, /** @type {string} */ id) {
      if (!fault || !id.endsWith(`/${fault.file}`)) return null;
      const parts = code.split(fault.find);
      planted += parts.length - 1;
      return parts.join(fault.replace);
    },
  };
  const builder = await createBuilder({
    logLevel: 'error',
    plugins: [plant],
    environments: { main: { build: { outDir } }, preload: { build: { outDir } } },
  });
  for (const name of ['main', 'preload']) await builder.build(builder.environments[name]);
  if (fault && planted !== 1) throw new Error(`${fault.name}: ${fault.file} has "${fault.find}" ${planted} times`);
}
