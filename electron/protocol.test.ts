import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Protocol } from 'electron';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../core/services/interface/csp.ts';
import { createInterfaceFiles, type FindFile } from '../core/services/interface/interface-files.ts';
import { APP_SCHEME, registerProtocol, respond } from './protocol.ts';

let root: string;
let findFile: FindFile;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'jamdai-protocol-'));
  mkdirSync(join(root, 'renderer', 'assets'), { recursive: true });
  mkdirSync(join(root, 'renderer-secret'));
  writeFileSync(join(root, 'renderer', 'index.html'), '<!doctype html><title>จำได้</title>');
  writeFileSync(join(root, 'renderer', 'assets', 'main.js'), 'export {};');
  writeFileSync(join(root, 'renderer-secret', 'index.html'), 'secret');
  writeFileSync(join(root, 'secret.js'), 'secret');
  findFile = createInterfaceFiles(join(root, 'renderer'));
});
afterAll(() => rmSync(root, { recursive: true }));

describe('respond', () => {
  it.each(['app://jamdai/index.html', 'app://jamdai/', 'app://jamdai/?x=1#/review'])(
    'answers %s with the page',
    async (url) => {
      const response = await respond(url, findFile);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await response.text()).toContain('จำได้');
    },
  );

  it('sends the policy and the headers that isolate the page with every file', async () => {
    const { headers } = await respond('app://jamdai/assets/main.js', findFile);
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
    const response = await respond(url, findFile);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });
});

describe('registerProtocol', () => {
  it('answers the scheme app with those files', async () => {
    const handlers = new Map<string, Parameters<Protocol['handle']>[1]>();
    registerProtocol({ handle: (scheme, handler) => void handlers.set(scheme, handler) }, findFile);
    expect([...handlers.keys()]).toEqual([APP_SCHEME.scheme]);
    const response = await handlers.get('app')?.({ url: 'app://jamdai/index.html' } as Request);
    expect(response?.status).toBe(200);
  });

  it('never lets the scheme past the policy', () => {
    expect(APP_SCHEME).toEqual({ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } });
  });
});
