/** Why a file can not be taken in; the interface says it in words. */
export const UNREADABLE = [
  'not-known',
  'empty',
  /** There is text in it, and nothing that can be asked. */
  'no-cards',
  /** A spreadsheet of a kind that is not read. */
  'other-workbook',
  /** An archive of something else. */
  'packed',
  /** A copy of all data, which is merged. */
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
  /** A course with mistakes in its files. */
  'course-wrong',
] as const;
export type Unreadable = (typeof UNREADABLE)[number];
