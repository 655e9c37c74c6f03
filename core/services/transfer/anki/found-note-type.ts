import type { CardTemplate, NoteField } from '../../../domain/note/note-type.ts';

/** A note type before it is known to be whole. */
export interface FoundNoteType {
  readonly id: string;
  readonly name: string;
  readonly isCloze: boolean;
  /** As Anki numbers its own types. */
  readonly stockKind: number;
  readonly fields: readonly NoteField[];
  readonly templates: readonly CardTemplate[];
  readonly css: string;
  readonly sortField: number;
  readonly latexBefore: string;
  readonly latexAfter: string;
}

/** @param sizePx 0 where none is said */
export const noteFieldOf = (name: string, isRightToLeft: boolean, font: string, sizePx: number): NoteField => ({
  name,
  ...(isRightToLeft && { isRightToLeft }),
  ...(font !== '' && { font }),
  ...(sizePx > 0 && sizePx <= 1000 && { sizePx }),
});
