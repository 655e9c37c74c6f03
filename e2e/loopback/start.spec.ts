import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';

const URL = /^http:\/\/127\.0\.0\.1:\d+\/\S*$/m;

/** `npm start` with an Electron that does as `script` says; null: there is none. Ends it once it serves the browser. */
async function start(dataDir: string, script: string | null, { mode = 0o755, display = ':7' } = {}) {
  const folder = join(dataDir, '..', 'electron');
  mkdirSync(folder);
  if (script !== null) writeFileSync(join(folder, 'electron'), script, { mode });
  const child = spawn(process.execPath, ['build/start.mjs', '--data', dataDir, '--port', '0', '--no-open'], {
    env: {
      ...process.env,
      DISPLAY: display,
      WAYLAND_DISPLAY: '',
      ELECTRON_OVERRIDE_DIST_PATH: folder,
      ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (URL.test(said)) child.kill('SIGTERM');
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return { said, code, sentence: said.split('\n')[0] };
}
const IN_BROWSER = 'so Jamdai runs in your web browser instead, at the address below; Ctrl+C ends it.';
const NODE = `#!${process.execPath}\n`;

test('with a screen but without the runtime, one sentence says what to run, and the browser serves', async ({
  dataDir,
}) => {
  const { said, sentence, code } = await start(dataDir, null);
  expect(sentence).toBe(
    `Electron's runtime is not here and can not be fetched now (\`npx install-electron\` fetches it), ${IN_BROWSER}`,
  );
  expect(said).toMatch(URL);
  expect(code).toBe(0);
});

test('without a screen the browser serves, and nothing is to be run', async ({ dataDir }) => {
  const { said, sentence } = await start(dataDir, null, { display: '' });
  expect(sentence).toBe(`There is no screen for Electron here, ${IN_BROWSER}`);
  expect(said).toMatch(URL);
});

for (const [what, script, why, mode] of [
  ['ends with an error', '#!/bin/sh\nexit 127\n', 'it ended with 127', 0o755],
  ['ends without a word', '#!/bin/sh\nexit 0\n', 'it ended with 0', 0o755],
  ['is killed', '#!/bin/sh\nkill -SEGV $$\n', 'SIGSEGV', 0o755],
  ['may not be run', '#!/bin/sh\nexit 0\n', 'EACCES', 0o644],
] as const)
  test(`a runtime that ${what} before the app has started falls back to the browser`, async ({ dataDir }) => {
    const { said, sentence } = await start(dataDir, script, { mode });
    expect(sentence).toBe(
      `Electron does not start here (${why}; \`npx install-electron\` fetches it anew), ${IN_BROWSER}`,
    );
    expect(said).toMatch(URL);
  });

test('an app that has started ends as it ends: no browser after it', async ({ dataDir }) => {
  const { said, code } = await start(dataDir, `${NODE}process.send('started', () => process.exit(3));\n`);
  expect(said).toBe('');
  expect(code).toBe(3);
});
