import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Protocol } from 'electron';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../core/services/interface/csp.ts';
import { nodeFiles } from '../core/services/disk/files.ts';
import { FaceDoor } from '../core/services/face/face-door.ts';
import { createInterfaceFiles, type FindFile } from '../core/services/interface/interface-files.ts';
import { APP_SCHEME, registerProtocol, respond } from './protocol.ts';

let root: string;
let findFile: FindFile;
let door: FaceDoor;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'jamdai-protocol-'));
  mkdirSync(join(root, 'renderer', 'assets'), { recursive: true });
  mkdirSync(join(root, 'renderer-secret'));
  writeFileSync(join(root, 'renderer', 'index.html'), '<!doctype html><title>จำได้</title>');
  writeFileSync(join(root, 'renderer', 'assets', 'main.js'), 'export {};');
  writeFileSync(join(root, 'renderer-secret', 'index.html'), 'secret');
  writeFileSync(join(root, 'secret.js'), 'secret');
  findFile = createInterfaceFiles(join(root, 'renderer'));
  door = new FaceDoor(nodeFiles, root);
});
afterAll(() => rmSync(root, { recursive: true }));

describe('respond', () => {
  it.each(['app://jamdai/index.html', 'app://jamdai/', 'app://jamdai/?x=1#/review'])(
    'answers %s with the page',
    async (url) => {
      const response = await respond({ url }, findFile, door);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await response.text()).toContain('จำได้');
    },
  );

  it('sends the policy and the headers that isolate the page with every file', async () => {
    const { headers } = await respond({ url: 'app://jamdai/assets/main.js' }, findFile, door);
    expect(Object.fromEntries(headers)).toEqual({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it.each([
    'app://jamdai/../secret.js',
    'app://jamdai/%2e%2e/secret.js',
    'app://jamdai/%2e%2e%2fsecret.js',
    'app://jamdai/assets/..%2f..%2fsecret.js',
    'app://jamdai/..\\secret.js',
    'app://jamdai/..%5csecret.js',
    'app://jamdai/%252e%252e/secret.js',
    'app://jamdai//index.html',
    'app://jamdai//etc/hosts',
    'app://jamdai/C:/Windows/win.ini',
    'app://jamdai/index.html%00',
    'app://jamdai/index.html%00.js',
    'app://jamdai/../renderer-secret/index.html',
    'app://jamdai/%2e%2e/renderer-secret/index.html',
    'app://jamdai-secret/index.html',
    'app://jamdai/%',
    'app://jamdai/assets',
    'app://jamdai/assets/',
    'app://jamdai/nothing.js',
    'app://jamdai/__proto__',
    'app://jamdai.evil/index.html',
    'app://evil/index.html',
    'app://jamdai:1/index.html',
    'https://jamdai/index.html',
    'file:///index.html',
  ])('does not find %s', async (url) => {
    const response = await respond({ url }, findFile, door);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });
});

describe('the frame of cards', () => {
  it('is answered with a policy of its own, and files in parts', async () => {
    const sha = 'ab'.repeat(32);
    mkdirSync(join(root, 'library', 'media', 'ab'), { recursive: true });
    writeFileSync(join(root, 'library', 'media', 'ab', sha), '0123456789');
    const frame = await respond({ url: `app://jamdai${door.framePath}` }, findFile, door);
    expect(await frame.text()).toContain('<div id="qa"></div>');
    expect(frame.headers.get('content-security-policy')).toContain('media-src app://jamdai/media/');
    const headers = new Headers({ range: 'bytes=2-4' });
    const part = await respond({ url: `app://jamdai${door.mediaAddress(sha)}`, headers }, findFile, door);
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([206, '234', 'bytes 2-4/10']);
    expect((await respond({ url: `app://evil${door.framePath}` }, findFile, door)).status).toBe(404);
  });
});

describe('registerProtocol', () => {
  it('answers the scheme app with those files', async () => {
    const handlers = new Map<string, Parameters<Protocol['handle']>[1]>();
    registerProtocol({ handle: (scheme, handler) => void handlers.set(scheme, handler) }, findFile, door);
    expect([...handlers.keys()]).toEqual([APP_SCHEME.scheme]);
    const response = await handlers.get('app')?.({ url: 'app://jamdai/index.html' } as Request);
    expect(response?.status).toBe(200);
  });

  it('never lets the scheme past the policy', () => {
    expect(APP_SCHEME).toEqual({
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    });
  });
});
