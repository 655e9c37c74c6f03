import type { Input } from '../../api/contract.ts';
import type { CardId } from '../../domain/ids.ts';
import type { NoteType } from '../../domain/note/note-type.ts';
import type { Question } from '../../domain/question.ts';
import type { PackMedia } from '../library/pack-lines.ts';
import type { NoteSpace, SourceDeck } from '../transfer/format.ts';

/** What is asked to go out: `courseId` of a deck or course, or `of` chosen cards. */
export type Wanted = Pick<Input<'library.export'>, 'courseId' | 'of'>;

/** A note that goes out, and its cards. */
interface ExportedNote {
  /** What the library calls it. */
  readonly key: string;
  readonly id: string;
  readonly space: NoteSpace;
  readonly content:
    | { readonly kind: 'fields'; readonly typeId: string; readonly fields: readonly string[] }
    | { readonly kind: 'question'; readonly languages: readonly ('th' | 'en')[]; readonly question: Question };
  readonly tags: readonly string[];
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly cards: readonly { readonly cardId: CardId; readonly ordinal: number; readonly deckId: string }[];
}

/** What of the library goes out. */
export interface ExportedScope {
  /** What the file may be called. */
  readonly name: string;
  readonly decks: readonly SourceDeck[];
  readonly types: readonly NoteType[];
  readonly cardIds: ReadonlySet<CardId>;
  notes(): Iterable<ExportedNote>;
  /** Files that the notes name, once the notes were gone through. */
  media(): readonly PackMedia[];
}

/** Two that go out as one. */
export const together = (name: string, one: ExportedScope, other: ExportedScope): ExportedScope => ({
  name,
  decks: [...one.decks, ...other.decks],
  types: [...one.types, ...other.types],
  cardIds: new Set([...one.cardIds, ...other.cardIds]),
  *notes() {
    yield* one.notes();
    yield* other.notes();
  },
  media: () => [...one.media(), ...other.media()],
});
