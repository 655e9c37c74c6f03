import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Refusal {
  readonly status: 401 | 403 | 415;
  readonly reason: 'host' | 'origin' | 'content-type' | 'token';
}

/**
 * Decides whether a request to the loopback server may reach the router; null means yes. Host stops DNS rebinding, Origin
 * stops other sites, JSON stops plain forms, the token stops other programs and users of this machine. All four are needed.
 */
export function refuse(headers: IncomingHttpHeaders, port: number, token: string): Refusal | null {
  const foreign = refuseHost(headers, port);
  if (foreign) return foreign;
  if (!/^application\/json(\s*;\s*charset=utf-8)?$/i.test(headers['content-type'] ?? ''))
    return { status: 415, reason: 'content-type' };
  const given = Buffer.from(headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  const same = given.length === wanted.length && timingSafeEqual(given, wanted);
  return same ? null : { status: 401, reason: 'token' };
}

/** The part of the guard that holds for pages too: the request was meant for this server, by this server's own page. */
export function refuseHost(headers: IncomingHttpHeaders, port: number): Refusal | null {
  const own = `127.0.0.1:${port}`;
  if (headers.host !== own) return { status: 403, reason: 'host' };
  if (headers.origin !== undefined && headers.origin !== `http://${own}`) return { status: 403, reason: 'origin' };
  return null;
}
