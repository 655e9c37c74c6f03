import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openWithSystem } from './open-with-system.ts';

describe('openWithSystem', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jamdai-open-'));
    vi.stubEnv('PATH', folder);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  // The programs of the two other systems: never those of this one, which may be found without PATH.
  it.each((['linux', 'darwin', 'win32', 'freebsd'] as const).filter((platform) => platform !== process.platform))(
    'resolves false where the program of %s is missing',
    async (platform) => {
      expect(await openWithSystem('http://127.0.0.1:1/', platform)).toBe(false);
    },
  );

  it.runIf(process.platform !== 'win32')('hands the target over as one argument, without a shell', async () => {
    const program = join(folder, 'xdg-open');
    const said = join(folder, 'said');
    writeFileSync(
      program,
      `#!/bin/sh\nprintf '%s|' "$#" "$@" >"${said}.part"\nPATH=/bin:/usr/bin mv "${said}.part" "${said}"\n`,
    );
    chmodSync(program, 0o755);
    const target = join(folder, "my folder; $(touch evil) 'a'");
    expect(await openWithSystem(target, 'linux')).toBe(true);
    await vi.waitFor(() => expect(existsSync(said)).toBe(true), 5_000);
    expect(readFileSync(said, 'utf8')).toBe(`1|${target}|`);
  });
});
