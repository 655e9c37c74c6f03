/** Every failure the app can name. The interface maps a code to Thai and English text; nothing else is shown. */
export const ERROR_CODES = [
  'bad-input',
  'bad-query',
  'bad-pattern',
  'unknown-method',
  'not-found',
  'stale-card',
  'session-ended',
  'nothing-to-undo',
  'exam-running',
  'exam-over',
  'data-too-new',
  'data-corrupt',
  'data-locked',
  'disk-full',
  'disk-refused',
  'foreign-data',
  'foreign-folder',
  'path-taken',
  'import-unreadable',
  'passphrase-needed',
  'passphrase-wrong',
  'busy',
  'cancelled',
  'untrusted-caller',
  'not-reachable',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];
export const isErrorCode = (code: string): code is ErrorCode => (ERROR_CODES as readonly string[]).includes(code);
export type ErrorDetails = Readonly<Record<string, string | number>>;

/**
 * An expected failure. `code` is contract (tests and interface rely on it), `message` is for the log only,
 * `details` must be JSON and must never hold a path outside the data folder or the learner's text.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
