import { AppError } from '../../domain/errors.ts';
import { refOf, type EventBody, type EventRef, type JournalEvent, type Stamp } from '../../domain/history/events.ts';
import { MAX_AT, MIN_AT } from '../../domain/history/limits.ts';
import { inOrder } from '../../domain/history/order.ts';
import { negationOf, type Negation } from '../../domain/history/voided.ts';
import type { Clock, StoreNotice } from '../ports.ts';
import type { DeviceJournal } from './journal/device-journal.ts';
import type { Device } from './journal/device.ts';
import { diskError } from '../disk/disk-error.ts';
import type { History } from './fold/history.ts';
import { decodeSealed, encodeLine } from './journal/journal-line.ts';
import type { Journals } from './journal/journals.ts';
import type { Brought } from './data-store.ts';
import { isCheaperWhole, rebuiltHistory, rebuiltReadingOn } from './rebuilt-history.ts';
import { breathe, inSlices } from '../disk/slices.ts';
import type { SnapshotKeeper } from './snapshot/snapshot-keeper.ts';
import type { Started } from './start.ts';

/** Lines of a batch that are written before the loop is given free. */
const LINES_A_WRITE = 500;
/** A clock that is behind what was seen by less than this is no news: two devices never agree to the second. */
const CLOCK_SLACK_MS = 120_000;

/** What is open of a data folder. */
export interface Opened {
  readonly device: Device;
  readonly started: Started;
}

/**
 * The line of an event that is to be accepted, once it is sure that it will be read again.
 * @throws AppError `internal`
 */
function lineOf(event: JournalEvent): Buffer {
  const line = encodeLine(event);
  if (decodeSealed(line, 0, line.length - 1) === null)
    throw new AppError('internal', `an event of type ${event.type} that no reader would take`);
  return line;
}

/** The open journal and the history it makes: accepts events, and takes in what came from elsewhere. One caller at a time. */
export class Ledger {
  readonly notices: StoreNotice[] = [];
  #opened: Opened;
  #history: History;
  /** What is in memory may not agree with the disk: events are being taken in, or files are to be read again before the next is accepted. */
  #isStale = false;

