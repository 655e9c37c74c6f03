// Builds everything into dist/: the programs, the shells, the interface (where it is there) and the compiled courses.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createBuilder } from 'vite';
import { copyNativeLock } from './native-lock.mjs';
import { newestSource, STAMP } from './sources.mjs';

/** @param {'silent' | 'warn'} logLevel */
export async function build(logLevel) {
  const started = newestSource();
  const builder = await createBuilder({ logLevel });
  for (const [name, entry] of [
    ['client', 'renderer/index.html'],
    ['node', 'web/main.ts'],
    ['main', 'electron/main.ts'],
    ['trainer', 'core/services/parameters/trainer-thread.ts'],
    ['stage', 'core/services/import/stage-thread.ts'],
    ['lines', 'core/services/import/lines-thread.ts'],
    ['texts', 'core/services/search/index-thread.ts'],
    ['preload', 'electron/preload.ts'],
  ]) {
    const environment = builder.environments[name];
    if (environment && existsSync(entry)) await builder.build(environment);
  }
  ['dist/node', 'dist/electron'].forEach(copyNativeLock);
  for (const folder of ['dist/node', 'dist/electron'])
    copyFileSync('node_modules/sql.js/dist/sql-wasm.wasm', `${folder}/sql-wasm.wasm`);
  const courses = spawnSync(process.execPath, ['dist/node/course.js', 'compile', 'dist/courses'], { encoding: 'utf8' });
  if (courses.status !== 0) throw new Error(`the courses do not compile:\n${courses.stdout}${courses.stderr}`);
  writeFileSync(STAMP, String(started));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build('warn');
