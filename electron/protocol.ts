import type { CustomScheme, Protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import { PAGE_HEADERS } from '../core/services/interface/csp.ts';
import type { FindFile } from '../core/services/interface/interface-files.ts';

export const APP_ORIGIN = 'app://jamdai';

/** `standard` and `secure`, so that the page has an origin and the CSP holds; never `bypassCSP`. */
export const APP_SCHEME: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

/** Answers `app://jamdai/…` from the interface's files; everything else is not found. */
export function registerProtocol(protocol: Pick<Protocol, 'handle'>, findFile: FindFile): void {
  protocol.handle('app', (request) => respond(request.url, findFile));
}

export async function respond(url: string, findFile: FindFile): Promise<Response> {
  const { protocol, host, pathname } = new URL(url);
  const file = `${protocol}//${host}` === APP_ORIGIN ? findFile(pathname) : null;
  if (!file) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(await readFile(file.path)), {
    headers: { ...PAGE_HEADERS, 'content-type': file.type },
  });
}
