import { z } from 'zod';
import { AppError } from '../../../domain/errors.ts';
import { pathFault } from '../../disk/portable-path.ts';

/** End of the year 9999: what is later can not be shown as a date. */
const LAST_MOMENT = Date.UTC(10_000, 0, 1) - 1;
/** Far more than anyone answers, and small enough to be counted on from. */
const MAX_EVENTS = 10 ** 10;
export const MAX_TOTAL_BYTES = 64 * 2 ** 30;

/** Numbers that what comes from elsewhere may hold. */
export const Bounds = {
  at: z.int().nonnegative().max(LAST_MOMENT),
  /** A little ahead of the clock at most. */
  order: z
    .int()
    .nonnegative()
    .max(2 * LAST_MOMENT),
  seq: z.int().nonnegative().max(MAX_EVENTS),
  bytes: z.int().nonnegative().max(MAX_TOTAL_BYTES),
} as const;

/** A SHA-256 in hex. */
export const Content = z.string().regex(/^[0-9a-f]{64}$/);

const PLACES = /^(?:device\.json|progress\.json|(?:journal|library|quarantine)\/.+)$/;
/** A file of a data folder, below it. */
export const PathShape = z
  .string()
  .refine((path) => pathFault(path) === null && PLACES.test(path), 'no path of a data folder');

/** @throws AppError `data-corrupt` */
export function readJson<T>(bytes: Buffer, what: string): T | null {
  try {
    return JSON.parse(bytes.toString('utf8')) as T | null;
  } catch (cause) {
    throw new AppError('data-corrupt', `${what} is no JSON`, {}, { cause });
  }
}
