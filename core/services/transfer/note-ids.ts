import { createHash } from 'node:crypto';
import type { NoteSpace } from './format.ts';

/**
 * Ids for notes of files that give them none: of the deck, the first field and which of equal ones it is. So they stay when a file
 * that was edited elsewhere comes again.
 */
export class NoteIds {
  readonly #seen = new Map<string, number>();

  /** @param first what the note is known by; white space and case of Latin letters in it do not count */
  of(deck: string, first: string): string {
    const key = hashed([deck, first.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase()]);
    const nth = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, nth);
    return nth === 1 ? key : `${key}-${nth}`;
  }
}

/** 26 characters that stand for these texts in this order. */
export const hashed = (texts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(texts)).digest('base64url').slice(0, 26);

/** Reads an id as our writers put it into texts: Anki's guids as they are, others behind their space. */
export function writtenId(text: string): { readonly space: NoteSpace; readonly id: string } {
  const [, space, id] = /^(own|text)\/(.+)$/s.exec(text) ?? [];
  return space === undefined ? { space: 'anki', id: text } : { space: space as NoteSpace, id: id! };
}

/** What `writtenId` reads. */
export const idToWrite = (space: NoteSpace, id: string): string => (space === 'anki' ? id : `${space}/${id}`);
