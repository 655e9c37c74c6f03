import { AppError } from '../../domain/errors.ts';

/** Why a file can not be taken in; the interface says it in words. */
export const UNREADABLE = [
  'not-known',
  'empty',
  'own-archive',
  'not-a-zip',
  'zip-damaged',
  'zip-encrypted',
  'too-large',
  'lies-about-sizes',
  'no-collection',
  'newer-format',
  'not-sqlite',
  'sqlite-damaged',
  'sqlite-hostile',
  'table-missing',
  'column-wrong',
  'text-not-utf8',
  'syntax',
  'media-list-damaged',
  'media-name-unsafe',
  'too-many',
] as const;
export type Unreadable = (typeof UNREADABLE)[number];

/** A file that can not be taken in. @param place where in it: an entry of the archive, a table, a line; never a path of the machine */
export const unreadable = (why: Unreadable, file: string, place = '', cause?: unknown): AppError =>
  new AppError('import-unreadable', `${file}: ${why} ${place}`, { why, file, place }, { cause });
