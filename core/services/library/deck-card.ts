import type { Lesson } from '../../domain/course.ts';
import type { CardId } from '../../domain/ids.ts';
import { passageKeyOf } from '../../domain/passage-key.ts';
import { QUESTION_KINDS, type Question } from '../../domain/question.ts';
import { cardIdOfNote } from './card-ids.ts';
import { DECK_LESSON } from './deck-course.ts';
import { courseName, isOwnCourse, type LibraryCourse, type NoteStand } from './own-course.ts';
import { questionOf, type PresentNote } from './note-question.ts';
import type { NoteType } from '../../domain/note/note-type.ts';
import type { PackColumns } from './pack-columns.ts';
import type { NotePlace } from './standing-notes.ts';

/** Where a card reads what it asks. */
export interface CardSource {
  noteOf(cardId: CardId): PresentNote & { readonly type: NoteType | undefined };
  siblings(card: DeckCard): readonly CardId[];
  /** Of a card that lies in a course. */
  standOf(cardId: CardId): NoteStand;
}

/** A card of a deck, or of a note in a course. There may be a hundred thousand, so it holds where it stands alone; the rest is read when it is asked for. */
export abstract class DeckCard {
  constructor(readonly course: LibraryCourse) {}

  abstract readonly cardId: CardId;
  abstract readonly kind: Question['kind'];
  abstract readonly ordinal: number;
  /** Places of the layer that its note counts of, and of the note in the pack of that; both -1 where it was made here. */
  abstract readonly layer: number;
  abstract readonly note: number;
  protected abstract readonly source: CardSource;

  get lesson(): Lesson {
    return this.#stand?.lesson ?? this.course.lessons[0] ?? DECK_LESSON;
  }

  /** @throws AppError `data-corrupt` where its pack is damaged there */
  get question(): Question {
    const { cardId } = this;
    const note = this.source.noteOf(cardId);
    const stand = this.#stand;
    if (!stand) return questionOf(note, note.type, this.ordinal, courseName(this.course));
    const { lesson, section } = stand;
    return questionOf(note, note.type, this.ordinal, courseName(this.course), {
      ...{ cardId, lessonId: lesson.id, sectionId: section.id },
      evidence: [passageKeyOf({ courseId: this.course.id, lessonId: lesson.id, sectionId: section.id })],
    });
  }

  get hasFace(): boolean {
    return this.source.noteOf(this.cardId).content.kind === 'fields';
  }

  get #stand() {
    return isOwnCourse(this.course) ? this.course.stand(this.source.standOf(this.cardId)) : null;
  }

  /** The other cards of its note. */
  get rivals(): readonly CardId[] {
    return this.source.siblings(this);
  }
}

/** What the cards of one layer have in common. */
export interface LayerCards {
  readonly source: CardSource;
  readonly layer: number;
  readonly columns: PackColumns;
}

/** As its pack has it. */
export class PackCard extends DeckCard {
  constructor(
    private readonly of: LayerCards,
    /** Of the card, in the pack. */
    readonly place: number,
    course: LibraryCourse,
  ) {
    super(course);
  }

  get cardId(): CardId {
    return cardIdOfNote(this.of.columns.keys.at(this.note), this.ordinal);
  }

  get kind(): Question['kind'] {
    return QUESTION_KINDS[this.of.columns.kind[this.place]!]!;
  }

  get ordinal(): number {
    return this.of.columns.ordinal[this.place]!;
  }

  get layer(): number {
    return this.of.layer;
  }

  get note(): number {
    return this.of.columns.note[this.place]!;
  }

  protected get source(): CardSource {
    return this.of.source;
  }
}

/** Made of what its note holds by now. */
export class WrittenCard extends DeckCard {
  readonly layer: number;
  readonly note: number;

  constructor(
    protected readonly source: CardSource,
    readonly cardId: CardId,
    course: LibraryCourse,
    readonly kind: Question['kind'],
    { layer, note }: NotePlace,
  ) {
    super(course);
    this.layer = layer;
    this.note = note;
  }

  get ordinal(): number {
    return Number(this.cardId.slice(this.cardId.lastIndexOf('#') + 1));
  }
}
