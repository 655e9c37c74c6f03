import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultDataFolder } from './data-folder.ts';

const base = resolve('config');

describe('defaultDataFolder', () => {
  it('is where Electron keeps user data on each system', () => {
    expect(defaultDataFolder('win32', { APPDATA: base })).toBe(join(base, 'Jamdai'));
    expect(defaultDataFolder('darwin', { APPDATA: base, XDG_CONFIG_HOME: base })).toBe(
      join(homedir(), 'Library', 'Application Support', 'Jamdai'),
    );
    expect(defaultDataFolder('linux', { XDG_CONFIG_HOME: base })).toBe(join(base, 'Jamdai'));
    expect(defaultDataFolder('freebsd', { XDG_CONFIG_HOME: base })).toBe(join(base, 'Jamdai'));
  });

  it('stands below the home folder where the system says nothing else', () => {
    expect(defaultDataFolder('win32', {})).toBe(join(homedir(), 'AppData', 'Roaming', 'Jamdai'));
    expect(defaultDataFolder('linux', {})).toBe(join(homedir(), '.config', 'Jamdai'));
  });

  it('is never a relative folder, though the variable is empty or relative', () => {
    for (const value of ['', 'config', './config']) {
      expect(defaultDataFolder('linux', { XDG_CONFIG_HOME: value })).toBe(join(homedir(), '.config', 'Jamdai'));
      expect(defaultDataFolder('win32', { APPDATA: value })).toBe(join(homedir(), 'AppData', 'Roaming', 'Jamdai'));
    }
  });
});
