import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Reading, Source, SourceNote, SourceReview } from '../format.ts';

/** Real files beside the project; only where the folder is there. */
export const SHARED_DECKS = join(import.meta.dirname, '../../../../../shared/decks');
export const hasSharedDecks = existsSync(SHARED_DECKS);

/** A file, by its name or the first characters of it. */
export function sharedDeck(start: string): Source {
  const name = readdirSync(SHARED_DECKS).find((each) => each.startsWith(start))!;
  return sourceOf(join(SHARED_DECKS, name));
}

export function sourceOf(path: string): Source {
  const bytes = readFileSync(path);
  return {
    name: basename(path),
    path,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

export interface Everything {
  readonly notes: readonly SourceNote[];
  readonly reviews: readonly SourceReview[];
  /** Bytes by name; null where one can not be read. */
  readonly media: ReadonlyMap<string, Buffer | null>;
}

/** All that is in an open file, in the order in which it must be read. It stays open. */
export async function everythingIn(reading: Reading): Promise<Everything> {
  const notes = await allOf(reading.notes());
  const reviews = await allOf(reading.reviews());
  const media = new Map<string, Buffer | null>();
  for await (const medium of reading.media()) {
    const parts = await allOf(medium.open()).catch(() => null);
    media.set(medium.name, parts && Buffer.concat(parts));
  }
  return { notes, reviews, media };
}

/** All of it, in order. */
export async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