  /** @param open reads the folder as it is; @param mend puts its files in order first, where they are not */
  constructor(
    first: Opened,
    private readonly open: () => Promise<Opened>,
    private readonly mend: () => Promise<Opened>,
    private readonly clock: Clock,
    keeper: (ledger: Ledger) => SnapshotKeeper,
    private readonly onAccepted: () => void,
  ) {
    this.#opened = first;
    this.#history = this.#opened.started.history;
    this.#opened.started.found().forEach((notice) => this.#notice(notice));
    this.snapshots = keeper(this);
    if (this.#opened.started.replayed > 0) this.snapshots.changed(this.#opened.started.replayed);
  }

  readonly snapshots: SnapshotKeeper;

  get device(): Device {
    return this.#opened.device;
  }
  get history(): History {
    return this.#history;
  }
  get journals(): Journals {
    return this.#opened.started.journals;
  }
  /** Does the history hold all that the journals are known to hold? */
  get isSettled(): boolean {
    return !this.#isStale;
  }
  /** Events in the journals. */
  get #known(): number {
    return this.journals.covered.reduce((sum, { seq }) => sum + seq, 0);
  }
  get #own(): DeviceJournal {
    return this.journals.of(this.device.id);
  }

  /** Disk first, then memory: when the append throws, nothing has changed. */
  accept(body: EventBody): EventRef | Promise<EventRef> {
    return this.#isStale ? this.reload().then(() => this.#acceptNow(body)) : this.#acceptNow(body);
  }

  #acceptNow(body: EventBody): EventRef {
    const event = this.#next(body);
    const line = lineOf(event);
    const { file, offset } = this.#opened.started.writer.append(line, event.at);
    this.#own.added(event, file, offset, offset + line.length);
    this.#history.accept(event);
    this.snapshots.changed();
    this.onAccepted();
    return refOf(event);
  }

  /**
   * All of the events or, when the append throws, none. Returns the name of the first, which names the batch.
   * @param touched how many events or cards must be looked at again for it, where that is more than there are events
   */
  async acceptBatch(bodies: readonly EventBody[], touched = bodies.length): Promise<EventRef | null> {
    const first = bodies[0];
    if (first === undefined) return null;
    if (touched <= 1) return this.accept(first);
    if (this.#isStale) await this.reload();
    const head = this.#next(first);
    const events = bodies.map((body, i): JournalEvent => {
      const stamp = {
        ...this.#stamp(head.seq + i, head.order + i),
        at: head.at,
        ...(bodies.length > 1 && { batch: head.seq }),
      };
      return i + 1 < bodies.length ? { ...stamp, more: true, ...body } : { ...stamp, ...body };
    });
    const lines: Buffer[] = [];
    for (const event of events) {
      lines.push(lineOf(event));
      if (lines.length % LINES_A_WRITE === 0) await breathe();
    }
    const { file, offset } = this.#opened.started.writer.append(Buffer.concat(lines), head.at);
    let end = offset;
    events.forEach((event, i) => {
      const begin = end;
      end += lines[i]!.length;
      this.#own.added(event, file, begin, end);
    });
    await this.#absorb(
      () => events,
      touched,
      events.map(negationOf).filter((negation) => negation !== null),
    );
    this.snapshots.changed(events.length);
    this.onAccepted();
    return refOf(head);
  }

  /** Takes in what came into the journals of other devices since. @param brought what is known of it already */
  async takeIn(brought?: Brought): Promise<void> {
    this.journals.lookForDevices();
    const before = new Map(this.journals.covered.map(({ device, seq }) => [device, seq]));
    let added = 0;
    this.#isStale = true;
    const fresh = () =>
      inOrder(this.journals.all.map((journal) => journal.events(before.get(journal.covered.device) ?? 0)));
    if (brought && isCheaperWhole(brought.events, this.#known + brought.events)) {
      const history = await rebuiltReadingOn(this.journals, this.#history, brought);
      if (this.journals.disordered.size > 0) return this.reopen();
      this.#opened.started.found().forEach((notice) => this.#notice(notice));
      if (history) this.#history = history;
      else await inSlices(this.#history.absorbing(fresh()));
      this.#isStale = false;
      return this.snapshots.changed(brought.events);
    }
    // Read once to know how much there is and what it takes back; applied in a second pass, in the order of the whole history.
    const negations: Negation[] = [];
    const looking = function* (events: Iterable<JournalEvent>) {
      for (const event of events) {
        const negation = negationOf(event);
        if (negation) negations.push(negation);
        if (++added % LINES_A_WRITE === 0) yield;
      }
    };
    await inSlices(looking(this.journals.unread()));
    if (this.journals.disordered.size > 0) return this.reopen();
    this.#opened.started.found().forEach((notice) => this.#notice(notice));
    this.#isStale = false;
    await this.#absorb(fresh, added, negations);
    this.snapshots.changed(added);
  }

  /** Reads the folder again: files changed under what was known of them. @throws AppError `data-too-new`, `disk-refused` */
  async reload(): Promise<void> {
    this.#isStale = true;
    this.#opened.started.writer.close();
    try {
      this.#begin(await this.open());
    } catch (cause) {
      throw diskError(cause, 'the data folder can not be read');
    }
  }

  /** The same, and what is found out of order is put in order. */
  async reopen(): Promise<void> {
    this.#isStale = true;
    this.#opened.started.writer.close();
    this.#begin(await this.mend());
  }

  #begin(opened: Opened): void {
    this.#opened = opened;
    this.#history = this.#opened.started.history;
    this.#opened.started.found().forEach((notice) => this.#notice(notice));
    this.#isStale = false;
    this.snapshots.changed(Infinity);
  }

  /** Files may have changed by half: the folder is read again before anything else is accepted. */
  distrust(): void {
    this.#isStale = true;
  }

  close(): void {
    this.#opened.started.writer.close();
  }

  async #absorb(events: () => Iterable<JournalEvent>, touched: number, negations: readonly Negation[]): Promise<void> {
    this.#isStale = true;
    const history = isCheaperWhole(touched, this.#known)
      ? await rebuiltHistory(this.journals, this.#history, negations)
      : null;
    if (history) this.#history = history;
    else await inSlices(this.#history.absorbing(events()));
    this.#isStale = false;
  }

  #stamp(seq: number, order: number): Stamp {
    const at = Math.min(Math.max(this.clock.now(), MIN_AT), MAX_AT);
    return {
      v: 1,
      device: this.device.id,
      seq,
      at,
      order: Math.max(at, order),
      utcOffsetMin: this.clock.utcOffsetMin(at),
    };
  }

  #next(body: EventBody): JournalEvent {
    // Not `{ ...stamp, ...body }`: V8 makes that a slow object, 10 µs here and some more wherever it is read.
    const event: JournalEvent = Object.assign(this.#stamp(this.#own.nextSeq, this.#history.last.order + 1), body);
    if (event.at < event.order - CLOCK_SLACK_MS) this.#notice({ code: 'clock-went-back', count: 1 });
    return event;
  }

  /** Each is told once, with what was found last. */
  #notice(notice: StoreNotice): void {
    const known = this.notices.findIndex(({ code }) => code === notice.code);
    if (known < 0) this.notices.push(notice);
    else this.notices[known] = notice;
  }
}
