import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

const USER_DATA = resolve('/home/somebody/.config/Jamdai');

describe('readEnvironment', () => {
  it('takes a relative data folder from where the app was started', () => {
    expect(readEnvironment({ JAMDAI_DATA: 'my-data' }, USER_DATA).dataDir).toBe(resolve('my-data'));
    expect(readEnvironment({ JAMDAI_DATA: '../beside' }, USER_DATA).dataDir).toBe(resolve('..', 'beside'));
  });

  it.each([undefined, ''])('keeps the data where Electron does for a folder of %j', (folder) => {
    const env = folder === undefined ? {} : { JAMDAI_DATA: folder };
    expect(readEnvironment(env, USER_DATA).dataDir).toBe(USER_DATA);
  });

  it('fixes the clock', () => {
    expect(readEnvironment({ JAMDAI_NOW: '1795143783000' }, USER_DATA).clock.now()).toBe(1_795_143_783_000);
    expect(readEnvironment({ JAMDAI_NOW: '0' }, USER_DATA).clock.now()).toBe(0);
  });

  it.each([undefined, ''])('takes the real clock for %j', (now) => {
    const before = Date.now();
    const at = readEnvironment(now === undefined ? {} : { JAMDAI_NOW: now }, USER_DATA).clock.now();
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThanOrEqual(Date.now());
  });

  it.each(['abc', '12.5', '-1', '1e3', ' 1', 'NaN', 'Infinity', '2026-11-28', '8640000000000001', '9'.repeat(400)])(
    'refuses the clock "%s" and says what it takes',
    (now) => {
      expect(() => readEnvironment({ JAMDAI_NOW: now }, USER_DATA)).toThrow(
        new TypeError(`JAMDAI_NOW takes epoch milliseconds, not "${now}"`),
      );
    },
  );
});
