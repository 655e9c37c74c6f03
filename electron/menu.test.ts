import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuLanguage, menuTemplate } from './menu.ts';

const submenuOf = (entry: MenuItemConstructorOptions) => (entry.submenu ?? []) as MenuItemConstructorOptions[];
const roles = (template: MenuItemConstructorOptions[]) =>
  template.map((entry) => submenuOf(entry).map(({ role, type }) => role ?? type));
const labels = (template: MenuItemConstructorOptions[]) =>
  template.flatMap((entry) => [entry.label, ...submenuOf(entry).map(({ label }) => label)]);

const EDIT = ['undo', 'redo', 'separator', 'cut', 'copy', 'paste', 'selectAll'];
const VIEW = ['resetZoom', 'zoomIn', 'zoomOut', 'separator', 'togglefullscreen'];

describe('menuTemplate', () => {
  it.each(['linux', 'win32'] as const)('has file, edit, view and window on %s', (platform) => {
    expect(roles(menuTemplate('en', platform))).toEqual([['quit'], EDIT, VIEW, ['minimize', 'close']]);
  });

  it('has the application menu on macOS, where quitting stands', () => {
    const template = menuTemplate('en', 'darwin');
    expect(template[0]).toEqual({ role: 'appMenu' });
    expect(roles(template.slice(1))).toEqual([['close'], EDIT, VIEW, ['minimize']]);
  });

  it.each(['linux', 'darwin'] as const)('has a Thai label for every English one on %s', (platform) => {
    const thai = labels(menuTemplate('th', platform)).filter((label) => label !== undefined);
    const english = labels(menuTemplate('en', platform)).filter((label) => label !== undefined);
    expect(thai).toHaveLength(english.length);
    for (const label of thai) expect(label).toMatch(/^[\u0E00-\u0E7F]+$/);
    for (const label of english) expect(label).toMatch(/^[A-Za-z ]+$/);
  });

  it('gives no two entries of a menu the same label', () => {
    for (const language of ['th', 'en'] as const) {
      for (const entry of menuTemplate(language, 'linux')) {
        const own = submenuOf(entry).flatMap(({ label }) => label ?? []);
        expect(new Set(own).size).toBe(own.length);
      }
    }
  });

  it('holds roles only: nothing of it calls into the page, and there are no developer tools', () => {
    for (const entry of menuTemplate('en', 'linux').flatMap(submenuOf)) {
      expect(entry).not.toHaveProperty('click');
      expect(['toggleDevTools', 'reload', 'forceReload']).not.toContain(entry.role);
    }
  });
});

describe('menuLanguage', () => {
  it.each([
    ['th', 'en-US', 'th'],
    ['en', 'th', 'en'],
    ['system', 'th', 'th'],
    ['system', 'th-TH', 'th'],
    ['system', 'TH', 'th'],
    ['system', 'en-GB', 'en'],
    ['system', 'de', 'en'],
    ['system', '', 'en'],
  ] as const)('chosen %s on a system in "%s" is %s', (chosen, locale, language) => {
    expect(menuLanguage(chosen, locale)).toBe(language);
  });
});
