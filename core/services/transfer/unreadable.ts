import { AppError } from '../../domain/errors.ts';
import type { Unreadable } from '../../domain/note/unreadable.ts';

/** A file that can not be taken in. @param place where in it: an entry of the archive, a table, a line; never a path of the machine */
export const unreadable = (why: Unreadable, file: string, place = '', cause?: unknown): AppError =>
  new AppError('import-unreadable', `${file}: ${why} ${place}`, { why, file, place }, { cause });
