import type { NoteType } from '../../domain/note/note-type.ts';
import type { Reading, SourceMedia, SourceNote, SourceSchedule } from './format.ts';
import type { Oddities } from './oddities.ts';

interface TextReadingOf {
  readonly types: readonly NoteType[];
  /** By name: that is their id, too. */
  readonly decks: readonly string[];
  readonly counts: { readonly notes: number; readonly cards: number };
  readonly odd: Oddities;
  readonly schedule?: SourceSchedule;
  readonly media?: readonly SourceMedia[];
  notes(): AsyncIterable<SourceNote>;
}

/** A reading of texts: no presets, no reviews and mostly nothing else than notes. */
export function textReading({ types, decks, counts, odd, schedule, media = [], notes }: TextReadingOf): Reading {
  return {
    types,
    decks: decks.map((name) => ({ id: name, name })),
    presets: [],
    schedule: schedule ?? null,
    counts: { ...counts, reviews: 0, media: media.length },
    notes,
    async *reviews() {
      // Texts hold none.
    },
    async *media() {
      yield* media;
    },
    get odd() {
      return odd.list;
    },
    async close() {
      // All was read on opening.
    },
  };
}
