import { beforeEach, describe, expect, it } from 'vitest';
import type { Handlers, Method } from '../api/contract.ts';
import { contract } from '../api/contract.ts';
import { EXAMPLES } from '../api/examples.fixture.ts';
import { AppError } from '../domain/errors.ts';
import { createRouter, type Router } from './router.ts';

const methods = Object.keys(contract) as Method[];

describe('createRouter', () => {
  let calls: unknown[][];
  let logged: unknown[];
  /** Every handler answers with its example. */
  const routerOf = (special: Partial<Handlers> = {}): Router => {
    const standard = methods.map((method) => [
      method,
      async (input: unknown) => {
        calls.push([method, input]);
        return EXAMPLES[method][1];
      },
    ]);
    return createRouter({ ...Object.fromEntries(standard), ...special } as Handlers, (error) => logged.push(error));
  };
  beforeEach(() => {
    calls = [];
    logged = [];
  });

  it.each(methods)('hands the checked input of %s to its handler', async (method) => {
    const [input, value] = EXAMPLES[method];
    expect(await routerOf()(method, input)).toEqual({ ok: true, value });
    expect(calls).toEqual([[method, input]]);
    expect(logged).toEqual([]);
  });

  it.each([
    'no.method',
    'library.list ',
    'LIBRARY.LIST',
    '__proto__',
    'constructor',
    'toString',
    '',
    undefined,
    null,
    7,
    ['library.list'],
    { toString: () => 'library.list' },
    Symbol('library.list'),
    Object.create(null),
    'x'.repeat(1_000_000),
  ])('answers unknown-method, and nothing about it', async (method) => {
    expect(await routerOf()(method, {})).toEqual({ ok: false, error: { code: 'unknown-method', details: {} } });
    expect(calls).toEqual([]);
  });

  it('names method and field of a bad input, not what stood there', async () => {
    const input = { ...EXAMPLES['study.answer'][0], elapsedMs: 'my secret' };
    const reply = await routerOf()('study.answer', input);
    expect(reply).toEqual({
      ok: false,
      error: { code: 'bad-input', details: { method: 'study.answer', field: 'elapsedMs', reason: 'invalid_type' } },
    });
    expect(calls).toEqual([]);
  });

  it.each([
    ['an extra key', { extra: 1 }],
    ['__proto__', JSON.parse('{"__proto__":{"polluted":true}}')],
    ['a list', []],
    ['nothing', undefined],
    ['null', null],
    ['1 MB of text', 'x'.repeat(1_000_000)],
  ])('refuses %s as input', async (_what, input) => {
    expect(await routerOf()('library.list', input)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(calls).toEqual([]);
  });

  it('refuses input that fights back', async () => {
    const hostile = {
      get courseId(): string {
        throw new Error('/home/someone');
      },
    };
    const reply = await routerOf()('lesson.list', hostile);
    expect(reply.ok).toBe(false);
    expect(JSON.stringify(reply)).not.toContain('home');
  });

  it('passes on the code and details of an expected failure, without its message', async () => {
    const error = new AppError('not-found', 'looked in /home/someone', { what: 'course', id: 'x' });
    const reply = await routerOf({ 'library.list': () => Promise.reject(error) })('library.list', {});
    expect(reply).toEqual({ ok: false, error: { code: 'not-found', details: { what: 'course', id: 'x' } } });
    expect(logged).toEqual([error]);
  });

  it.each([
    ['rejects', () => Promise.reject(new Error("ENOENT: open '/home/someone/progress.json'"))],
    [
      'throws at once',
      () => {
        throw new TypeError('/home/someone');
      },
    ],
    ['rejects with a text', () => Promise.reject('/home/someone')],
  ] as [string, () => Promise<never>][])(
    'answers internal, without paths, when a handler %s, and logs why',
    async (_how, handler) => {
      const reply = await routerOf({ 'library.list': handler })('library.list', {});
      expect(reply).toEqual({ ok: false, error: { code: 'internal', details: {} } });
      expect(logged).toHaveLength(1);
    },
  );
});
