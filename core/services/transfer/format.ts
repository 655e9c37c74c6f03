import type { Note } from '../../domain/note/note.ts';
import type { OddityCode } from '../../domain/note/oddities.ts';
import type { Course } from '../../domain/course.ts';
import type { NoteType } from '../../domain/note/note-type.ts';
import type { Grade } from '../../domain/grade.ts';

/** A file that material comes from. It is never changed. */
export interface Source {
  /** Name of the file, without its folder. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 of all of it, lower-case hex. */
  readonly sha256: string;
  /** It is a folder of files, which only courses are. */
  readonly isFolder?: true;
}

/** Reads one kind of file. One file of code a format. */
export interface Format {
  readonly id: string;
  /** Lower-case, without the dot. */
  readonly extensions: readonly string[];
  /** How sure it is that a file is of this format: 0 not at all, 1 quite. @param head its first 64 KiB */
  detect(head: Uint8Array, name: string): number;
  /**
   * Opens a file and looks at what it holds, without reading its notes. Whoever opens must `close`.
   * @throws AppError `import-unreadable`, with what is wrong and where
   */
  open(source: Source, options: ReadOptions): Promise<Reading>;
}

export interface ReadOptions {
  /** Asks for the end; what is under way throws `cancelled` soon. */
  readonly signal: AbortSignal;
  /** Of formats that must be told: separator, header, encoding, which column is what. */
  readonly mapping?: Mapping;
}

/** How rows of a table become notes. */
export interface Mapping {
  readonly separator?: string;
  readonly encoding?: string;
  readonly hasHeader?: boolean;
  readonly isHtml?: boolean;
  /** What each column is. `field`: the next field of the note type. */
  readonly columns?: readonly ('field' | 'tags' | 'deck' | 'note-type' | 'id' | 'skip')[];
  readonly deck?: string;
  readonly tags?: readonly string[];
  /** Name of the note type, where no column has it: `Basic (and reversed card)`, `Cloze` and the like say which cards are made. */
  readonly noteType?: string;
}

/** What is in an open file. Notes, reviews and media are read as they are asked for, once, in this order. */
export interface Reading {
  /** A course in the place of notes, and the texts it was made of, by their paths. */
  readonly course?: { readonly course: Course; readonly files: readonly (readonly [string, string])[] };
  readonly types: readonly NoteType[];
  readonly decks: readonly SourceDeck[];
  readonly presets: readonly SourcePreset[];
  /** Of the schedule in it; null where it has none. */
  readonly schedule: SourceSchedule | null;
  /** How many there are, as far as the file says. */
  readonly counts: { readonly notes: number; readonly cards: number; readonly reviews: number; readonly media: number };
  notes(): AsyncIterable<SourceNote>;
  /** Oldest first. */
  reviews(): AsyncIterable<SourceReview>;
  media(): AsyncIterable<SourceMedia>;
  /** What was left out, put right or looks odd, so far. */
  readonly odd: readonly Oddity[];
  /** Lets the file go; called again it does nothing. What is no stream can still be looked at. */
  close(): Promise<void>;
}

export interface SourceDeck {
  /** Unique in the file. */
  readonly id: string;
  /** Nested by `::`. */
  readonly name: string;
  readonly description?: string;
  readonly presetId?: string;
  /** A deck of cards that are only borrowed from others: its cards go home. */
  readonly isFiltered?: true;
}

/** Options of study that came with decks: only what the app has, too. */
export interface SourcePreset {
  readonly id: string;
  readonly name: string;
  readonly newPerDay?: number;
  readonly reviewsPerDay?: number;
  readonly learningStepsMin?: readonly number[];
  readonly relearningStepsMin?: readonly number[];
  readonly maximumIntervalDays?: number;
  readonly retention?: number;
  readonly leechLapses?: number;
  /** FSRS, as many as the version has: 17, 19 or 21. */
  readonly weights?: readonly number[];
}

export interface SourceSchedule {
  /** When the collection was last changed, epoch ms. */
  readonly at: number;
  /** The study day that cards' due days are counted from, as a day number since 1970. */
  readonly dayZero: number;
  readonly rolloverHour: number;
  /** Minutes east of UTC; null where the file does not say. */
  readonly utcOffsetMin: number | null;
}

/** Whose ids notes have: Anki's guids, ours, or such as were made up of what the file says. */
export type NoteSpace = 'anki' | 'own' | 'text';

export interface SourceNote {
  readonly note: Note;
  /** Absent: `anki` of Anki's files, else `text`. */
  readonly space?: NoteSpace;
  readonly cards: readonly SourceCard[];
}

/** A card as it stood in the file. */
export interface SourceCard {
  /** Place of its template; of a cloze its number less one. */
  readonly ordinal: number;
  readonly deckId: string;
  /** Anki's id of the card, where there is one: reviews name it. */
  readonly sourceId?: string;
  readonly suspended?: true;
  readonly buried?: true;
  /** 1 to 7. */
  readonly flag?: number;
  /** Absent for a new card. */
  readonly state?: SourceCardState;
}

export interface SourceCardState {
  readonly phase: 'learning' | 'review' | 'relearning';
  /** Study day (a day number since 1970) of a card in review, or of a step of days. */
  readonly dueDay?: number;
  /** Epoch ms, of a step of minutes. */
  readonly dueAt?: number;
  readonly intervalDays: number;
  readonly reps: number;
  readonly lapses: number;
  /** 1.3 and more; absent where there is none. */
  readonly ease?: number;
  /** FSRS memory that stands with the card. */
  readonly stabilityDays?: number;
  readonly difficulty?: number;
  readonly decay?: number;
}

export interface SourceReview {
  /** Unique among the reviews of its card, in every version of the file: `anki:<id>`. */
  readonly source: string;
  /** `sourceId` of its card. */
  readonly card: string;
  /** Epoch ms. */
  readonly at: number;
  readonly grade: Grade;
  readonly elapsedMs: number;
  /** Did it move the schedule? Else it was practice. */
  readonly isScheduling: boolean;
  /** The learner forgot the card before it: what came earlier does not count for the memory. */
  readonly isAfterReset?: true;
}

export interface SourceMedia {
  /** As the notes call it, NFC. */
  readonly name: string;
  readonly bytes: number;
  open(): AsyncIterable<Uint8Array>;
}

/** Something the learner should know of; the interface says it in words. */
export interface Oddity {
  readonly code: OddityCode;
  readonly count: number;
  /** The first few places: names of notes, files, decks. */
  readonly places: readonly string[];
}
