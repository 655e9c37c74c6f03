import { constants } from 'node:os';
import { AppError } from '../../domain/errors.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
/** Errors of the system that Node has no name for: `Unknown system error -122`, and on Windows `UNKNOWN`. */
const UNNAMED = /^Unknown system error -?(\d+)$/;
/** Said by Linux of file systems that are damaged, away or sealed, and known to neither Node nor its tables. */
const LINUX = { EUCLEAN: 117, ENOMEDIUM: 123, EMEDIUMTYPE: 124, ENOKEY: 126, EKEYEXPIRED: 127, EKEYREVOKED: 128 };
const NAMES = new Map(
  Object.entries({ ...(process.platform === 'linux' && LINUX), ...constants.errno }).map(([name, no]) => [no, name]),
);

/** The system's name for an error (`ENOSPC`), `errno 85` where there is none, or null where it did not come from the system. */
export function systemErrorName(cause: unknown): string | null {
  const code = (cause as NodeJS.ErrnoException | null | undefined)?.code;
  if (typeof code !== 'string') return null;
  if (code === 'UNKNOWN' || /^E[A-Z0-9]+$/.test(code)) return code;
  const no = UNNAMED.exec(code)?.[1];
  return no === undefined ? null : (NAMES.get(Number(no)) ?? `errno ${no}`);
}

/** What a failed call to the disk means to the learner. An AppError is passed on; a fault of our own stays one. */
export function diskError(cause: unknown, what: string): AppError {
  if (cause instanceof AppError) return cause;
  const reason = systemErrorName(cause);
  if (reason === null) return new AppError('internal', what, {}, { cause });
  return new AppError(FULL.has(reason) ? 'disk-full' : 'disk-refused', what, { reason }, { cause });
}
