import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

const HOME = { XDG_CONFIG_HOME: resolve('somewhere'), APPDATA: resolve('somewhere') };
const standard =
  process.platform === 'darwin'
    ? join(homedir(), 'Library', 'Application Support', 'Jamdai')
    : resolve('somewhere', 'Jamdai');

describe('readOptions', () => {
  it('has an answer for everything that is left out', () => {
    const { clock, ...rest } = readOptions([], HOME);
    expect(rest).toEqual({ dataDir: standard, adopt: true, port: 0, openBrowser: true, rest: [] });
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(5_000);
  });

  it('reads every flag, written with a space or an equals sign', () => {
    for (const args of [
      ['--data', 'study', '--adopt', '--now', '1700000000000', '--port', '8080', '--no-open'],
      ['--data=study', '--adopt', '--now=1700000000000', '--port=8080', '--no-open'],
    ]) {
      const { clock, ...rest } = readOptions(args, HOME);
      expect(rest).toEqual({ dataDir: resolve('study'), adopt: true, port: 8080, openBrowser: false, rest: [] });
      expect(clock.now()).toBe(1_700_000_000_000);
    }
  });

  it('leaves method and input of the cli in their order, wherever the flags stand', () => {
    expect(readOptions(['--data', 'x', 'library.list', '{"a":1}'], {}).rest).toEqual(['library.list', '{"a":1}']);
    expect(readOptions(['library.list', '{"a":1}', '--data', 'x'], {}).rest).toEqual(['library.list', '{"a":1}']);
  });

  it('takes folder and clock from the environment where no flag is given', () => {
    const env = { ...HOME, JAMDAI_DATA: 'from-env', JAMDAI_NOW: '5' };
    expect(readOptions([], env).dataDir).toBe(resolve('from-env'));
    expect(readOptions([], env).clock.now()).toBe(5);
    expect(readOptions(['--data', 'flag', '--now', '6'], env).dataDir).toBe(resolve('flag'));
    expect(readOptions(['--data', 'flag', '--now', '6'], env).clock.now()).toBe(6);
  });

  it('takes a folder that somebody named only where it may: asked by --adopt, or the standard one', () => {
    expect(readOptions(['--data', 'study'], HOME).adopt).toBe(false);
    expect(readOptions([], { ...HOME, JAMDAI_DATA: 'study' }).adopt).toBe(false);
    expect(readOptions([], { ...HOME, JAMDAI_DATA: 'study' }).dataDir).toBe(resolve('study'));
    expect(readOptions(['--adopt'], { ...HOME, JAMDAI_DATA: 'study' }).adopt).toBe(true);
    expect(readOptions(['--data', standard], HOME).adopt).toBe(true);
  });

  it('does not study in the working folder, nor in 1970, when a variable is set but empty', () => {
    const { dataDir, clock } = readOptions([], { ...HOME, JAMDAI_DATA: '', JAMDAI_NOW: '' });
    expect(dataDir).toBe(standard);
    expect(clock.now()).toBeGreaterThan(1_700_000_000_000);
  });

  it.each(['abc', '', ' ', '-1', '1.5', '1e3', '0x10', '1 000', 'Infinity', 'NaN', '99999999999999999999'])(
    'refuses "%s" as a number',
    (text) => {
      expect(() => readOptions([`--now=${text}`], HOME)).toThrow(TypeError);
      expect(() => readOptions([`--now=${text}`], HOME)).toThrow(/--now/);
      expect(() => readOptions([`--port=${text}`], HOME)).toThrow(/--port/);
    },
  );

  it('refuses a port there is not', () => {
    expect(readOptions(['--port', '65535'], HOME).port).toBe(65_535);
    expect(() => readOptions(['--port', '65536'], HOME)).toThrow(/--port/);
  });

  it('refuses a clock that can not be read from the environment', () => {
    expect(() => readOptions([], { ...HOME, JAMDAI_NOW: 'today' })).toThrow(TypeError);
  });

  it.each([['--nope'], ['--prot', '1'], ['-x'], ['--data'], ['--no-open=1'], ['--open']])(
    'refuses the flag %s',
    (...args) => {
      expect(() => readOptions(args, HOME)).toThrow(TypeError);
    },
  );
});
