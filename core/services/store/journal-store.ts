import type { CardRows } from '../../domain/card-rows.ts';
import { isBrought } from '../../domain/history/brought-device.ts';
import { recordOf } from '../../domain/history/records.ts';
import type { CardId, EventRef } from '../../domain/ids.ts';
import { AppError } from '../../domain/errors.ts';
import { refOf, type EventBody, type EventType, type JournalEvent, type Stamp } from '../../domain/history/events.ts';
import { choosesParameters } from '../../domain/history/parameters.ts';
import type { Progress } from '../../domain/progress.ts';
import { eventsIn, inTime, type AheadSpan } from '../../domain/history/stamped-ahead.ts';
import { batchOf, isVoided, standingUndoOf } from '../../domain/history/voided.ts';
import { DEFAULT_LOOK, type Look, type Settings } from '../../domain/settings.ts';
import type { DataLock } from '../disk/data-lock.ts';
import { diskError } from '../disk/disk-error.ts';
import { breathe, inSlices } from '../jobs/slices.ts';
import { createTurns } from '../jobs/turns.ts';
import type { Clock, NewEvent, StoreNotice, Undone } from '../ports.ts';
import { absorbed, acceptedEvents, readOn, type FreshEvents } from './absorb.ts';
import { alongTrail } from './along-trail.ts';
import { Choices } from './choices.ts';
import type { AddedEvents, DataStore, FilesChanged } from './data-store.ts';
import { atOnce } from './fold/at-once.ts';
import type { History } from './fold/history.ts';
import { appendEvents, batchOfEvents, eventOf, lineOf, linesOf, stampNow } from './new-events.ts';
import { JournalReading } from './journal/journal-reading.ts';
import { Notices } from './notices.ts';
import { openFolder, openMended, type FolderToOpen } from './open-folder.ts';
import { SnapshotKeeper, type SnapshotPlan } from './snapshot/snapshot-keeper.ts';
import { takeSnapshot, type Snapshot } from './snapshot/snapshot.ts';
import type { OpenedFolder } from './start.ts';
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
export class JournalStore implements DataStore {
  readonly #turn = createTurns();
  readonly #notices = new Notices();
  readonly #choices = new Choices();
  readonly #snapshots: SnapshotKeeper;
  readonly #folder: FolderToOpen;
  readonly #setting: StoreSetting;
  #open: OpenedFolder;
  #history: History;
  /** What is in memory may not agree with the disk: events are being taken in, or files must be read again before the next is accepted. */
  #isStale = false;

