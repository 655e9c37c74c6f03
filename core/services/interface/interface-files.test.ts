import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInterfaceFiles, type FindFile } from './interface-files.ts';

let root: string;
let find: FindFile;
const put = (...parts: string[]) => writeFileSync(join(root, ...parts), 'x');
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'jamdai-files-'));
  for (const folder of ['renderer/assets/fonts', 'renderer/__proto__', 'renderer-secret'])
    mkdirSync(join(root, folder), { recursive: true });
  for (const name of ['index.html', 'main.js', 'main.css', 'icon.svg', 'icon.png', 'data.json']) put('renderer', name);
  for (const name of ['main.js.map', 'notes.txt', '.env', 'no-extension', 'page.HTML']) put('renderer', name);
  put('renderer', 'assets', 'fonts', 'thai.woff2');
  put('renderer', 'assets', 'ชื่อ ไทย.png');
  put('renderer', '__proto__', 'x.js');
  put('renderer-secret', 'index.html');
  put('secret.js');
  find = createInterfaceFiles(join(root, 'renderer'));
});
afterAll(() => rmSync(root, { recursive: true }));

describe('createInterfaceFiles', () => {
  it.each([
    ['/index.html', 'text/html; charset=utf-8'],
    ['/main.js', 'text/javascript; charset=utf-8'],
    ['/main.css', 'text/css; charset=utf-8'],
    ['/icon.svg', 'image/svg+xml'],
    ['/icon.png', 'image/png'],
    ['/data.json', 'application/json'],
    ['/assets/fonts/thai.woff2', 'font/woff2'],
    ['/__proto__/x.js', 'text/javascript; charset=utf-8'],
  ])('finds %s with its type', (pathname, type) => {
    expect(find(pathname)).toEqual({ path: join(root, 'renderer', ...pathname.split('/')), type });
  });

  it('finds the page at /', () => {
    expect(find('/')).toEqual(find('/index.html'));
  });

  it('decodes a name once', () => {
    expect(find('/assets/%E0%B8%8A%E0%B8%B7%E0%B9%88%E0%B8%AD%20%E0%B9%84%E0%B8%97%E0%B8%A2.png')?.type).toBe(
      'image/png',
    );
    expect(find('/%6dain.js')).toEqual(find('/main.js'));
    expect(find('/%256dain.js')).toBeNull();
  });

  it.each(['/main.js.map', '/notes.txt', '/.env', '/no-extension', '/page.HTML'])(
    'does not give out %s, whose type the interface does not use',
    (pathname) => {
      expect(find(pathname)).toBeNull();
    },
  );

  it.each([
    '',
    'index.html',
    '//index.html',
    '/./index.html',
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/assets/../main.js',
    '/..\\secret.js',
    '\\main.js',
    '/../renderer-secret/index.html',
    '/main.js\0',
    '/main.js%00',
    '/main.js/',
    '/assets',
    '/C:/secret.js',
    '/MAIN.JS',
    '/%',
    '/%ff',
    '/constructor',
    '__proto__',
  ])('does not find "%s"', (pathname) => {
    expect(find(pathname)).toBeNull();
  });

  it('knows only what was there at start', () => {
    put('renderer', 'later.js');
    expect(find('/later.js')).toBeNull();
    expect(createInterfaceFiles(join(root, 'renderer'))('/later.js')).not.toBeNull();
  });

  it.runIf(process.platform !== 'win32')('does not follow a link to a folder outside', () => {
    symlinkSync(join(root, 'renderer-secret'), join(root, 'renderer', 'linked'));
    expect(createInterfaceFiles(join(root, 'renderer'))('/linked/index.html')).toBeNull();
  });

  it('has no page where the folder has none, and says so where there is no folder', () => {
    expect(createInterfaceFiles(join(root, 'renderer', 'assets'))('/')).toBeNull();
    expect(() => createInterfaceFiles(join(root, 'not-there'))).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });
});
