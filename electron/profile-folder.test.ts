import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isHeldHere, lockFile, makeProfileFolder, type Machine } from './profile-folder.ts';

let root: string;
let data: string;
let machine: Machine;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'jamdai-profile-test-')));
  data = join(root, 'data');
  machine = { platform: 'linux', env: {}, home: join(root, 'home'), temp: root, host: 'desk' };
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('makeProfileFolder', () => {
  it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
    ['linux', {}, 'home/.cache/Jamdai'],
    ['linux', { XDG_CACHE_HOME: '/ROOT/cache' }, 'cache/Jamdai'],
    ['linux', { XDG_CACHE_HOME: 'relative' }, 'home/.cache/Jamdai'],
    ['darwin', {}, 'home/Library/Caches/Jamdai'],
    ['win32', {}, 'home/AppData/Local/Jamdai'],
    ['win32', { LOCALAPPDATA: '/ROOT/local' }, 'local/Jamdai'],
  ])('lies in the caches of %s with %j', (platform, env, place) => {
    const rooted = Object.fromEntries(Object.entries(env).map(([key, value]) => [key, value?.replace('/ROOT', root)]));
    const folder = makeProfileFolder({ ...machine, platform, env: rooted }, data);
    expect(dirname(folder)).toBe(join(root, place));
    expect(existsSync(folder)).toBe(true);
  });

  it('is the same at every start, and another for another data folder or machine', () => {
    const folder = makeProfileFolder(machine, data);
    expect(makeProfileFolder(machine, data)).toBe(folder);
    expect(makeProfileFolder(machine, `${data}2`)).not.toBe(folder);
    expect(makeProfileFolder({ ...machine, host: 'lap' }, data)).not.toBe(folder);
  });

  it('is the same by whichever link the data folder is reached, from the first start on', () => {
    symlinkSync(root, join(root, 'link'));
    expect(makeProfileFolder(machine, join(root, 'link', 'data'))).toBe(makeProfileFolder(machine, data));
  });

  it('leaves nothing of its own in the data folder', () => {
    expect(makeProfileFolder(machine, data).startsWith(data)).toBe(false);
  });

  it('is a temporary one where the caches can not be made', () => {
    writeFileSync(join(root, 'home'), '');
    const folder = makeProfileFolder(machine, data);
    expect(dirname(folder)).toBe(root);
    expect(existsSync(folder)).toBe(true);
  });

  it('is there also when the data folder can not be made: that is told later, by the store', () => {
    writeFileSync(data, '');
    expect(existsSync(makeProfileFolder(machine, join(data, 'below')))).toBe(true);
  });
});

describe('isHeldHere', () => {
  const lock = (holder: string) => {
    mkdirSync(join(root, 'profile'));
    symlinkSync(holder, lockFile(join(root, 'profile')));
  };

  it.each([
    ['desk-4711', true],
    ['other-4711', false],
    ['desk-2-4711', false],
    ['desk', false],
  ])('a lock of %s: %s', (holder, held) => {
    lock(holder);
    expect(isHeldHere(join(root, 'profile'), machine)).toBe(held);
  });

  it('is not held without a lock; on Windows a refused lock is always one that is held', () => {
    expect(isHeldHere(join(root, 'profile'), machine)).toBe(false);
    expect(isHeldHere(join(root, 'profile'), { ...machine, platform: 'win32' })).toBe(true);
  });
});
