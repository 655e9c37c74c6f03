import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPage } from './open-page.ts';

const TOKEN = 'q7Zt-secret_of-this_start';
const URL = `http://127.0.0.1:41234/#token=${TOKEN}`;

/** A browser that writes down how it was started and what the file it was given holds. */
const BROWSER = `#!/bin/sh
tr '\\0' '|' </proc/$$/cmdline >"$SAID.arguments"
env >"$SAID.environment"
cp "$1" "$SAID.page"
echo "$1" >"$SAID.part"
mv "$SAID.part" "$SAID"
`;

describe.runIf(process.platform === 'linux')('bug: the token stood in the argument list of the browser', () => {
  let folder: string;
  let runtime: string;
  let said: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jamdai-browser-'));
    runtime = join(folder, 'runtime');
    said = join(folder, 'said');
    mkdirSync(runtime, { mode: 0o700 });
    writeFileSync(join(folder, 'xdg-open'), BROWSER);
    chmodSync(join(folder, 'xdg-open'), 0o755);
    vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
    vi.stubEnv('SAID', said);
    vi.stubEnv('TMPDIR', folder);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  const read = (what: string) => readFileSync(`${said}.${what}`, 'utf8');
  const open = async (env: NodeJS.ProcessEnv) => {
    const before = process.listeners('exit');
    expect(await openPage(URL, 'linux', env)).toBe(true);
    const atEnd = process.listeners('exit').filter((listener) => !before.includes(listener));
    await vi.waitFor(() => expect(existsSync(said)).toBe(true), 5_000);
    return { file: readFileSync(said, 'utf8').trim(), end: () => atEnd.forEach((listener) => listener(0)) };
  };

  it('gives it a file instead, which only this user can read and which leads to the address', async () => {
    const { file, end } = await open({ XDG_RUNTIME_DIR: runtime });
    expect(read('arguments')).toContain(`|${file}|`);
    for (const seen of [read('arguments'), read('environment'), file]) expect(seen).not.toContain(TOKEN);
    expect(dirname(dirname(file))).toBe(runtime);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
    expect(read('page')).toContain(`<meta http-equiv="refresh" content="0;url=${URL}">`);
    end();
    expect(readdirSync(runtime)).toEqual([]);
  });

  it('takes the file away after a minute', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await openPage(URL, 'linux', { XDG_RUNTIME_DIR: runtime });
    expect(readdirSync(runtime)).toHaveLength(1);
    vi.advanceTimersByTime(60_000);
    expect(readdirSync(runtime)).toEqual([]);
  });

  it.each([
    ['is not set', () => undefined],
    ['is relative', () => 'runtime'],
    ['is not there', () => join(runtime, 'gone')],
    ['is open to others', () => (chmodSync(runtime, 0o750), runtime)],
  ])('makes a folder of its own where the runtime folder %s', async (_, place) => {
    const { file, end } = await open({ XDG_RUNTIME_DIR: place() });
    expect(dirname(dirname(file))).toBe(folder);
    expect(basename(dirname(file))).toMatch(/^jamdai-/);
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
    end();
    expect(existsSync(dirname(file))).toBe(false);
  });

  it('leaves nothing behind where there is no browser', async () => {
    vi.stubEnv('PATH', runtime);
    expect(await openPage(URL, 'linux', { XDG_RUNTIME_DIR: runtime })).toBe(false);
    expect(readdirSync(runtime)).toEqual([]);
  });
});
