import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseClozes } from '../../../domain/template/cloze.ts';
import { isOcclusion, occlusionOf } from '../../../domain/template/occlusion.ts';
import { readOcclusion, writeOcclusion } from '../../../domain/template/occlusion-text.ts';
import { ankiFormat } from './format.ts';
import { allOf, hasSharedDecks, SHARED_DECKS, sharedDeck } from './shared-decks.fixture.ts';

/** Of every mask how it is shown on the cards of the first gaps. */
const shownIn = (text: string) =>
  parseClozes(text).flatMap((node) =>
    node.kind === 'cloze' && isOcclusion(node)
      ? [1, 2, 3].map((number) => [occlusionOf(node, number, 'front'), occlusionOf(node, number, 'back')])
      : [],
  );

describe.runIf(hasSharedDecks)('masks of real notes', () => {
  it('are shown alike once they were read and written here', async () => {
    const files = readdirSync(SHARED_DECKS).filter((name) => /\.(apkg|colpkg|anki2)$/.test(name));
    const { signal } = new AbortController();
    const found: string[] = [];
    for (const name of files) {
      const reading = await ankiFormat.open(sharedDeck(name), { signal }).catch(() => null);
      if (reading === null) continue;
      for (const { note } of await allOf(reading.notes()).catch(() => []))
        if (note.content.kind === 'fields')
          found.push(...note.content.fields.filter((text) => text.includes('image-occlusion:')));
      await reading.close();
    }
    expect(found.length).toBeGreaterThan(0);
    for (const text of found) {
      const written = writeOcclusion(readOcclusion(text));
      expect(shownIn(written)).toEqual(shownIn(text));
      expect(writeOcclusion(readOcclusion(written))).toBe(written);
    }
  });
});
