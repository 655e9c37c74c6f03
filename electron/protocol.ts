import type { CustomScheme, Protocol } from 'electron';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { PAGE_HEADERS } from '../core/services/interface/csp.ts';
import type { DoorReply, FaceDoor } from '../core/services/face/face-door.ts';
import type { FindFile } from '../core/services/interface/interface-files.ts';

export const APP_ORIGIN = 'app://jamdai';

/** `standard` and `secure`, so that the page has an origin and the CSP holds; never `bypassCSP`. */
export const APP_SCHEME: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
};

/** Answers `app://jamdai/…` from the interface's files and what cards show; everything else is not found. */
export function registerProtocol(protocol: Pick<Protocol, 'handle'>, findFile: FindFile, door: FaceDoor): void {
  protocol.handle('app', (request) => respond(request, findFile, door));
}

type Asked = Pick<Request, 'url'> & { readonly headers?: Pick<Headers, 'get'> };

export async function respond({ url, headers }: Asked, findFile: FindFile, door: FaceDoor): Promise<Response> {
  const { protocol, host, pathname } = new URL(url);
  if (`${protocol}//${host}` !== APP_ORIGIN) return new Response(null, { status: 404 });
  // What Chromium says of who asks is not sure to be there on a scheme of our own: the keys in the addresses are.
  const shown = door.answer({
    pathname,
    origin: APP_ORIGIN,
    range: headers?.get('range') ?? undefined,
    ifNoneMatch: headers?.get('if-none-match') ?? undefined,
  });
  if (shown) return new Response(bodyOf(shown), { status: shown.status, headers: shown.headers });
  const file = findFile(pathname);
  if (!file) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(await readFile(file.path)), {
    headers: { ...PAGE_HEADERS, 'content-type': file.type },
  });
}

function bodyOf({ body }: DoorReply): string | ReadableStream | null {
  if (body === null || typeof body === 'string') return body;
  const { path, from, to } = body;
  return from === to ? '' : (Readable.toWeb(createReadStream(path, { start: from, end: to - 1 })) as ReadableStream);
}
