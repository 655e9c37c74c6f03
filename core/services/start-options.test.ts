import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from './clock.ts';
import { clockFor, dataFolderIn } from './start-options.ts';

describe('the clock of a shell', () => {
  it('stands still where it was set, by the option before the variable', () => {
    expect(clockFor(undefined, { JAMDAI_NOW: '1700000000000' }).now()).toBe(1_700_000_000_000);
    expect(clockFor('5', { JAMDAI_NOW: '1700000000000' }).now()).toBe(5);
    expect(clockFor('0', {}).now()).toBe(0);
  });

  it('is the system clock where nothing is set, or set to nothing', () => {
    expect(clockFor(undefined, {})).toBe(systemClock);
    expect(clockFor(undefined, { JAMDAI_NOW: '' })).toBe(systemClock);
  });

  it.each(['abc', ' ', 'NaN', '-1', '1.5', '1e3', '0x10', '2026-11-29', '253370764800001', '9007199254740991'])(
    'bug: JAMDAI_NOW=%s was taken for an instant',
    (text) => {
      expect(() => clockFor(undefined, { JAMDAI_NOW: text })).toThrow(
        new TypeError(`JAMDAI_NOW takes a whole number up to 253370764800000, not "${text}"`),
      );
      expect(() => clockFor(text, {})).toThrow(/^--now takes a whole number/);
    },
  );
});

describe('the data folder of the environment', () => {
  it('bug: a relative JAMDAI_DATA stopped the desktop app', () => {
    expect(dataFolderIn({ JAMDAI_DATA: 'study' })).toBe(resolve('study'));
    expect(dataFolderIn({ JAMDAI_DATA: resolve('/study') })).toBe(resolve('/study'));
  });

  it('is none where the variable is not set, or set to nothing', () => {
    expect(dataFolderIn({})).toBeUndefined();
    expect(dataFolderIn({ JAMDAI_DATA: '' })).toBeUndefined();
  });
});
