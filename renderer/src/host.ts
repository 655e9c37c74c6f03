import type { Host, Transport } from '../../core/api/client.ts';
import type { Wire } from '../../core/api/wire.ts';
import type { ErrorCode } from '../../core/domain/errors.ts';

declare global {
  interface Window {
    /** Set by Electron's preload; absent in a browser. */
    readonly host?: Host;
  }
}

const TOKEN = 'jamdai.token';
const failure = (code: ErrorCode): Wire => ({ ok: false, error: { code, details: {} } });

/** How this page reaches its host: Electron's bridge where there is one, else the loopback server it came from. */
export function hostTransport(page: Window): Transport {
  const { host } = page;
  return host ? (method, input) => host.call(method, input) : httpTransport(page.fetch.bind(page), takeToken(page));
}

/** Where a file lies that was dropped or chosen; '' in a browser, which does not tell. */
export const pathOfFile = (page: Window, file: File): string => page.host?.pathOf(file) ?? '';

/**
 * The token the web shell put into the url fragment, where it is in no log and no Referer. It is kept for this tab only,
 * so that a reload works, and leaves the address bar at once.
 */
export function takeToken(page: Pick<Window, 'location' | 'history' | 'sessionStorage'>): string {
  const { location, history, sessionStorage } = page;
  const given = /^#token=([^&]+)/.exec(location.hash)?.[1];
  if (given === undefined) return sessionStorage.getItem(TOKEN) ?? '';
  sessionStorage.setItem(TOKEN, given);
  history.replaceState(null, '', location.pathname + location.search);
  return given;
}

/** JSON over POST. A host that does not answer, or answers with something else, is `not-reachable`; nothing is thrown. */
export function httpTransport(send: typeof fetch, token: string): Transport {
  return async (method, input) => {
    try {
      const reply = await send(`/api/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(input),
      });
      const body: unknown = await reply.json().catch(() => null);
      if (isWire(body)) return body;
      return failure(reply.status === 401 || reply.status === 403 ? 'untrusted-caller' : 'not-reachable');
    } catch {
      return failure('not-reachable');
    }
  };
}

const isWire = (body: unknown): body is Wire =>
  typeof body === 'object' && body !== null && typeof (body as { ok?: unknown }).ok === 'boolean';
