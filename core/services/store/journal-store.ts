import type { EventRef } from '../../domain/ids.ts';
import { AppError } from '../../domain/errors.ts';
import { refOf, type EventBody, type Stamp } from '../../domain/history/events.ts';
import { choosesParameters } from '../../domain/history/parameters.ts';
import { eventsIn, inTime } from '../../domain/history/stamped-ahead.ts';
import { batchOf } from '../../domain/history/voided.ts';
import type { DataLock } from '../disk/data-lock.ts';
import { diskError } from '../disk/disk-error.ts';
import { breathe, inSlices } from '../jobs/slices.ts';
import { createTurns } from '../jobs/turns.ts';
import type { Clock, NewEvent, StoreNotice, Undone } from '../ports.ts';
import { absorbed, acceptedEvents, readOn, type FreshEvents } from './absorb.ts';
import type { AddedEvents, DataStore, FilesChanged } from './data-store.ts';
import { appendEvents, batchOfEvents, eventOf, lineOf, linesOf, stampNow } from './new-events.ts';
import type { RawLine } from './journal/raw-line.ts';
import { Notices } from './notices.ts';
import { takingBehind } from './take-behind.ts';
import { openFolder, openMended, type FolderToOpen } from './open-folder.ts';
import { rebuiltHistory } from './rebuilt-history.ts';
import { SnapshotKeeper, type SnapshotPlan } from './snapshot/snapshot-keeper.ts';
import { takeSnapshot, type Snapshot } from './snapshot/snapshot.ts';
import type { OpenedFolder } from './start.ts';
import { StoreReading } from './store-reading.ts';
import { undosOf, undoTarget } from './undo-target.ts';

/** What a store is told beside its folder. */
interface StoreSetting {
  readonly clock: Clock;
  /** Held by the one who made the store; released by `close`. */
  readonly lock: DataLock;
  readonly plan: SnapshotPlan | undefined;
  /** Called after every event that was accepted; must be quick. */
  readonly onAccepted: () => void;
}

/**
 * The store over the journal. Whatever changes the history runs one at a time and with the lock: it makes an event, appends
 * its line, waits for the disk, and only then changes the state in memory. What fails on the way has changed nothing.
 */
export class JournalStore extends StoreReading implements DataStore {
  readonly #turn = createTurns();
  readonly #notices = new Notices();
  readonly #snapshots: SnapshotKeeper;
  readonly #folder: FolderToOpen;
  readonly #setting: StoreSetting;
  /** What is in memory may not agree with the disk: events are being taken in, or files must be read again before the next is accepted. */
  #isStale = false;

  /** @param first the folder as it was opened, its files in order */
  constructor(first: OpenedFolder, folder: FolderToOpen, setting: StoreSetting) {
    super(first);
    this.#folder = folder;
    this.#setting = setting;
    this.#notices.add(...first.found());
    const take = () => (this.#isStale ? null : this.#takeSnapshot());
    this.#snapshots = new SnapshotKeeper(folder.snapshots, take, setting.plan);
    if (first.replayed > 0) this.#snapshots.changed(first.replayed);
  }

  get notices(): readonly StoreNotice[] {
    const all = this.#notices.all(this.stampedAhead);
    return this.#setting.lock.isPossible ? all : [...all, { code: 'lock-impossible', count: 1 }];
  }

  /** One line on the disk (fdatasync), then one change in memory; parameters change every card, which is no work for one turn. */
  append(body: NewEvent): Promise<EventRef> {
    return this.#accepting(() =>
      choosesParameters(body) ? this.#acceptBatch([body], 2).then((ref) => ref!) : this.#accept(body),
    );
  }

  appendBatch(bodies: readonly EventBody[], touched?: number): Promise<EventRef | null> {
    return this.#accepting(() => this.#acceptBatch(bodies, touched));
  }

  undo(ref?: EventRef, also: readonly EventRef[] = []): Promise<Undone> {
    return this.#accepting(() => this.#undo(ref, also));
  }

