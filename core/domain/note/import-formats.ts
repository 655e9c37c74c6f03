/** Kinds of files that are read, by the ids of their readers. */
export const IMPORT_FORMATS = [
  'anki',
  'deck-text',
  'obsidian',
  'hashcards',
  'mochi',
  'mnemosyne',
  'table',
  'course',
] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];
