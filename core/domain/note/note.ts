import type { Question } from '../question.ts';

/** What is edited: a card or more are made of it. */
export interface Note {
  /** Unique in the library, for ever: Anki's guid where there is one. */
  readonly id: string;
  readonly content: FieldsContent | QuestionContent;
  /** Without spaces; nested by `::`. */
  readonly tags: readonly string[];
  /** Epoch ms. */
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** A note of a note type: its fields hold HTML, in the order of the type's fields. */
export interface FieldsContent {
  readonly kind: 'fields';
  readonly typeId: string;
  readonly fields: readonly string[];
}

/** A note of one of the app's own question kinds: one card. A text that has one language only stands under both. */
export interface QuestionContent {
  readonly kind: 'question';
  readonly languages: readonly ('th' | 'en')[];
  readonly question: Question;
}
