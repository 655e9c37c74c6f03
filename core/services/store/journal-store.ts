import { AppError } from '../../domain/errors.ts';
import { refOf, type EventBody, type EventRef, type JournalEvent, type Stamp } from '../../domain/events.ts';
import type { Progress } from '../../domain/progress.ts';
import { batchOf, isVoided } from '../../domain/voided.ts';
import type { Clock, NewEvent, ProgressStore, StoreNotice, Undone } from '../ports.ts';
import type { DataLock } from './data-lock.ts';
import type { DeviceJournal } from './device-journal.ts';
import type { Device } from './device.ts';
import { encodeLine } from './journal-line.ts';
import type { SnapshotKeeper } from './snapshot-keeper.ts';
import type { Started } from './start.ts';
import { createTurns } from './turns.ts';

/** Gives the event loop free. */
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
/** Lines of a batch that are written before the loop is given free. */
const LINES_A_WRITE = 500;

/** The store over the journal: accepting is one append and one fdatasync, then the state in memory. */
export class JournalStore implements ProgressStore {
  readonly #turn = createTurns();
  readonly #journal: DeviceJournal;
  readonly notices: StoreNotice[];

  constructor(
    private readonly started: Started,
    private readonly device: Device,
    private readonly clock: Clock,
    private readonly keeper: SnapshotKeeper,
    private readonly lock: DataLock,
  ) {
    this.notices = started.notices;
    this.#journal = started.journals.of(device.id);
  }

  get progress(): Progress {
    return this.started.history.progress;
  }

  append(body: NewEvent): Promise<EventRef> {
    return this.#turn(() => this.#accept(body));
  }

  appendBatch(bodies: readonly NewEvent[]): Promise<EventRef | null> {
    return this.#turn(() => this.#acceptBatch(bodies));
  }

  undo(ref?: EventRef): Promise<Undone> {
    return this.#turn(() => this.#undo(ref));
  }

  close(): Promise<void> {
    return this.#turn(async () => {
      await this.keeper.write();
      this.started.writer.close();
      await this.lock.release();
    });
  }

  #stamp(seq: number, order: number): Stamp {
    const at = this.clock.now();
    return { v: 1, device: this.device.id, seq, at, order: Math.max(at, order), utcOffsetMin: this.clock.utcOffsetMin(at) };
  }

  /** Not `{ ...stamp, ...body }`: V8 makes that a slow object, 10 µs here and some more wherever it is read. */
  #event(stamp: Stamp, body: EventBody): JournalEvent {
    return Object.assign(stamp, body);
  }

  #next(body: EventBody): JournalEvent {
    const event = this.#event(this.#stamp(this.#journal.nextSeq, this.started.history.last.order + 1), body);
    if (event.at < event.order - CLOCK_SLACK_MS) this.#notice('clock-went-back');
    return event;
  }

  /** Disk first, then memory: when the append throws, nothing has changed. */
  #accept(body: EventBody): EventRef {
    const event = this.#next(body);
    const line = encodeLine(event);
    const { file, offset } = this.started.writer.append(line, event.at);
    this.#journal.added(event, file, offset, offset + line.length);
    this.started.history.accept(event);
    this.keeper.changed();
    return refOf(event);
  }

  async #acceptBatch(bodies: readonly NewEvent[]): Promise<EventRef | null> {
    const first = bodies[0];
    if (first === undefined) return null;
    if (bodies.length === 1) return this.#accept(first);
    const head = this.#next(first);
    const events = bodies.map((body, i): JournalEvent => {
      const stamp = { ...this.#stamp(head.seq + i, head.order + i), at: head.at, batch: head.seq };
      return i + 1 < bodies.length ? { ...stamp, more: true, ...body } : { ...stamp, ...body };
    });
    const lines: Buffer[] = [];
    for (const event of events) {
      lines.push(encodeLine(event));
      if (lines.length % LINES_A_WRITE === 0) await breathe();
    }
    const { file, offset } = this.started.writer.append(Buffer.concat(lines), head.at);
    let end = offset;
    events.forEach((event, i) => {
      const begin = end;
      end += lines[i]!.length;
      this.#journal.added(event, file, begin, end);
    });
    for (const _ of this.started.history.absorbing(events)) await breathe();
    this.keeper.changed(events.length);
    return refOf(head);
  }

  async #undo(ref?: EventRef): Promise<Undone> {
    const target = ref === undefined ? this.#lastUndoable() : this.started.journals.find(ref);
    if (!target || this.#isUndone(target)) throw new AppError('nothing-to-undo', 'no such event, or it was taken back already');
    const name = batchOf(target) ?? refOf(target);
    const cards = this.started.history.subjectsOf(name).cards;
    this.#accept({ type: 'undo', of: [name] });
    await breathe();
    return { ref: name, type: target.type, card: cards.size === 1 ? [...cards][0]! : null, at: target.at };
  }

  #isUndone(event: JournalEvent): boolean {
    return isVoided(event, this.started.history.voided);
  }

  #lastUndoable(): JournalEvent | null {
    for (const event of this.#journal.backwards()) {
      if (event.type !== 'undo' && event.type !== 'place' && !this.#isUndone(event)) return event;
    }
    return null;
  }

  #notice(code: StoreNotice['code']): void {
    if (!this.notices.some((notice) => notice.code === code)) this.notices.push({ code, count: 1 });
  }
}

/** A clock that is behind what was seen by less than this is no news: two devices never agree to the second. */
const CLOCK_SLACK_MS = 120_000;
