import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { cardsMadeBy } from '../../domain/template/cards-made.ts';
import { render } from '../../domain/template/render.ts';
import { ankiFormat } from '../transfer/anki/format.ts';
import { allOf, hasSharedDecks, SHARED_DECKS, sharedDeck } from '../transfer/anki/shared-decks.fixture.ts';
import type { Reading } from '../transfer/format.ts';
import { dangers, dangersOfCss } from './dangers.fixture.ts';
import { mediaReference } from './media-links.ts';
import { deckCss, safeFace } from './safe-face.ts';

interface Indexed {
  readonly file: string;
  readonly role: string;
}
const files = hasSharedDecks
  ? (JSON.parse(readFileSync(join(SHARED_DECKS, 'index.json'), 'utf8')) as Indexed[])
      .filter(({ file, role }) => /\.(?:apkg|colpkg|anki2)$/.test(file) && !role.startsWith('not-'))
      .map(({ file }) => file)
  : ['none'];
/** Of a long deck every so many notes; with JAMDAI_LONG all. */
const MOST = process.env['JAMDAI_LONG'] ? Infinity : 400;

/** Gaps were taken out of these notes, and their cards left behind. */
const PROBLEMS: Readonly<Record<string, readonly string[]>> = {
  '071b076c': ['missing-cloze 2', 'missing-cloze 6'],
};

let reading: Reading | null = null;
afterEach(() => reading?.close());

describe.skipIf(!hasSharedDecks)('cards of real decks (skipped without ../shared/decks)', () => {
  it.each(files)('%s: every card is made, and nothing in it runs or loads', async (file) => {
    reading = await ankiFormat.open(sharedDeck(file), { signal: new AbortController().signal });
    const types = new Map(reading.types.map((type) => [type.id, type]));
    const notes = await allOf(reading.notes());
    const problems: string[] = [];
    for (const { note, cards } of notes.filter((_, i) => i % Math.ceil(notes.length / MOST) === 0)) {
      if (note.content.kind !== 'fields') continue;
      const type = types.get(note.content.typeId)!;
      const content = { fields: note.content.fields, tags: note.tags };
      const made = cardsMadeBy(type, content);
      for (const { ordinal } of cards) {
        const card = render(type, content, ordinal, { deck: 'Deck' });
        if (card.problems.length === 0) expect(made).toContain(ordinal);
        problems.push(...card.problems.map(({ code, name }) => `${code} ${name}`));
        for (const side of [card.front, card.back]) {
          const face = safeFace(side, deckCss(type.css, mediaReference), mediaReference);
          expect(dangers(face.html)).toEqual([]);
          expect(dangersOfCss(face.css)).toEqual([]);
        }
      }
    }
    expect(problems).toEqual(PROBLEMS[file.slice(0, 8)] ?? []);
  });
});
