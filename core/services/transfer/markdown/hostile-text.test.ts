import { describe, expect, it } from 'vitest';
import { deckTextFormat } from '../deck-text/format.ts';
import { hashcardsFormat } from '../hashcards/format.ts';
import { obsidianFormat } from '../obsidian/format.ts';
import { fieldsOf, fileWith, readBy } from '../text-files.fixture.ts';

const TIMES = 5000;

describe('Markdown that is written to keep a reader busy is read to its end', () => {
  it.each([
    '`',
    '``x',
    '$',
    '$$',
    '[',
    '![',
    '\\[',
    '\\(',
    '{{',
    '==',
    '<!--',
    '<!--SR:!',
    '!',
    '::',
    '[[',
    '<',
    '* ',
    '> ',
    '(',
    '|',
    '~~~',
    '\u{E000}',
  ])('%j, five thousand times', async (piece) => {
    const text = piece.repeat(TIMES);
    const cards = await readBy(hashcardsFormat, fileWith(`Q: a\nA: b\n\nC: [gap] ${text}\n\nQ: ${text}\nA: c`, 'a.md'));
    expect(fieldsOf(cards)[0]).toEqual(['a', 'b']);
    const blocks = await readBy(obsidianFormat, fileWith(`#flashcards\na::b\n\n${text}\n\nc::${text}`, 'a.md'));
    expect(fieldsOf(blocks)[0]).toEqual(['a', 'b']);
    const deck = await readBy(
      deckTextFormat,
      fileWith(`---\njamdai: deck\n---\n## card\nQ: a\nA: b\n## cloze\nQ: {{a}} ${text}`, 'a.md'),
    );
    expect(deck.notes.length).toBeGreaterThanOrEqual(1);
  });
});
