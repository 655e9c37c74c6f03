import type { CardId, EventRef, LessonKey } from './ids.ts';
import type { Memory } from './study/schedule.ts';
import type { Records } from './history/records.ts';
import type { Looks } from './history/settings-fold.ts';
import type { StudySettings } from './settings.ts';

/** What is known of one card. Never changed in place: every event makes a new object. */
export interface CardState {
  /** Null: in the schedule as new, or only marked, never answered. */
  readonly memory: Memory | null;
  /** The memory is not the one its last answer showed: something before that answer was taken back, or came in later. */
  readonly isRecomputed: boolean;
  /** Events that touched the card so far; an answer must name the revision it saw. */
  readonly revision: number;
  /** The last event that touched it and was not taken back. */
  readonly last: EventRef | null;
  /** When the card entered the schedule, epoch ms; null while its section is unread. */
  readonly introducedAt: number | null;
  readonly suspended: boolean;
  readonly buriedUntilDay: number;
  readonly flag: number;
  readonly marked: boolean;
  /** A hint was shown or a near miss made since the last answer. */
  readonly attempt: { readonly what: 'hint' | 'close'; readonly at: number } | null;
  /** On how many study days it was answered right, in any mode, since it was learned first or forgotten; and the last of them. */
  readonly daysRight: number;
  readonly lastDayRight: number;
  /** The latest instant it was answered at, in any mode, epoch ms; null: never. A card that was forgotten keeps it. */
  readonly lastAnswerAt: number | null;
}

export interface LessonState {
  /** Section id → when it was read first, epoch ms. */
  readonly read: Readonly<Record<string, number>>;
  readonly place: { readonly section: string; readonly at: number } | null;
  /** Opened in spite of prerequisites. */
  readonly opened: boolean;
}

/** What counts against the daily limits of one course. */
export interface CourseDay {
  readonly id: string;
  readonly dueReviews: number;
  readonly fresh: number;
}

/** What happened on one study day. */
export interface DayTotal {
  /** Answers that moved the schedule. */
  readonly reviews: number;
  /** Reviews graded Hard, Good or Easy. */
  readonly passed: number;
  /** Answers to cards that had left the learning steps: they count against the daily review limit. */
  readonly dueReviews: number;
  /** Cards answered for the first time: they count against the daily limit of new cards. */
  readonly fresh: number;
  /** Practice answers; they are in no other count but the time. */
  readonly practice: number;
  readonly elapsedMs: number;
  /** `dueReviews` and `fresh` by course, those that have any, in the order of their ids; absent where none has. */
  readonly courses?: readonly CourseDay[];
}

export const EMPTY_DAY: DayTotal = { reviews: 0, passed: 0, dueReviews: 0, fresh: 0, practice: 0, elapsedMs: 0 };

/** Cards that can be put into a progress under construction. */
export interface CardMap extends ReadonlyMap<CardId, CardState> {
  set(id: CardId, state: CardState): unknown;
}

/** The view of the history that everything reads. Keys: card id, `<course>/<lesson>`, study day. */
export interface Progress {
  readonly cards: ReadonlyMap<CardId, CardState>;
  readonly lessons: ReadonlyMap<LessonKey, LessonState>;
  readonly days: ReadonlyMap<number, DayTotal>;
  readonly settings: StudySettings;
  readonly looks: Looks;
  /** Presets, goals, parameters, exams: see `history/record-schemas.ts`. */
  readonly records: Records;
  /** Answers that moved the schedule, practice left out. */
  readonly reviewsTotal: number;
}

export const UNTOUCHED: CardState = {
  memory: null,
  isRecomputed: false,
  revision: 0,
  last: null,
  introducedAt: null,
  suspended: false,
  buriedUntilDay: 0,
  flag: 0,
  marked: false,
  attempt: null,
  daysRight: 0,
  lastDayRight: 0,
  lastAnswerAt: null,
};
