import { AppError } from '../../domain/errors.ts';
import { recordOf, type RecordOf } from '../../domain/history/records.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Bilingual } from '../../domain/question.ts';
import { fieldText } from '../../domain/template/field-text.ts';
import { deckIdOf, namesAlong } from './card-ids.ts';
import type { DeckLibrary } from './deck-library.ts';
import { inBoth } from './own-course.ts';

const MAX_TEXT = 300;

/** What decks and notes are called, those that were taken out included: for looking back. */
export class LibraryNames {
  constructor(
    private readonly library: DeckLibrary,
    /** Live. */
    private readonly progress: () => Pick<Progress, 'records'>,
  ) {}

  /** The whole name of a deck; null where nothing knows it any more. */
  deckName(deckId: string): string | null {
    const given = recordOf(this.progress(), 'deck', deckId)?.name;
    if (given !== undefined) return given;
    for (const { pack, into } of this.library.layers) {
      const names = into === null ? pack.decks.map(({ name }) => name) : [into];
      const found = names.flatMap(namesAlong).find((name) => deckIdOf(name) === deckId);
      if (found !== undefined) return found;
    }
    return null;
  }

  /** Of a course that the learner made. */
  courseTitle(courseId: string): Bilingual | null {
    return titleIn(recordOf(this.progress(), 'course', courseId));
  }

  /** Of a lesson that the learner made: `<course>/<lesson>`. */
  lessonTitle(key: string): Bilingual | null {
    return titleIn(recordOf(this.progress(), 'lesson', key));
  }

  /** What a note begins with, as plain text; null where its pack is not there, or is damaged. */
  noteText(noteId: string): string | null {
    try {
      const { content } = this.library.note(noteId);
      const text = content.kind === 'fields' ? firstText(content.fields) : content.question.prompt.en;
      return text.slice(0, MAX_TEXT);
    } catch (cause) {
      if (cause instanceof AppError) return null;
      throw cause;
    }
  }
}

/** Of the first field that holds some: a picture alone says nothing. */
function firstText(fields: readonly string[]): string {
  for (const field of fields) {
    const text = fieldText(field);
    if (text !== '') return text;
  }
  return '';
}

const titleIn = (record: RecordOf<'course'> | RecordOf<'lesson'> | undefined): Bilingual | null =>
  record ? inBoth(record['title.th'], record['title.en']) : null;
