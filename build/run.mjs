// Runs one of the Node programs (web, cli, course, bench …), building first when the sources are newer.
// Nothing but the program itself writes to standard output: others read it line by line.
import { pathToFileURL } from 'node:url';
import { isFresh } from './sources.mjs';

const [, , name, ...args] = process.argv;
if (!isFresh()) {
  const { build } = await import('./build.mjs');
  await build('silent');
}
process.argv = [process.execPath, `${name}.js`, ...args];
await import(pathToFileURL(`dist/node/${name}.js`).href);
