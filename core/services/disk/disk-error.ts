import { AppError } from '../../domain/errors.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** What a failed call to the disk means to the learner. An AppError is passed on; a fault of our own stays one. */
export function diskError(cause: unknown, what: string): AppError {
  if (cause instanceof AppError) return cause;
  const code = (cause as NodeJS.ErrnoException | null)?.code;
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) return new AppError('internal', what, {}, { cause });
  if (FULL.has(code)) return new AppError('disk-full', what, { reason: code }, { cause });
  return new AppError('disk-refused', what, { reason: code }, { cause });
}

/** Runs `work` and gives its disk errors a name. */
export function onDisk<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw diskError(cause, what);
  }
}
