import type { Lesson } from '../../domain/course.ts';
import type { CardId } from '../../domain/ids.ts';
import { passageKeyOf } from '../../domain/passage-key.ts';
import type { Question } from '../../domain/question.ts';
import { DECK_LESSON } from './deck-course.ts';
import { courseName, isOwnCourse, type LibraryCourse, type NoteStand } from './own-course.ts';
import { questionOf, type PresentNote } from './note-question.ts';
import type { NoteType } from '../../domain/note/note-type.ts';

/** Where a card reads what it asks. */
export interface CardSource {
  noteOf(cardId: CardId): PresentNote & { readonly type: NoteType | undefined };
  siblings(card: DeckCard): readonly CardId[];
  /** Of a card that lies in a course. */
  standOf(cardId: CardId): NoteStand;
}

/** A card of a deck, or of a note in a course. There may be a hundred thousand, so it holds its name alone; what it asks is read when it is asked for. */
export class DeckCard {
  constructor(
    private readonly source: CardSource,
    readonly cardId: CardId,
    readonly course: LibraryCourse,
    readonly kind: Question['kind'],
    /** Places of the layer that its note counts of, and of the note in the pack of that; both -1 where it was made here. */
    readonly layer: number,
    readonly note: number,
  ) {}

  get lesson(): Lesson {
    return this.#stand?.lesson ?? this.course.lessons[0] ?? DECK_LESSON;
  }

  /** @throws AppError `data-corrupt` where its pack is damaged there */
  get question(): Question {
    const note = this.source.noteOf(this.cardId);
    const stand = this.#stand;
    if (!stand) return questionOf(note, note.type, this.ordinal, courseName(this.course));
    const { lesson, section } = stand;
    return questionOf(note, note.type, this.ordinal, courseName(this.course), {
      ...{ cardId: this.cardId, lessonId: lesson.id, sectionId: section.id },
      evidence: [passageKeyOf({ courseId: this.course.id, lessonId: lesson.id, sectionId: section.id })],
    });
  }

  get hasFace(): boolean {
    return this.source.noteOf(this.cardId).content.kind === 'fields';
  }

  get ordinal(): number {
    return Number(this.cardId.slice(this.cardId.lastIndexOf('#') + 1));
  }

  get #stand() {
    return isOwnCourse(this.course) ? this.course.stand(this.source.standOf(this.cardId)) : null;
  }

  /** The other cards of its note. */
  get rivals(): readonly CardId[] {
    return this.source.siblings(this);
  }
}
