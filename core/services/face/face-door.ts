import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import type { Files } from '../disk/files.ts';
import { readPart } from '../disk/whole-file.ts';
import { mediaPath } from '../library/places.ts';
import { byteRange } from './byte-range.ts';
import { FRAME_PAGE } from './frame-page.ts';
import { HEAD_BYTES, mediaType } from './media-types.ts';

/** What of a request decides. Header values are absent where the request has none. */
export interface DoorRequest {
  readonly pathname: string;
  /** Of the page itself, say `app://jamdai`. */
  readonly origin: string;
  readonly range?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
  /** What the browser says of who asks, and for what. Left out by a shell that can not rely on it. */
  readonly fetch?: { readonly site: string | undefined; readonly dest: string | undefined };
}

export interface DoorReply {
  readonly status: 200 | 206 | 304 | 403 | 404 | 416;
  readonly headers: Readonly<Record<string, string>>;
  /** A text, or bytes `from` up to `to` of a file. */
  readonly body: string | { readonly path: string; readonly from: number; readonly to: number } | null;
}

const MEDIA_DESTINATIONS = new Set(['image', 'audio', 'video', 'font', 'empty']);
const ALWAYS = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };
const OWN_ONLY = { ...ALWAYS, 'cross-origin-resource-policy': 'same-origin' };
/** An SVG that is opened as a page is one without scripts, requests and origin. */
const MEDIA_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

const newKey = () => randomBytes(18).toString('base64url');

/**
 * Where the frame of cards and the files of cards are served, for both shells. Its addresses hold keys of this run: a hash alone would
 * tell others which files the learner owns.
 */
export class FaceDoor {
  readonly #frameKey = newKey();
  readonly #mediaKey = newKey();

  constructor(
    private readonly files: Files,
    private readonly dataDir: string,
  ) {}

  /** Path of the empty page that cards are shown in. */
  get framePath(): string {
    return `/face/${this.#frameKey}`;
  }

  /** Is the file here? One that a note names may still be on its way from another device. */
  isHere(sha256: string): boolean {
    return this.files.found(join(this.dataDir, mediaPath(sha256)))?.kind === 'file';
  }

  mediaAddress(sha256: string): string {
    return `/media/${this.#mediaKey}/${sha256}`;
  }

  /** Null for a path that is not of the door. */
  answer(request: DoorRequest): DoorReply | null {
    const [, place, key = '', name, ...rest] = request.pathname.split('/');
    if (place === 'face') {
      if (!isSame(key, this.#frameKey) || name !== undefined) return refused(404);
      if (!comesFromUs(request, (dest) => dest === 'iframe')) return refused(403);
      return { status: 200, headers: this.#frameHeaders(request.origin), body: FRAME_PAGE };
    }
    if (place !== 'media') return null;
    const isFile = /^[0-9a-f]{64}$/.test(name ?? '') && rest.length === 0;
    if (!isFile || !isSame(key, this.#mediaKey)) return refused(404);
    if (!comesFromUs(request, (dest) => MEDIA_DESTINATIONS.has(dest))) return refused(403);
    return this.#media(name!, request);
  }

  #frameHeaders(origin: string): Record<string, string> {
    const media = `${origin}/media/${this.#mediaKey}/`;
    return {
      ...OWN_ONLY,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-dns-prefetch-control': 'off',
      'content-security-policy': [
        'sandbox allow-same-origin',
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        `img-src ${media} data:`,
        `media-src ${media}`,
        `font-src ${media}`,
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
      ].join('; '),
    };
  }

  #media(sha256: string, { range, ifNoneMatch }: DoorRequest): DoorReply {
    const path = join(this.dataDir, mediaPath(sha256));
    const found = this.files.found(path);
    if (found?.kind !== 'file') return refused(404);
    const etag = `"${sha256}"`;
    const headers = {
      ...OWN_ONLY,
      'content-security-policy': MEDIA_POLICY,
      'cache-control': 'private, max-age=31536000, immutable',
      'accept-ranges': 'bytes',
      etag,
    };
    if (ifNoneMatch?.split(',').some((tag) => tag.trim() === etag)) return { status: 304, headers, body: null };
    const part = byteRange(range, found.bytes);
    if (part === null)
      return { status: 416, headers: { ...headers, 'content-range': `bytes */${found.bytes}` }, body: null };
    const { from, to, isPart } = part;
    return {
      status: isPart ? 206 : 200,
      headers: {
        ...headers,
        'content-type': mediaType(readPart(this.files, path, 0, HEAD_BYTES)),
        'content-length': String(to - from),
        ...(isPart && { 'content-range': `bytes ${from}-${to - 1}/${found.bytes}` }),
      },
      body: { path, from, to },
    };
  }
}

const refused = (status: 403 | 404): DoorReply => ({
  status,
  headers: { ...OWN_ONLY, 'cache-control': 'no-store' },
  body: null,
});

const comesFromUs = ({ fetch }: DoorRequest, isFor: (dest: string) => boolean): boolean =>
  fetch === undefined || (fetch.site === 'same-origin' && isFor(fetch.dest ?? ''));

/** Takes the same time wherever they differ. */
function isSame(given: string, key: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(key));
}
