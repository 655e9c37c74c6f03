import type { CardId, EventRef } from '../domain/ids.ts';
import type { CardRows } from '../domain/card-rows.ts';
import type { Course } from '../domain/course.ts';
import type { EventBody, EventType, JournalEvent } from '../domain/history/events.ts';
import type { AheadSpan } from '../domain/history/stamped-ahead.ts';
import type { NoticeCode } from '../domain/notices.ts';
import type { Progress } from '../domain/progress.ts';
import type { Settings } from '../domain/settings.ts';

/** The only source of time. Tests and `--now` supply their own. */
export interface Clock {
  /** Epoch ms. */
  now(): number;
  /** Minutes east of UTC at an instant (Bangkok: 420). */
  utcOffsetMin(at: number): number;
}

/** The same with a time that only goes on, whatever is done to the clock: for what must last so long within a run. */
export interface SteadyClock extends Clock {
  /** Ms from any instant, sleep included. */
  steadyMs(): number;
}

/** Saves what the window would print as a PDF. @param name proposed for the file @returns false where the learner gave it up */
export type SavePdf = (name: string) => Promise<boolean>;

/** Something the store found and mended at start; the interface says it in words. */
export interface StoreNotice {
  readonly code: NoticeCode;
  readonly count: number;
  /** First and last study day it is about, where it is about days. */
  readonly days?: { readonly from: number; readonly to: number };
  /** Paths below the data folder, where single files are meant. */
  readonly files?: string[];
}

/** What the learner does; undos, merges and restores go their own ways. */
export type NewEvent = Exclude<EventBody, { type: 'undo' | 'merge' | 'restore' }>;

export interface Undone {
  /** The event, or the first of the batch it came in with. */
  readonly ref: EventRef;
  readonly type: EventType;
  /** The card it touched, where it touched one. */
  readonly card: CardId | null;
  readonly at: number;
}

/** How far journals go: by device the number of its last event. */
export type Reach = ReadonlyMap<string, number>;

/** Reads on in the journals, for what is counted from them beside the progress. */
export interface JournalReader {
  /** Another object once files were put in order or read again: what was read of them before may not hold. */
  readonly source: object;
  reach(): Reach;
  /** The events behind one reach up to another, in the order of the history, read as they are asked for. */
  within(after: Reach, to: Reach): Generator<JournalEvent>;
  /**
   * Another text wherever other events than before stand up to a reach, or at other places: by every 64th event of each file, so
   * for the last few of a device the caller must look itself.
   */
  printOf(reach: Reach): string;
}

/** The learner's history. One writer at a time; every method that returns a promise has the disk's word before it resolves. */
export interface ProgressStore {
  /** Live view; read only. */
  readonly progress: Progress;
  /** What holds on this device: how to study as chosen anywhere, and its own look. */
  readonly settings: Settings;
  readonly notices: readonly StoreNotice[];
  /**
   * Puts one event on the disk (fdatasync), then into `progress`.
   * @throws AppError `disk-full`, `disk-refused`: nothing was changed, a later call may succeed.
   */
  append(body: NewEvent): Promise<EventRef>;
  /**
   * Puts many events on the disk as one (one fdatasync): after a crash all of them are there or none, and an undo of any of
   * them takes all back. Returns the name of the first, which names the batch; null for no events.
   * @param touched how many events or cards must be looked at again for it, where that is more than there are events
   * @throws AppError `disk-full`, `disk-refused`: nothing was changed.
   */
  appendBatch(bodies: readonly NewEvent[], touched?: number): Promise<EventRef | null>;
  /** Events that were stamped ahead of their true time, as far as it was said and stands. */
  readonly stampedAhead: readonly AheadSpan[];
  /**
   * Takes back the named event, or the last one of this device that can still be (not an undo, a place or a merge), also after a
   * restart. A named undo brings back what it took back.
   * @param also more that goes, and comes back, with it
   * @throws AppError `nothing-to-undo`
   */
  undo(ref?: EventRef, also?: readonly EventRef[]): Promise<Undone>;
  /** Events of all devices, newest first, read from the journal as they are asked for. */
  backwards(): Generator<JournalEvent>;
  /** One event by its name; null where it is not there. */
  find(ref: EventRef): JournalEvent | null;
  readonly journal: JournalReader;
  /** Every event that touched a card, undos too, in the order of the history. */
  eventsOf(card: CardId): JournalEvent[];
  /**
   * Every event of these types (none: of all) that chose something (settings, records), those that were taken back too, in the order of
   * the history. Of types there may be very many of, `readChoices` leaves the loop free.
   */
  choices(...types: EventType[]): JournalEvent[];
  readChoices(...types: EventType[]): Promise<JournalEvent[]>;
  /** Was the event, or the batch it came in with, taken back? */
  isUndone(event: Pick<JournalEvent, 'device' | 'seq' | 'batch'>): boolean;
  /** The undo that takes this event, batch or nothing else back and still stands; null where there is none. */
  undoOf(ref: EventRef): EventRef | null;
  /** The same states as in `progress`. Another object once files were read again. */
  readonly cardRows: CardRows;
  /** How many reviews are due on a study day, suspended cards left out. It costs the same however many cards there are. */
  dueOn(day: number): number;
  /** Cards that an event touched, or all of its batch. */
  cardsOf(ref: EventRef): ReadonlySet<CardId>;
  /** The same of several, however many events they name: the loop stays free. */
  touchedBy(refs: readonly EventRef[]): Promise<ReadonlySet<CardId>>;
  /** Name of a device; '' where it is not known. */
  deviceName(device: string): string;
  /** Id of this device. */
  readonly device: string;
  /** Writes the snapshot and gives the folder free. */
  close(): Promise<void>;
}

/** The compiled courses. */
export interface Library {
  readonly courses: readonly Course[];
}
