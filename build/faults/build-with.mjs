// Builds Electron's main process and preload with one fault planted, into a folder that is otherwise as the real build.
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { createBuilder } from 'vite';
import { plant } from './plant.mjs';

/**
 * @param {import('./plant.mjs').Fault | null} fault null builds it as it is
 * @param {string} folder an empty one
 * @throws Error when the text of the fault is not in its source exactly once
 */
export async function buildWith(fault, folder) {
  mkdirSync(`${folder}/dist`);
  copyFileSync('package.json', `${folder}/package.json`);
  for (const part of ['renderer', 'courses']) symlinkSync(resolve('dist', part), `${folder}/dist/${part}`, 'junction');
  const outDir = `${folder}/dist/electron`;
  const builder = await createBuilder({
    logLevel: 'error',
    plugins: fault ? [plant(fault)] : [],
    environments: { main: { build: { outDir } }, preload: { build: { outDir } } },
  });
  for (const name of ['main', 'preload']) await builder.build(builder.environments[name]);
}
