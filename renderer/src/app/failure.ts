import { AppError, type ErrorCode } from '../../../core/domain/errors.ts';

/** The code of whatever was thrown; a mistake of ours is `internal` and goes to the console too. */
export function codeOf(error: unknown): ErrorCode {
  if (error instanceof AppError) return error.code;
  console.error(error);
  return 'internal';
}
