import { createHash } from 'node:crypto';
import type { CardId } from '../../domain/ids.ts';
import type { NoteSpace } from '../transfer/format.ts';

/** Ids of notes may be of any length and hold anything; names of cards are cut at the first slash and the last `#`. */
const MAX_NAME = 160;
const SPECIAL = /[\p{Cc}%/#]/gu;

/** Names a note in the library for ever: `<space>/<id>`, with what parts names escaped, and a hash in place of the end of a long one. */
export function noteKeyOf(space: NoteSpace, noteId: string): string {
  const name = noteId
    .normalize('NFC')
    .replaceAll(SPECIAL, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
  if (name.length <= MAX_NAME) return `${space}/${name}`;
  const hash = createHash('sha256').update(noteId).digest('hex').slice(0, 32);
  return `${space}/${Array.from(name)
    .slice(0, (MAX_NAME - 33) / 2)
    .join('')}~${hash}`;
}

/** @param ordinal place of the template; of a cloze the number of its gap less one; 0 of a question of the app's own kinds */
export const cardIdOfNote = (noteKey: string, ordinal: number): CardId => `${noteKey}#${ordinal}` as CardId;

/** The note a card is made of. @param cardId of `cardIdOfNote` */
export const noteKeyOfCard = (cardId: string): string => cardId.slice(0, cardId.lastIndexOf('#'));

/** A deck by the whole name it came with, nested by `::`: of the same name is the same deck, wherever it comes from. */
export const deckIdOf = (name: string): string =>
  `deck-${createHash('sha256').update(name.normalize('NFC')).digest('hex').slice(0, 16)}`;

/** A deck's whole name and those of the decks above it, from the outermost. */
export function namesAlong(name: string): string[] {
  const parts = name.split('::');
  return parts.map((_, i) => parts.slice(0, i + 1).join('::'));
}
