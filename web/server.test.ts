import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { respond } from '../electron/protocol.ts';
import { nodeFiles } from '../core/services/disk/files.ts';
import { FaceDoor } from '../core/services/face/face-door.ts';
import { createInterfaceFiles, type FindFile } from '../core/services/interface/interface-files.ts';
import { createRouter, type Router } from '../core/services/router.ts';
import type { Handlers } from '../core/api/contract.ts';
import { sendTo } from './send.fixture.ts';
import { startServer, type WebServer } from './server.ts';

const TOKEN = 'a-token-of-this-run';
const PAGE = '<!doctype html><title>จำได้</title>';

let root: string;
let server: WebServer;
let findFile: FindFile;
let door: FaceDoor;
let calls: unknown[][];
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'jamdai-server-'));
  mkdirSync(join(root, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(root, 'renderer', 'index.html'), PAGE);
  writeFileSync(join(root, 'renderer', 'assets', 'main-1a2b.js'), 'export {};');
  writeFileSync(join(root, 'secret.js'), 'secret');
  findFile = createInterfaceFiles(join(root, 'renderer'));
  door = new FaceDoor(nodeFiles, root);
  const handlers = {
    'library.list': async () => ({ courses: [] }),
    'settings.set': async () => {
      throw new Error(`ENOENT: ${root}`);
    },
  } as Partial<Handlers> as Handlers;
  const router = createRouter(handlers, () => undefined);
  const watched: Router = (method, input) => {
    calls.push([method, input]);
    return router(method, input);
  };
  server = await startServer({ router: watched, findFile, door, port: 0, token: TOKEN });
});
beforeEach(() => void (calls = []));
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

const send = (method: string, path: string, headers: OutgoingHttpHeaders = {}, body?: string | Buffer) =>
  sendTo(server.port, { method, path, headers }, body);
const JSON_HEADERS = { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` };
const call = (method: string, body: string | Buffer = '{}', headers: OutgoingHttpHeaders = {}) =>
  send('POST', `/api/${method}`, { ...JSON_HEADERS, ...headers }, body);
const isAlive = async () => (await send('GET', '/readyz')).status === 200;

describe('the contract over HTTP', () => {
  it('answers a call', async () => {
    const { status, headers, text } = await call('library.list');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json');
    expect(headers['cache-control']).toBe('no-store');
    expect(JSON.parse(text)).toEqual({ ok: true, value: { courses: [] } });
  });

  it.each([
    ['host', 403, { host: 'evil.example' }],
    ['origin', 403, { origin: 'http://evil.example' }],
    ['content-type', 415, { 'content-type': 'text/plain' }],
    ['token', 401, { authorization: 'Bearer guess' }],
  ])('refuses a foreign %s with %i before the router hears of it', async (reason, status, headers) => {
    const reply = await call('library.list', '{}', headers);
    expect(reply.status).toBe(status);
    expect(JSON.parse(reply.text)).toEqual({ refused: reason });
    expect(calls).toEqual([]);
  });

  it('sends no header that opens it to other sites, not even to a preflight', async () => {
    for (const reply of [
      await call('library.list'),
      await send('OPTIONS', '/api/library.list', {
        origin: 'http://evil.example',
        'access-control-request-method': 'POST',
      }),
    ]) {
      expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('answers 405 to %s', async (method) => {
    const { status } = await send(method, '/api/library.list', JSON_HEADERS);
    expect(status).toBe(405);
    expect(calls).toEqual([]);
  });

  it.each(['', '{', 'undefined', '{"a":1}}', Buffer.from([0xff, 0xfe])])(
    'names a body that is no JSON: "%s"',
    async (body) => {
      const { status, text } = await call('library.list', body);
      expect(status).toBe(200);
      expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code: 'bad-input', details: { reason: 'body' } } });
      expect(calls).toEqual([]);
    },
  );

  it.each([
    ['with its length', { 'content-length': 2_000_002 }],
    ['in chunks', { 'transfer-encoding': 'chunked' }],
  ])('names a body of 2 MB, sent %s, and goes on', async (_how, headers) => {
    const { status, text } = await call('library.list', JSON.stringify('x'.repeat(2_000_000)), headers);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code: 'bad-input', details: { reason: 'body' } } });
    expect(calls).toEqual([]);
    expect(await isAlive()).toBe(true);
  });

  it.each([
    'nothing.here',
    '__proto__',
    'constructor',
    'library.list/',
    'library.list%20',
    'a/b',
    '',
    '%00',
    '%e0%b8%81',
  ])('does not know the method "%s"', async (method) => {
    const { status, text } = await call(method);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ ok: false, error: { code: 'unknown-method', details: {} } });
  });

  it('knows a method whose name is percent-encoded', async () => {
    expect(JSON.parse((await call('library%2Elist')).text)).toMatchObject({ ok: true });
  });

  it.each(['%', '%E0%A4%A', '%zz', 'library.list%', '%ff'])(
    'does not know the method with broken percents "%s", and goes on',
    async (method) => {
      const { status, text } = await call(method);
      expect(status).toBe(200);
      expect(JSON.parse(text)).toEqual({ ok: false, error: { code: 'unknown-method', details: {} } });
      expect(await isAlive()).toBe(true);
    },
  );

  it('says nothing of what went wrong inside', async () => {
    expect(JSON.parse((await call('settings.set')).text)).toEqual({
      ok: false,
      error: { code: 'internal', details: {} },
    });
  });

  it('outlives a caller that hangs up in the middle', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => {
        socket.write(
          `POST /api/library.list HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Type: application/json\r\n` +
            `Authorization: Bearer ${TOKEN}\r\nContent-Length: 100\r\n\r\n{"half`,
          () => socket.destroy(),
        );
      }).on('close', () => resolve());
    });
    expect(await isAlive()).toBe(true);
    expect(calls).toEqual([]);
  });
});

