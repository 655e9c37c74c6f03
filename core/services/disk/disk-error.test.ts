import { openSync } from 'node:fs';
import { constants } from 'node:os';
import { getSystemErrorName } from 'node:util';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../domain/errors.ts';
import { diskError } from './disk-error.ts';

/** As Node throws it. */
const failure = (errno: number) => {
  const code = getSystemErrorName(-errno);
  return Object.assign(new Error(`${code}: write`), { code, errno: -errno, syscall: 'write' });
};
const told = (cause: unknown) => {
  const { code, details } = diskError(cause, 'not written');
  return { code, ...details };
};

describe('diskError', () => {
  it.runIf(process.platform === 'linux')('bug: a used up quota was an error of our own', () => {
    expect(told(failure(constants.errno.EDQUOT))).toEqual({ code: 'disk-full', reason: 'EDQUOT' });
  });

  it.runIf(process.platform !== 'win32')(
    'bug: what the system knows and Node has no name for was an error of our own',
    () => {
      const full = ['ENOSPC', 'EDQUOT', 'EFBIG'];
      for (const [name, errno] of Object.entries(constants.errno)) {
        const { code, reason } = told(failure(errno)) as { code: string; reason: string };
        expect(constants.errno[reason as keyof typeof constants.errno], name).toBe(errno);
        expect(code, name).toBe(full.includes(name) ? 'disk-full' : 'disk-refused');
      }
    },
  );

  it.runIf(process.platform === 'linux')('names what a damaged or absent disk says, and numbers the rest', () => {
    expect(told(failure(117))).toEqual({ code: 'disk-refused', reason: 'EUCLEAN' });
    expect(told(failure(123))).toEqual({ code: 'disk-refused', reason: 'ENOMEDIUM' });
    expect(told(failure(85))).toEqual({ code: 'disk-refused', reason: 'errno 85' });
    expect(told(failure(4000))).toEqual({ code: 'disk-refused', reason: 'errno 4000' });
  });

  it('takes what Windows can not name as refused', () => {
    expect(told(Object.assign(new Error('UNKNOWN: unknown error, write'), { code: 'UNKNOWN', errno: -4094 }))).toEqual({
      code: 'disk-refused',
      reason: 'UNKNOWN',
    });
  });

  it('leaves faults of our own and named errors as they are', () => {
    for (const cause of [null, undefined, 'text', new TypeError('x'), Object.assign(new Error('x'), { code: 5 })])
      expect(told(cause)).toEqual({ code: 'internal' });
    expect(() => openSync('\0', 'r')).toThrow(expect.objectContaining({ code: 'ERR_INVALID_ARG_VALUE' }));
    expect(told(Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG_VALUE' }))).toEqual({ code: 'internal' });
    const named = new AppError('data-locked', 'x');
    expect(diskError(named, 'y')).toBe(named);
  });
});
