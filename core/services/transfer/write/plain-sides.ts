import type { NoteType } from '../../../domain/note/note-type.ts';
import { escapeText } from '../../../domain/template/escape.ts';
import { plainText } from '../../../domain/template/plain-text.ts';
import { render } from '../../../domain/template/render.ts';
import { TYPED_PLACE } from '../../../domain/template/side-text.ts';

/** Both sides of a card as they read without marks, pictures by their names. */
export interface PlainSides {
  readonly front: string;
  /** Without the front, where the back repeats it. */
  readonly back: string;
}

interface ShownNote {
  readonly type: NoteType;
  readonly fields: readonly string[];
  readonly tags: readonly string[];
}

/** @param deck whole name of the card's deck */
export function plainSides({ type, fields, tags }: ShownNote, ordinal: number, deck: string): PlainSides {
  const card = render(type, { fields, tags }, ordinal, { deck });
  const front = sideText(card.front.html, card.front.media);
  const typed = card.typed?.expected ?? '';
  const back = sideText(card.back.html, card.back.media, typed);
  const rest = back.startsWith(`${front}\n`) ? back.slice(front.length + 1) : back;
  return { front, back: rest.trim() === '' ? back : rest };
}

function sideText(html: string, media: readonly string[], typed = ''): string {
  const lines = plainText(html.replace(TYPED_PLACE, () => `<div>${escapeText(typed)}</div>`));
  return [lines, ...media.map((name) => `[${name}]`)].filter((line) => line !== '').join('\n');
}
