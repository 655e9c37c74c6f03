import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSyncthing } from '../../build/syncthing.mjs';
import { expect, test } from '../fixtures.ts';
import { startMirrors, untilMirrored } from '../syncthing/mirror.ts';

const program = findSyncthing();
test.skip(program === null, 'skipped: no Syncthing (apt-get install -y syncthing)');

test('two Syncthings of this machine alone mirror a folder, also after one was killed', async ({ dataDir }) => {
  const place = join(dataDir, '..');
  const [here, there] = [join(place, 'here'), join(place, 'there')];
  const mirrors = await startMirrors(program!, place, [here, there]);
  try {
    writeFileSync(join(here, 'first'), 'from here');
    await untilMirrored(mirrors, 60_000);
    expect(readFileSync(join(there, 'first'), 'utf8')).toBe('from here');
    await mirrors[0]!.kill();
    writeFileSync(join(there, 'second'), 'from there');
    await mirrors[0]!.start();
    await untilMirrored(mirrors, 60_000);
    expect(readFileSync(join(here, 'second'), 'utf8')).toBe('from there');
  } finally {
    await Promise.all(mirrors.map((mirror) => mirror.stop()));
  }
});
