import type { SourceNote } from '../transfer/format.ts';
import { writtenId } from '../transfer/note-ids.ts';

/** Notes that were made here and went out in another program's file carry their space in their guid: they are ours again. */
export const isOwnGuid = ({ note, space }: SourceNote): boolean =>
  (space ?? 'anki') === 'anki' && writtenId(note.id).space !== 'anki';

export function ownNote({ note, cards }: SourceNote): SourceNote {
  const { space, id } = writtenId(note.id);
  return { note: { ...note, id }, space, cards };
}
