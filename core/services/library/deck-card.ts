import type { Lesson } from '../../domain/course.ts';
import type { CardId } from '../../domain/ids.ts';
import type { Question } from '../../domain/question.ts';
import type { DeckCourse } from './deck-course.ts';
import { questionOf, type PresentNote } from './note-question.ts';
import type { NoteType } from '../../domain/note/note-type.ts';

/** Where a card of a deck reads what it asks. */
export interface CardSource {
  noteOf(cardId: CardId): PresentNote & { readonly type: NoteType | undefined };
  siblings(card: DeckCard): readonly CardId[];
}

/** A card of a deck. There may be a hundred thousand, so it holds its name alone; what it asks is read when it is asked for. */
export class DeckCard {
  constructor(
    private readonly source: CardSource,
    readonly cardId: CardId,
    readonly course: DeckCourse,
    readonly kind: Question['kind'],
    /** Places of the layer that its note counts of, and of the note in the pack of that; both -1 where it was made here. */
    readonly layer: number,
    readonly note: number,
  ) {}

  get lesson(): Lesson {
    return this.course.lessons[0]!;
  }

  /** @throws AppError `data-corrupt` where its pack is damaged there */
  get question(): Question {
    const note = this.source.noteOf(this.cardId);
    return questionOf(note, note.type, this.ordinal, this.course.name);
  }

  get hasFace(): boolean {
    return this.source.noteOf(this.cardId).content.kind === 'fields';
  }

  get ordinal(): number {
    return Number(this.cardId.slice(this.cardId.lastIndexOf('#') + 1));
  }

  /** The other cards of its note. */
  get rivals(): readonly CardId[] {
    return this.source.siblings(this);
  }
}
