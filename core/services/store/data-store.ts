import type { EventBody } from '../../domain/history/events.ts';
import type { EventRef } from '../../domain/ids.ts';
import type { Negation } from '../../domain/history/voided.ts';
import type { Look } from '../../domain/settings.ts';
import type { ProgressStore } from '../ports.ts';
import type { Brought } from './brought.ts';
import type { JournalReading } from './journal/journal-reading.ts';
import type { RawLine } from './journal/raw-line.ts';
import type { Snapshot } from './snapshot/snapshot.ts';

/** What is known already of events that were put behind others: how many, and all negations among them, or more. */
export interface AddedEvents {
  readonly events: number;
  readonly negations: readonly Negation[];
  /** All of them are of one journal, and this is what they make. */
  readonly brought?: Brought;
}

/**
 * What became of the journals' files: events were put behind others, files written anew, or events got other names, so that what other
 * events say of them means something else than it did.
 */
export type JournalChange = 'none' | 'appended' | 'rewritten' | 'renamed';

export interface FilesChanged<T> {
  readonly result: T;
  readonly change: JournalChange;
  readonly added?: AddedEvents;
}

/** What the work on the data as a whole needs beside the history: backups, merging, checking. */
export interface DataStore extends ProgressStore {
  readonly journal: JournalReading;
  /** What this device chose for its look, or began with. */
  readonly ownLook: Partial<Look>;
  /** @param touched how many events or cards must be looked at again for it, where that is more than there are events */
  appendBatch(bodies: readonly EventBody[], touched?: number): Promise<EventRef | null>;
  /**
   * Resolves when what is in memory agrees with the disk: where a change of files failed by half, they are read again. An answer sees to
   * it by itself; who reads lines by their places asks for it first.
   * @throws AppError `data-too-new`, `data-locked`, `disk-refused`
   */
  settle(): Promise<void>;
  /** This moment: how far the journals went, and the state they made. Files only grow behind it. */
  cut(): Promise<Snapshot>;
  /** Writes progress.json now if anything changed since the last time. */
  writeSnapshot(): Promise<void>;
  /**
   * Runs work that changes files of the journals while nothing is accepted, then takes in what came: `appended` events behind
   * those of their devices, or files `rewritten`, which are read again as a whole.
   */
  changeFiles<T>(work: (cut: Snapshot) => Promise<FilesChanged<T>>): Promise<T>;
  /**
   * Puts lines of other devices behind theirs and takes in what they say, in one turn. Nothing is written anew, so what is known stays
   * as it is and no snapshot is needed first.
   * @param behind by device, never this one: whole batches, numbers rising, behind the last line that is here
   */
  takeBehind(behind: ReadonlyMap<string, readonly RawLine[]>): Promise<void>;
}
