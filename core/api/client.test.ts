import { describe, expect, it } from 'vitest';
import { AppError, ERROR_CODES } from '../domain/errors.ts';
import { createClient } from './client.ts';
import { toWireError } from './wire.ts';

describe('createClient', () => {
  it('sends method and input as they are and gives back the value', async () => {
    const sent: unknown[][] = [];
    const call = createClient(async (...args) => {
      sent.push(args);
      return { ok: true, value: { courses: [] } };
    });
    expect(await call('library.list', {})).toEqual({ courses: [] });
    expect(sent).toEqual([['library.list', {}]]);
  });

  it.each(ERROR_CODES)('throws what the host named: %s', async (code) => {
    const call = createClient(async () => toWireError(new AppError(code, 'why', { id: 'x', count: 2 })));
    await expect(call('library.list', {})).rejects.toBeInstanceOf(AppError);
    await expect(call('library.list', {})).rejects.toMatchObject({ code, details: { id: 'x', count: 2 } });
  });

  it('lets the failure of the transport itself through', async () => {
    const failure = new TypeError('connection lost');
    await expect(createClient(() => Promise.reject(failure))('library.list', {})).rejects.toBe(failure);
  });
});

describe('toWireError', () => {
  it('sends code and details of an expected error, never its message, cause or stack', () => {
    const error = new AppError(
      'data-corrupt',
      'in /home/someone/secret',
      { file: 'x.json' },
      { cause: new Error('ENOENT') },
    );
    expect(toWireError(error)).toEqual({ ok: false, error: { code: 'data-corrupt', details: { file: 'x.json' } } });
  });

  it.each([
    new Error('/home/someone'),
    new TypeError('x'),
    'text',
    null,
    undefined,
    { code: 'not-found', details: { path: '/home' } },
  ])('makes anything else internal and says nothing more', (error) => {
    expect(toWireError(error)).toEqual({ ok: false, error: { code: 'internal', details: {} } });
  });
});