describe('the interface over HTTP', () => {
  it.each(['/', '/index.html', '/?x=1'])('serves the page at %s, to be asked for again each time', async (path) => {
    const { status, headers, text } = await send('GET', path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    expect(text).toBe(PAGE);
  });

  it('sends the same policy and headers as the Electron shell', async () => {
    const web = await send('GET', '/assets/main-1a2b.js');
    const electron = await respond({ url: 'app://jamdai/assets/main-1a2b.js' }, findFile, door);
    expect(electron.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(web.headers).toMatchObject(Object.fromEntries(electron.headers));
    expect(web.text).toBe(await electron.text());
  });

  it('answers HEAD with the headers alone', async () => {
    const { status, headers, text } = await send('HEAD', '/index.html');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toBe('');
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('answers 405 to %s', async (method) => {
    expect((await send(method, '/index.html')).status).toBe(405);
  });

  it.each([
    ['host', { host: `localhost:1` }],
    ['origin', { origin: 'http://evil.example' }],
  ])('refuses a foreign %s with 403', async (reason, headers) => {
    for (const path of ['/', '/readyz']) {
      const reply = await send('GET', path, headers);
      expect(reply.status).toBe(403);
      expect(JSON.parse(reply.text)).toEqual({ refused: reason });
    }
  });

  it.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/%2e%2e%2fsecret.js',
    '/..%5csecret.js',
    '/..\\secret.js',
    '/assets/../../secret.js',
    '/%252e%252e/secret.js',
    '//secret.js',
    '/C:/secret.js',
    '/index.html%00',
    '/nothing.js',
    '/assets',
    '/__proto__',
    '/api',
  ])('does not find %s', async (path) => {
    const { status, text } = await send('GET', path);
    expect(status).toBe(404);
    expect(text).not.toContain('secret');
  });

  it.each(['/%', '/%E0%A4%A', '/%zz', '//', '//[', 'http://[/', '/api/%'])(
    'survives the malformed path %s',
    async (path) => {
      const { status } = await send('GET', path);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(await isAlive()).toBe(true);
    },
  );

  it('does not find a file that was taken away while it runs, and goes on', async () => {
    const gone = join(root, 'renderer', 'assets', 'gone.js');
    writeFileSync(gone, 'export {};');
    const short = await startServer({
      router: async () => ({ ok: true, value: null }),
      findFile: createInterfaceFiles(join(root, 'renderer')),
      door,
      port: 0,
      token: TOKEN,
    });
    rmSync(gone);
    const url = `http://127.0.0.1:${short.port}`;
    await expect(fetch(`${url}/assets/gone.js`).then((reply) => reply.text())).rejects.toThrow();
    expect((await fetch(`${url}/index.html`)).status).toBe(200);
    await short.close();
  });
});

describe('startServer', () => {
  it('says ready on /readyz', async () => {
    const { status, text } = await send('GET', '/readyz');
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ ready: true });
  });

  it('names a port that is taken', async () => {
    const again = startServer({
      router: async () => ({ ok: true, value: null }),
      findFile,
      door,
      port: server.port,
      token: TOKEN,
    });
    await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('closes at once, also while a caller keeps its connection', async () => {
    const short = await startServer({
      router: async () => ({ ok: true, value: null }),
      findFile,
      door,
      port: 0,
      token: TOKEN,
    });
    const socket = connect(short.port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    await short.close();
    await closed;
    await expect(fetch(`http://127.0.0.1:${short.port}/readyz`)).rejects.toThrow();
  });
});
