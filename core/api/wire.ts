import { AppError, type ErrorCode, type ErrorDetails } from '../domain/errors.ts';

/** What crosses between interface and host: a value or a named error; nothing is thrown across. */
export type Wire = { readonly ok: true; readonly value: unknown } | WireError;
export interface WireError {
  readonly ok: false;
  readonly error: { readonly code: ErrorCode; readonly details: ErrorDetails };
}

/** An unexpected error becomes `internal` and says nothing more: stack and paths stay in the log. */
export function toWireError(error: unknown): WireError {
  return error instanceof AppError
    ? { ok: false, error: { code: error.code, details: error.details } }
    : { ok: false, error: { code: 'internal', details: {} } };
}
