import type { Course } from '../domain/course.ts';
import type { EventBody, EventRef, EventType } from '../domain/events.ts';
import type { Progress } from '../domain/progress.ts';

/** The only source of time. Tests and `--now` supply their own. */
export interface Clock {
  /** Epoch ms. */
  now(): number;
  /** Minutes east of UTC at an instant (Bangkok: 420). */
  utcOffsetMin(at: number): number;
}

/** Something the store found and mended at start; the interface says it in words. */
export interface StoreNotice {
  readonly code: 'torn-line-cut' | 'lines-quarantined' | 'snapshot-rebuilt' | 'journal-missing' | 'clock-went-back';
  readonly count: number;
}

/** What may be put into the history; an undo goes its own way. */
export type NewEvent = Exclude<EventBody, { type: 'undo' }>;

export interface Undone {
  /** The event, or the first of the batch it came in with. */
  readonly ref: EventRef;
  readonly type: EventType;
  /** The card it touched, where it touched one. */
  readonly card: string | null;
  readonly at: number;
}

/** The learner's history. One writer at a time; every method that returns a promise has the disk's word before it resolves. */
export interface ProgressStore {
  /** Live view; read only. */
  readonly progress: Progress;
  readonly notices: readonly StoreNotice[];
  /**
   * Puts one event on the disk (fdatasync), then into `progress`.
   * @throws AppError `disk-full`, `disk-refused`: nothing was changed, a later call may succeed.
   */
  append(body: NewEvent): Promise<EventRef>;
  /**
   * Puts many events on the disk as one (one fdatasync): after a crash all of them are there or none, and an undo of any of
   * them takes all back. Returns the name of the first, which names the batch; null for no events.
   * @throws AppError `disk-full`, `disk-refused`: nothing was changed.
   */
  appendBatch(bodies: readonly NewEvent[]): Promise<EventRef | null>;
  /**
   * Takes back the named event, or the last one of this device that can still be (not an undo, not a place), also after a restart.
   * @throws AppError `nothing-to-undo`
   */
  undo(ref?: EventRef): Promise<Undone>;
  /** Writes the snapshot and gives the folder free. */
  close(): Promise<void>;
}

/** The compiled courses. */
export interface Library {
  readonly courses: readonly Course[];
}