  close(): Promise<void> {
    return this.#turn(async () => {
      await this.#snapshots.write();
      this.opened.writer.close();
      this.#setting.lock.release();
    });
  }

  settle(): Promise<void> {
    return this.#turn(async () => {
      if (!this.#isStale) return;
      this.#setting.lock.hold();
      await this.#reload();
    });
  }

  cut(): Promise<Snapshot> {
    return this.#turn(() => this.#takeSnapshot());
  }
  writeSnapshot(): Promise<void> {
    return this.#snapshots.write();
  }

  changeFiles<T>(work: (cut: Snapshot) => Promise<FilesChanged<T>>): Promise<T> {
    return this.#changing(async () => {
      await this.#snapshots.write();
      return work(this.#takeSnapshot());
    });
  }

  takeBehind(behind: ReadonlyMap<string, readonly RawLine[]>): Promise<void> {
    const { files, dataDir, quarantine } = this.#folder;
    return this.#changing(async () => ({
      ...{ result: undefined, change: 'appended' },
      added: await takingBehind(files, dataDir, this.opened.journals, quarantine, behind),
    }));
  }

  /** When the work fails, its files may have changed by half: they are read again before the next event is accepted. */
  #changing<T>(work: () => Promise<FilesChanged<T>>): Promise<T> {
    return this.#turn(async () => {
      this.#setting.lock.hold();
      if (this.#isStale) await this.#reload();
      try {
        const { result, change, added } = await work();
        if (change === 'rewritten' || change === 'renamed') await this.#reopen();
        if (change === 'renamed') await this.#foldAnew();
        else if (change === 'appended') await this.#readOn(added);
        return result;
      } catch (cause) {
        if (!(cause instanceof AppError && cause.code === 'cancelled')) this.#isStale = true;
        throw diskError(cause, 'the files of the data folder could not be changed');
      }
    });
  }

  /** One at a time, and only with the lock. A promise is awaited only where `work` gives one: a lone answer waits for no turn of the loop. */
  #accepting<T>(work: () => T | Promise<T>): Promise<T> {
    return this.#turn(() => {
      this.#setting.lock.hold();
      try {
        const result = work();
        return result instanceof Promise ? result.catch((cause: unknown) => this.#refuse(cause)) : result;
      } catch (cause) {
        return this.#refuse(cause);
      }
    });
  }

  /** What another program wrote is read before the refusal goes out, so that the next answer is given on top of it. */
  async #refuse(cause: unknown): Promise<never> {
    if (cause instanceof AppError && cause.code === 'data-locked') {
      // What only memory knows, should the other program have taken it away, is kept by the snapshot: without one, memory is all.
      this.#snapshots.changed();
      await this.#snapshots.write();
      if (this.#snapshots.failed !== null) throw cause;
      try {
        await this.#reload();
      } catch {
        // The next answer begins with it again.
      }
    }
    throw cause;
  }

  #accept(body: EventBody): EventRef | Promise<EventRef> {
    return this.#isStale ? this.#reload().then(() => this.#acceptNow(body)) : this.#acceptNow(body);
  }

  #acceptNow(body: EventBody): EventRef {
    const event = eventOf(this.#nextStamp(), body);
    appendEvents(this.opened, [event], [lineOf(event)]);
    this.history.accept(event);
    this.#accepted(1);
    return refOf(event);
  }

  /** @param touched how many events or cards must be looked at again for it, where that is more than there are events */
  async #acceptBatch(bodies: readonly EventBody[], touched = bodies.length): Promise<EventRef | null> {
    const [first] = bodies;
    if (first === undefined) return null;
    if (touched <= 1) return this.#accept(first);
    if (this.#isStale) await this.#reload();
    const events = batchOfEvents(this.#nextStamp(), bodies);
    appendEvents(this.opened, events, await linesOf(events));
    await this.#absorb(acceptedEvents(events, touched));
    this.#accepted(events.length);
    return refOf(events[0]!);
  }

  #accepted(events: number): void {
    this.#snapshots.changed(events);
    this.#setting.onAccepted();
  }

  #nextStamp(): Stamp {
    const seq = this.opened.journals.of(this.device).nextSeq;
    const stamp = stampNow(this.#setting.clock, this.device, seq, this.history.last.order);
    this.#notices.stamped(stamp);
    return stamp;
  }

  async #absorb(fresh: FreshEvents): Promise<void> {
    this.#isStale = true;
    this.history = await absorbed(this.history, this.opened.journals, fresh);
    this.#isStale = false;
  }

  /** What is known was folded under other names. */
  async #foldAnew(): Promise<void> {
    this.#isStale = true;
    this.history = (await rebuiltHistory(this.opened.journals, this.history, [])) ?? this.history;
    this.#isStale = false;
  }

  async #readOn(expected?: AddedEvents): Promise<void> {
    this.#isStale = true;
    const read = await readOn(this.history, this.opened.journals, expected);
    if (read === null) return this.#reopen();
    this.history = read.history;
    this.#notices.add(...this.opened.found());
    this.#isStale = false;
    this.#snapshots.changed(read.added);
  }

  /** Reads the folder again: files changed under what was known of them. @throws AppError `data-too-new`, `disk-refused` */
  async #reload(): Promise<void> {
    try {
      await this.#begin(openFolder);
    } catch (cause) {
      throw diskError(cause, 'the data folder can not be read');
    }
  }

  /** The same, and what is found out of order is put in order. */
  #reopen(): Promise<void> {
    return this.#begin(openMended);
  }

  async #begin(open: (folder: FolderToOpen) => Promise<OpenedFolder>): Promise<void> {
    this.#isStale = true;
    this.opened.writer.close();
    this.opened = await open(this.#folder);
    this.history = this.opened.history;
    this.#notices.add(...this.opened.found());
    this.#isStale = false;
    this.#snapshots.changed(Infinity);
  }

  #takeSnapshot(): Snapshot {
    return takeSnapshot(this.history, this.opened.journals.covered, this.#setting.clock.now());
  }

  async #undo(ref: EventRef | undefined, also: readonly EventRef[]): Promise<Undone> {
    const target = undoTarget(this.opened.journals, this.device, this.history.voided, ref);
    const names = [batchOf(target) ?? refOf(target), ...also] as const;
    const { cards, parameters } = await inSlices(this.history.findingSubjects(names));
    const events = target.type === 'clock' ? eventsIn(target.spans) : 0;
    await this.#acceptBatch(undosOf(names), parameters ? Infinity : Math.max(cards.size, events, names.length));
    await breathe();
    const [card = null] = cards.size === 1 ? cards : [];
    return { ref: names[0], type: target.type, card, at: inTime(target, this.history.voided).at };
  }
}
