import { writeSync } from 'node:fs';
import { nodeFiles } from '../../disk/files.ts';
import { stagerBeside } from '../stager.ts';
import { openedImports } from './opened-imports.fixture.ts';

/**
 * The program that is killed: `child <data folder> <package>…`. It takes the packages in, one after the other and again, each time into
 * a deck of another name, by the thread beside it. It says `ready`, `+` before each and the import's id when it was acknowledged.
 */
const [, , dataDir = '', ...packages] = process.argv;
const say = (line: string) => writeSync(1, `${line}\n`);

const { imports } = await openedImports(dataDir, nodeFiles, stagerBeside(import.meta.dirname));
say('ready');
for (let n = 0; ; n++) {
  say('+');
  const into = `Deck ${process.pid} ${n}`;
  say((await imports.import({ path: packages[n % packages.length]!, options: { presets: true, into } })).importId);
}
