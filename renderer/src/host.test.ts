import { describe, expect, it, vi } from 'vitest';
import { httpTransport, takeToken } from './host.ts';

const page = (hash: string, kept: Record<string, string> = {}) => ({
  location: { hash, pathname: '/', search: '' } as Location,
  history: { replaceState: vi.fn() } as unknown as History,
  sessionStorage: {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => (kept[key] = value),
  } as unknown as Storage,
});
const answers = (body: string, status = 200) =>
  (() => Promise.resolve(new Response(body, { status }))) as unknown as typeof fetch;

describe('takeToken', () => {
  it('takes the token out of the address and keeps it for a reload', () => {
    const kept: Record<string, string> = {};
    const first = page('#token=abc-1', kept);
    expect(takeToken(first)).toBe('abc-1');
    expect(first.history.replaceState).toHaveBeenCalledWith(null, '', '/');
    expect(takeToken(page('#/review', kept))).toBe('abc-1');
  });
});

describe('httpTransport', () => {
  it('sends JSON with the token and hands the reply on', async () => {
    const send = vi.fn(answers('{"ok":true,"value":{"done":true}}'));
    await expect(httpTransport(send, 'abc')('data.openFolder', {})).resolves.toEqual({
      ok: true,
      value: { done: true },
    });
    expect(send).toHaveBeenCalledWith('/api/data.openFolder', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer abc' },
      body: '{}',
    });
  });

  it.each([
    [
      'a host that is gone',
      (() => Promise.reject(new TypeError('refused'))) as unknown as typeof fetch,
      'not-reachable',
    ],
    ['a page instead of JSON', answers('<html>', 502), 'not-reachable'],
    ['a refusal of the token', answers('no', 401), 'untrusted-caller'],
  ])('%s becomes a named error, never an exception', async (_, send, code) => {
    await expect(httpTransport(send, '')('app.info', {})).resolves.toEqual({ ok: false, error: { code, details: {} } });
  });
});
