import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { restoreBounds, saveBounds, windowOptions } from './window.ts';

describe('windowOptions', () => {
  it('writes out every security setting', () => {
    expect(windowOptions('preload.cjs', {}, true)).toEqual({
      width: 1280,
      height: 800,
      minWidth: 640,
      minHeight: 480,
      show: false,
      title: 'Jamdai',
      webPreferences: {
        preload: 'preload.cjs',
        nodeIntegration: false,
        contextIsolation: true,
        sandbox: true,
        webSecurity: true,
        devTools: false,
        spellcheck: false,
      },
    });
  });

  it('allows the developer tools only in an unpackaged run', () => {
    expect(windowOptions('p', {}, false).webPreferences?.devTools).toBe(true);
  });

  it('opens where the window was', () => {
    const bounds = { x: 10, y: 20, width: 900, height: 700 };
    expect(windowOptions('p', bounds, true)).toMatchObject(bounds);
  });
});

describe('the remembered bounds', () => {
  const screen = { x: 0, y: 25, width: 1920, height: 1055 };
  const leftScreen = { x: -1600, y: -200, width: 1600, height: 900 };
  const good = { x: 100, y: 50, width: 1000, height: 700 };
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jamdai-window-'));
    file = join(folder, 'window.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('come back as they were saved', () => {
    saveBounds(file, good);
    expect(restoreBounds(file, [screen])).toEqual(good);
  });

  it('hold on a screen left of and above the first, where coordinates are negative', () => {
    const bounds = { x: -1500, y: -150, width: 800, height: 600 };
    saveBounds(file, bounds);
    expect(restoreBounds(file, [screen, leftScreen])).toEqual(bounds);
    expect(restoreBounds(file, [screen])).toEqual({});
  });

  it.each([
    ['far to the right', { ...good, x: 1821 }],
    ['far to the left', { ...good, x: -901 }],
    ['with the title bar above the screen', { ...good, y: 24 }],
    ['below the screen', { ...good, y: 981 }],
  ])('are forgotten for a window %s', (_where, bounds) => {
    saveBounds(file, bounds);
    expect(restoreBounds(file, [screen])).toEqual({});
  });

  it.each([
    ['right edge', { ...good, x: 1820 }],
    ['left edge', { ...good, x: -900 }],
    ['top edge', { ...good, y: 25 }],
    ['bottom edge', { ...good, y: 980 }],
  ])('hold while the window can be taken hold of at the %s', (_where, bounds) => {
    saveBounds(file, bounds);
    expect(restoreBounds(file, [screen])).toEqual(bounds);
  });

  it.each([
    ['wider', { ...good, width: 1921 }],
    ['higher', { ...good, height: 1056 }],
    ['wider than any window can be', { ...good, x: 0, width: 1e12 }],
  ])('are forgotten for a window %s than the screen, as after a change of screens', (_what, bounds) => {
    saveBounds(file, bounds);
    expect(restoreBounds(file, [screen])).toEqual({});
  });

  it('hold for a window across two screens', () => {
    const bounds = { x: -1500, y: 30, width: 3000, height: 700 };
    saveBounds(file, bounds);
    expect(restoreBounds(file, [screen, leftScreen])).toEqual(bounds);
  });

  it('are forgotten when the file is a folder', () => {
    mkdirSync(file);
    expect(restoreBounds(file, [screen])).toEqual({});
    expect(() => saveBounds(file, good)).not.toThrow();
  });

  it('are forgotten when there is no screen', () => {
    saveBounds(file, good);
    expect(restoreBounds(file, [])).toEqual({});
  });

  it.each([
    ['missing', null],
    ['empty', ''],
    ['no JSON', '{"x":1,'],
    ['null', 'null'],
    ['a list', '[1,2,3,4]'],
    ['not whole', '{"x":100,"y":50,"width":1000}'],
    ['text', '{"x":"100","y":50,"width":1000,"height":700}'],
    ['fractions', '{"x":100.5,"y":50,"width":1000,"height":700}'],
    ['infinite', '{"x":1e999,"y":50,"width":1000,"height":700}'],
    ['too narrow', '{"x":100,"y":50,"width":639,"height":700}'],
    ['too low', '{"x":100,"y":50,"width":1000,"height":479}'],
  ])('are forgotten when the file is %s', (_what, text) => {
    if (text !== null) writeFileSync(file, text);
    expect(restoreBounds(file, [screen])).toEqual({});
  });

  it('never carry anything but the four numbers', () => {
    writeFileSync(file, JSON.stringify({ ...good, webPreferences: { preload: 'evil.js' } }));
    expect(restoreBounds(file, [screen])).toEqual(good);
  });

  it('are lost without a word when they can not be written', () => {
    expect(() => saveBounds(join(folder, 'not', 'there.json'), good)).not.toThrow();
    saveBounds(file, good);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(good);
  });
});