  /** @param first the folder as it was opened, its files in order */
  constructor(first: OpenedFolder, folder: FolderToOpen, setting: StoreSetting) {
    this.#folder = folder;
    this.#setting = setting;
    this.#open = first;
    this.#history = first.history;
    this.#notices.add(...first.found());
    const take = () => (this.#isStale ? null : this.#takeSnapshot());
    this.#snapshots = new SnapshotKeeper(folder.snapshots, take, setting.plan);
    if (first.replayed > 0) this.#snapshots.changed(first.replayed);
  }

  get progress(): Progress {
    return this.#history.progress;
  }
  get settings(): Settings {
    return { ...DEFAULT_LOOK, ...this.ownLook, ...this.progress.settings };
  }
  get ownLook(): Partial<Look> {
    return { ...this.#open.device.look, ...this.progress.looks.get(this.device) };
  }
  get notices(): readonly StoreNotice[] {
    const all = this.#notices.all(this.stampedAhead);
    return this.#setting.lock.isPossible ? all : [...all, { code: 'lock-impossible', count: 1 }];
  }
  get stampedAhead(): readonly AheadSpan[] {
    return this.#history.voided.spans;
  }
  get device(): string {
    return this.#open.device.id;
  }
  get journal(): JournalReading {
    return new JournalReading(this.#open.journals, (event) => inTime(event, this.#history.voided));
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
      this.#open.writer.close();
      this.#setting.lock.release();
    });
  }

  *backwards(): Generator<JournalEvent> {
    for (const event of this.#open.journals.backwards()) yield inTime(event, this.#history.voided);
  }
  eventsOf(card: CardId): JournalEvent[] {
    return alongTrail(this.#open.journals, this.#history, this.#history.trails.cards.get(card) ?? []);
  }
  choices(...types: EventType[]): JournalEvent[] {
    return atOnce(this.#choices.reading(this.#open.journals, this.#history, types));
  }
  readChoices(...types: EventType[]): Promise<JournalEvent[]> {
    return inSlices(this.#choices.reading(this.#open.journals, this.#history, types));
  }
  isUndone(event: Pick<JournalEvent, 'device' | 'seq' | 'batch'>): boolean {
    return isVoided(event, this.#history.voided);
  }
  undoOf(ref: EventRef): EventRef | null {
    return standingUndoOf(ref, this.#history.negations, this.#history.voided);
  }
  get cardRows(): CardRows {
    return this.#history.table.states;
  }
  dueOn(day: number): number {
    return this.#history.table.states.dueOn(day);
  }
  cardsOf(ref: EventRef): ReadonlySet<CardId> {
    return this.#history.subjectsOf([ref]).cards;
  }
  async touchedBy(refs: readonly EventRef[]): Promise<ReadonlySet<CardId>> {
    return (await inSlices(this.#history.findingSubjects(refs))).cards;
  }
  deviceName(device: string): string {
    if (isBrought(device)) return recordOf(this.progress, 'import', device)?.name ?? '';
    return device === this.device ? this.#open.device.name : this.#open.journals.nameOf(device);
  }
  find(ref: EventRef): JournalEvent | null {
    const event = this.#open.journals.find(ref);
    return event && inTime(event, this.#history.voided);
  }

  cut(): Promise<Snapshot> {
    return this.#turn(() => this.#takeSnapshot());
  }
  writeSnapshot(): Promise<void> {
    return this.#snapshots.write();
  }

  /** When the work fails, its files may have changed by half: they are read again before the next event is accepted. */
  changeFiles<T>(work: (cut: Snapshot) => Promise<FilesChanged<T>>): Promise<T> {
    return this.#turn(async () => {
      this.#setting.lock.hold();
      if (this.#isStale) await this.#reload();
      await this.#snapshots.write();
      try {
        const { result, change, added } = await work(this.#takeSnapshot());
        if (change === 'rewritten') await this.#reopen();
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
    appendEvents(this.#open, [event], [lineOf(event)]);
    this.#history.accept(event);
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
    appendEvents(this.#open, events, await linesOf(events));
    await this.#absorb(acceptedEvents(events, touched));
    this.#accepted(events.length);
    return refOf(events[0]!);
  }

  #accepted(events: number): void {
    this.#snapshots.changed(events);
    this.#setting.onAccepted();
  }

  #nextStamp(): Stamp {
    const seq = this.#open.journals.of(this.device).nextSeq;
    const stamp = stampNow(this.#setting.clock, this.device, seq, this.#history.last.order);
    this.#notices.stamped(stamp);
    return stamp;
  }

  async #absorb(fresh: FreshEvents): Promise<void> {
    this.#isStale = true;
    this.#history = await absorbed(this.#history, this.#open.journals, fresh);
    this.#isStale = false;
  }

  async #readOn(expected?: AddedEvents): Promise<void> {
    this.#isStale = true;
    const read = await readOn(this.#history, this.#open.journals, expected);
    if (read === null) return this.#reopen();
    this.#history = read.history;
    this.#notices.add(...this.#open.found());
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
    this.#open.writer.close();
    this.#open = await open(this.#folder);
    this.#history = this.#open.history;
    this.#notices.add(...this.#open.found());
    this.#isStale = false;
    this.#snapshots.changed(Infinity);
  }

  #takeSnapshot(): Snapshot {
    return takeSnapshot(this.#history, this.#open.journals.covered, this.#setting.clock.now());
  }

  async #undo(ref: EventRef | undefined, also: readonly EventRef[]): Promise<Undone> {
    const target = undoTarget(this.#open.journals, this.device, this.#history.voided, ref);
    const names = [batchOf(target) ?? refOf(target), ...also] as const;
    const { cards, parameters } = await inSlices(this.#history.findingSubjects(names));
    const events = target.type === 'clock' ? eventsIn(target.spans) : 0;
    await this.#acceptBatch(undosOf(names), parameters ? Infinity : Math.max(cards.size, events, names.length));
    await breathe();
    const [card = null] = cards.size === 1 ? cards : [];
    return { ref: names[0], type: target.type, card, at: inTime(target, this.#history.voided).at };
  }
}
