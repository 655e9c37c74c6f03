const MIB = 2 ** 20;

/** Beyond these a package is no deck of a learner but a trap, or more than this machine can hold. */
export const LIMITS = {
  /** SQLite reads the collection from memory. */
  collectionBytes: 512 * MIB,
  mediaListBytes: 64 * MIB,
  mediaBytes: 4 * 1024 * MIB,
  metaBytes: 4096,
  /** Of one cell of settings: all note types, all decks. */
  settingsBytes: 64 * MIB,
  /** All fields of a note together. */
  noteBytes: 8 * MIB,
  guidBytes: 1000,
  tagsBytes: MIB,
  notes: 2_000_000,
  cards: 4_000_000,
  reviews: 20_000_000,
  decks: 50_000,
  /** Of a table of settings. */
  rows: 200_000,
  types: 20_000,
  presets: 20_000,
  fields: 1000,
  ordinal: 65_535,
  media: 500_000,
} as const;
