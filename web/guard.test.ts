import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from 'vitest';
import { refuse, refuseHost } from './guard.ts';

const PORT = 4321;
const TOKEN = 'a-token-of-this-run';
const good: IncomingHttpHeaders = {
  host: '127.0.0.1:4321',
  origin: 'http://127.0.0.1:4321',
  'content-type': 'application/json',
  authorization: `Bearer ${TOKEN}`,
};
/** The good headers with some changed; undefined takes one away. */
const headers = (changes: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries({ ...good, ...changes }).filter(([, value]) => value !== undefined));

describe('refuse', () => {
  it.each<[string, IncomingHttpHeaders]>([
    ['from the own page', {}],
    ['from a program, which sends no origin', { origin: undefined }],
    ['with a charset', { 'content-type': 'application/json; charset=utf-8' }],
    ['with a charset in capitals', { 'content-type': 'Application/JSON;charset=UTF-8' }],
  ])('lets a call %s through', (_what, changes) => {
    expect(refuse(headers(changes), PORT, TOKEN)).toBeNull();
  });

  it.each<[string, string | undefined]>([
    ['another name for the same address', 'localhost:4321'],
    ['a rebound name', 'evil.example:4321'],
    ['another port', '127.0.0.1:4322'],
    ['no port', '127.0.0.1'],
    ['a longer port', '127.0.0.1:43210'],
    ['user information', 'x@127.0.0.1:4321'],
    ['IPv6', '[::1]:4321'],
    ['nothing', ''],
    ['no header', undefined],
  ])('refuses the host: %s', (_what, host) => {
    expect(refuse(headers({ host }), PORT, TOKEN)).toEqual({ status: 403, reason: 'host' });
  });

  it.each([
    'https://127.0.0.1:4321',
    'http://127.0.0.1:4322',
    'http://127.0.0.1:4321.evil.example',
    'http://localhost:4321',
    'http://evil.example',
    'null',
    '',
  ])('refuses the origin "%s"', (origin) => {
    expect(refuse(headers({ origin }), PORT, TOKEN)).toEqual({ status: 403, reason: 'origin' });
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'text/plain; application/json',
    'application/jsonp',
    'application/json; charset=utf-16',
    'application/json, text/plain',
    '',
    undefined,
  ])('refuses the content type "%s"', (type) => {
    expect(refuse(headers({ 'content-type': type }), PORT, TOKEN)).toEqual({ status: 415, reason: 'content-type' });
  });

  it.each([
    `Bearer ${TOKEN}x`,
    `Bearer ${TOKEN.slice(1)}`,
    `Bearer ${TOKEN.toUpperCase()}`,
    `bearer ${TOKEN}`,
    `Bearer  ${TOKEN}`,
    TOKEN,
    'Bearer ',
    'Bearer undefined',
    // As long as the right one.
    `Bearer ${'é'.repeat(TOKEN.length / 2)}x`,
    '',
    undefined,
  ])('refuses the authorization "%s"', (authorization) => {
    expect(refuse(headers({ authorization }), PORT, TOKEN)).toEqual({ status: 401, reason: 'token' });
  });

  it('says nothing about the token to a caller that fails another check', () => {
    expect(refuse(headers({ host: 'evil:4321', authorization: undefined }), PORT, TOKEN)?.reason).toBe('host');
    expect(refuse(headers({ 'content-type': 'text/plain', authorization: undefined }), PORT, TOKEN)?.reason).toBe(
      'content-type',
    );
  });
});

describe('refuseHost', () => {
  it('lets a page through without token and content type, but not for another host or site', () => {
    expect(refuseHost({ host: '127.0.0.1:4321' }, PORT)).toBeNull();
    expect(refuseHost({ host: 'evil.example:4321' }, PORT)).toEqual({ status: 403, reason: 'host' });
    expect(refuseHost({ host: '127.0.0.1:4321', origin: 'http://evil.example' }, PORT)).toEqual({
      status: 403,
      reason: 'origin',
    });
  });
});
