import type { Client } from '../../../../core/api/client.ts';
import type { WrittenNote } from './note-writing.svelte.ts';

const NEW = 'new-';

/** A note that was being written, with what it changes. */
export interface KeptDraft {
  readonly id: string;
  readonly at: number;
  readonly note: WrittenNote;
}

/** Of a new note; each is one of its own. */
export const newDraftId = (): string => `${NEW}${crypto.randomUUID()}`;
/** Of changes to a note. */
export const draftIdOf = (noteId: string): string => `edit-${noteId}`.slice(0, 200);

/** Drafts that a place offers: of its note, or all new ones. What can not be read is not offered. */
export async function keptDrafts(call: Client, noteId: string | null): Promise<KeptDraft[]> {
  const { drafts } = await call('draft.list', {});
  return drafts
    .filter(({ id }) => (noteId === null ? id.startsWith(NEW) : id === draftIdOf(noteId)))
    .flatMap(({ id, at, text }) => {
      const note = noteOf(text);
      return note ? [{ id, at, note }] : [];
    });
}

function noteOf(text: string): WrittenNote | null {
  try {
    const note = JSON.parse(text) as Partial<WrittenNote>;
    return note.making && note.form && Array.isArray(note.fields) && Array.isArray(note.tags)
      ? (note as WrittenNote)
      : null;
  } catch {
    return null;
  }
}
