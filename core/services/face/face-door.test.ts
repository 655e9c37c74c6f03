import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFiles } from '../disk/files.ts';
import { mediaPath } from '../library/places.ts';
import { byteRange } from './byte-range.ts';
import { FaceDoor, type DoorRequest } from './face-door.ts';
import { mediaType } from './media-types.ts';

const ORIGIN = 'http://127.0.0.1:8080';
const SHA = 'ab'.repeat(32);
let folder: string;
let door: FaceDoor;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jamdai-door-'));
  mkdirSync(dirname(join(folder, mediaPath(SHA))), { recursive: true });
  writeFileSync(join(folder, mediaPath(SHA)), 'GIF89a and more');
  door = new FaceDoor(nodeFiles, folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

const ask = (pathname: string, more: Partial<DoorRequest> = {}) => door.answer({ pathname, origin: ORIGIN, ...more });
const from = (site: string | undefined, dest: string | undefined) => ({ fetch: { site, dest } });

describe('the frame', () => {
  it('has a policy that lets nothing run, and media of this run in', () => {
    const reply = ask(door.framePath, from('same-origin', 'iframe'));
    const media = `${ORIGIN}${door.mediaAddress('')}`;
    expect(reply?.status).toBe(200);
    expect(reply?.headers['content-security-policy']).toBe(
      `sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; img-src ${media} data:; media-src ${media}; ` +
        `font-src ${media}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
    );
    expect(reply?.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(reply?.body).not.toMatch(/<script|\son\w+=/i);
  });

  it.each([
    ['another site', 'cross-site', 'iframe'],
    ['a tab', 'none', 'document'],
    ['a page of the same site', 'same-site', 'iframe'],
    ['a script', 'same-origin', 'script'],
    ['nobody says what', undefined, undefined],
  ])('is refused to %s', (_, site, dest) => {
    expect(ask(door.framePath, from(site, dest))?.status).toBe(403);
  });

  it('has another address with each run', () => {
    expect(new FaceDoor(nodeFiles, folder).framePath).not.toBe(door.framePath);
    expect(ask('/face/')?.status).toBe(404);
    expect(ask(`${door.framePath}/x`)?.status).toBe(404);
    expect(ask('/index.html')).toBeNull();
  });
});

describe('media', () => {
  it('are served by what they hold', () => {
    const reply = ask(door.mediaAddress(SHA), from('same-origin', 'image'));
    expect(reply?.status).toBe(200);
    expect(reply?.headers).toMatchObject({
      'content-type': 'image/gif',
      'content-length': '15',
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      'cross-origin-resource-policy': 'same-origin',
      etag: `"${SHA}"`,
    });
    expect(ask(door.mediaAddress(SHA), { ifNoneMatch: `W/"x", "${SHA}"` })?.status).toBe(304);
  });

  it.each([
    ['bytes=0-9', 206, 'bytes 0-9/15'],
    ['bytes=-5', 206, 'bytes 10-14/15'],
    ['bytes=10-', 206, 'bytes 10-14/15'],
    ['bytes=10-99', 206, 'bytes 10-14/15'],
    ['bytes=100-', 416, 'bytes */15'],
    ['bytes=-0', 416, 'bytes */15'],
    ['bytes=5-2', 200, undefined],
    ['bytes=0-1,3-4', 200, undefined],
    ['lines=0-1', 200, undefined],
  ])('are given in parts: %s', (range, status, contentRange) => {
    const reply = ask(door.mediaAddress(SHA), { range });
    expect([reply?.status, reply?.headers['content-range']]).toEqual([status, contentRange]);
  });

  it.each(['document', 'iframe', 'script', 'object', 'worker', undefined])('are refused as a %s', (dest) => {
    expect(ask(door.mediaAddress(SHA), from('same-origin', dest))?.status).toBe(403);
  });

  it.each(['../../../etc/passwd', '%2e%2e', SHA.toUpperCase(), `${SHA}/x`, 'cd'.repeat(32), ''])(
    'do not hold %s',
    (name) => {
      expect(ask(door.mediaAddress(name))?.status).toBe(404);
    },
  );

  it('are not known by their hash alone', () => {
    expect(ask(`/media/x/${SHA}`)?.status).toBe(404);
    expect(new FaceDoor(nodeFiles, folder).answer({ pathname: door.mediaAddress(SHA), origin: ORIGIN })?.status).toBe(
      404,
    );
  });

  it.skipIf(process.platform === 'win32')('follow no link out of the folder', () => {
    const other = 'ef'.repeat(32);
    mkdirSync(dirname(join(folder, mediaPath(other))), { recursive: true });
    symlinkSync('/etc/hostname', join(folder, mediaPath(other)));
    expect(ask(door.mediaAddress(other))?.status).toBe(404);
  });
});

describe('mediaType', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['RIFF\x01\x02\x03\x04WEBPVP8', 'image/webp'],
    ['RIFF\x01\x02\x03\x04WAVEfmt', 'audio/wav'],
    ['\xff\xfb\x90\x44', 'audio/mpeg'],
    ['\xff\xf1\x50\x80', 'audio/aac'],
    ['\0\0\0\x20ftypM4A ', 'audio/mp4'],
    ['\0\0\0\x20ftypisom', 'video/mp4'],
    ['OggS', 'audio/ogg'],
    ['wOF2', 'font/woff2'],
    ['<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="x">', 'image/svg+xml'],
    ['<svg><script>x</script></svg>', 'image/svg+xml'],
    ['<html><svg>', 'application/octet-stream'],
    ['<script>canary()</script>', 'application/octet-stream'],
    ['', 'application/octet-stream'],
  ])('%j is %s', (text, type) => {
    expect(mediaType(Buffer.from(text, 'latin1'))).toBe(type);
  });
});

it('an empty file has no part', () => {
  expect(byteRange('bytes=0-', 0)).toBeNull();
  expect(byteRange(undefined, 0)).toEqual({ from: 0, to: 0, isPart: false });
});
