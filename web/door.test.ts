import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutgoingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeFiles } from '../core/services/disk/files.ts';
import { FaceDoor } from '../core/services/face/face-door.ts';
import { sendTo } from './send.fixture.ts';
import { startServer, type WebServer } from './server.ts';

let root: string;
let server: WebServer;
let door: FaceDoor;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'jamdai-web-door-'));
  door = new FaceDoor(nodeFiles, root);
  const router = async () => ({ ok: true as const, value: null });
  server = await startServer({ router, findFile: () => null, door, port: 0, token: 'token' });
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});
const send = (method: string, path: string, headers: OutgoingHttpHeaders = {}) =>
  sendTo(server.port, { method, path, headers });

describe('the frame of cards', () => {
  const FROM_PAGE = { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'iframe' };
  const SHA = 'ab'.repeat(32);
  beforeAll(() => {
    mkdirSync(join(root, 'library', 'media', 'ab'), { recursive: true });
    writeFileSync(join(root, 'library', 'media', 'ab', SHA), '0123456789');
  });

  it('is served to the page alone, with a policy of its own', async () => {
    const { status, headers, text } = await send('GET', door.framePath, FROM_PAGE);
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain(`img-src http://127.0.0.1:${server.port}/media/`);
    expect(text).toContain('<div id="qa"></div>');
    expect((await send('GET', door.framePath)).status).toBe(403);
    expect((await send('GET', door.framePath, { ...FROM_PAGE, host: 'evil.example' })).status).toBe(403);
  });

  it('gets files in parts', async () => {
    const asImage = { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'audio' };
    const whole = await send('GET', door.mediaAddress(SHA), asImage);
    expect([whole.status, whole.text, whole.headers['content-length']]).toEqual([200, '0123456789', '10']);
    const part = await send('GET', door.mediaAddress(SHA), { ...asImage, range: 'bytes=-4' });
    expect([part.status, part.text, part.headers['content-range']]).toEqual([206, '6789', 'bytes 6-9/10']);
    const head = await send('HEAD', door.mediaAddress(SHA), asImage);
    expect([head.status, head.text]).toEqual([200, '']);
    expect((await send('POST', door.mediaAddress(SHA), asImage)).status).toBe(405);
  });
});
