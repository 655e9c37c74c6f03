import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ankiFormat } from '../../anki/format.ts';
import {
  everythingIn,
  hasSharedDecks,
  SHARED_DECKS,
  sharedDeck,
  sourceOf,
  type Everything,
} from '../../anki/shared-decks.fixture.ts';
import type { Reading, Source } from '../../format.ts';
import { writePackage } from './package.ts';

const folder = mkdtempSync(join(tmpdir(), 'round-trip-'));
afterAll(() => rmSync(folder, { recursive: true }));
const signal = new AbortController().signal;
const NOW = Date.UTC(2026, 10, 30);
const options = { signal, now: NOW, withProgress: true, language: 'en' } as const;

const files = hasSharedDecks
  ? readdirSync(SHARED_DECKS).filter(
      (name) => /\.(apkg|colpkg|anki2)$/.test(name) && !/^(f52bec46|21ab44f8)/.test(name),
    )
  : [];

async function reading<T>(source: Source, use: (reading: Reading) => Promise<T>): Promise<T> {
  const opened = await ankiFormat.open(source, { signal });
  try {
    return await use(opened);
  } finally {
    await opened.close();
  }
}

/** All of a file, with what its decks are called instead of their numbers. */
async function contentsOf(source: Source) {
  return reading(source, async (opened) => {
    const { types, decks, presets, schedule } = opened;
    const all = await everythingIn(opened);
    return { types, decks, presets, schedule, ...all, ...byName(all, decks) };
  });
}

const byName = ({ notes, media }: Everything, decks: Reading['decks']) => ({
  notes: notes
    .map(({ note, cards }) => ({
      ...note,
      cards: cards.map(({ deckId, ...card }) => ({
        ...card,
        deck: decks.find(({ id }) => id === deckId)!.name,
      })),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
  media: [...media].map(([name, bytes]) => [name, bytes?.toString('base64')]).sort(),
});

describe.skipIf(!hasSharedDecks)(
  'a package that was read, written and read again (skipped without ../shared/decks)',
  () => {
    it.each(files)('%s: nothing is lost', async (name) => {
      const before = await contentsOf(sharedDeck(name));
      const path = join(folder, `${name.slice(0, 8)}.apkg`);
      const written = await reading(sharedDeck(name), (opened) => writePackage(opened, path, options));
      const after = await contentsOf(sourceOf(path));

      expect(after.notes).toEqual(before.notes);
      expect(after.reviews).toEqual(before.reviews);
      expect(after.types).toEqual(before.types);
      expect(after.media).toEqual(before.media);
      expect(after.presets).toEqual(before.presets);
      expect(after.schedule).toEqual(before.schedule);
      const known = new Set(before.decks.map(({ id }) => id));
      expect(after.decks.filter(({ id }) => known.has(id))).toEqual(before.decks);
      const above = before.decks.flatMap(({ name }) => name.split('::').map((_, i, all) => all.slice(0, i).join('::')));
      expect(after.decks.filter(({ id, name }) => !known.has(id) && !above.includes(name))).toEqual([]);
      expect(written).toMatchObject({
        notes: before.notes.length,
        reviews: before.reviews.length,
        media: before.media.length,
      });
    });
  },
);
