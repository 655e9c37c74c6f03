import { AppError } from '../../domain/errors.ts';
import { refOf, type EventBody, type EventRef, type JournalEvent } from '../../domain/history/events.ts';
import { compareEvents } from '../../domain/history/order.ts';
import type { Progress } from '../../domain/progress.ts';
import { batchOf, isVoided } from '../../domain/history/voided.ts';
import { DEFAULT_LOOK, type Look, type Settings } from '../../domain/settings.ts';
import type { Clock, NewEvent, StoreNotice, Undone } from '../ports.ts';
import type { DataLock } from '../disk/data-lock.ts';
import type { DataStore, FilesChanged } from './data-store.ts';
import { diskError } from '../disk/disk-error.ts';
import type { Ledger } from './ledger.ts';
import { breathe } from '../disk/slices.ts';
import { takeSnapshot, type Snapshot } from './snapshot/snapshot.ts';
import { createTurns } from '../disk/turns.ts';

/** Events that are no deed of the learner: an undo without a name passes them over. */
const PASSED_OVER: ReadonlySet<EventBody['type']> = new Set(['undo', 'place', 'merge']);

/** The store over the journal: accepting is one append and one fdatasync, then the state in memory. */
export class JournalStore implements DataStore {
  readonly #turn = createTurns();

  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly lock: DataLock,
  ) {}

  get progress(): Progress {
    return this.ledger.history.progress;
  }
  get settings(): Settings {
    return { ...DEFAULT_LOOK, ...this.ownLook, ...this.progress.settings };
  }
  get ownLook(): Partial<Look> {
    const { device } = this.ledger;
    return { ...device.look, ...this.progress.looks.get(device.id) };
  }
  get notices(): readonly StoreNotice[] {
    return this.lock.isPossible ? this.ledger.notices : [...this.ledger.notices, { code: 'lock-impossible', count: 1 }];
  }
  get device(): string {
    return this.ledger.device.id;
  }

  append(body: NewEvent): Promise<EventRef> {
    return this.#accepting(() => this.ledger.accept(body));
  }

  appendBatch(bodies: readonly EventBody[], touched?: number): Promise<EventRef | null> {
    return this.#accepting(() => this.ledger.acceptBatch(bodies, touched));
  }

  undo(ref?: EventRef): Promise<Undone> {
    return this.#accepting(() => this.#undo(ref));
  }

  close(): Promise<void> {
    return this.#turn(async () => {
      await this.ledger.snapshots.write();
      this.ledger.close();
      this.lock.release();
    });
  }

  backwards(): Generator<JournalEvent> {
    return this.ledger.journals.backwards();
  }

  eventsOf(card: string): JournalEvent[] {
    const { trails } = this.ledger.history;
    return [...this.ledger.journals.load(trails.cards.get(card) ?? [], trails.refs).values()].sort(compareEvents);
  }

  isUndone(event: Pick<JournalEvent, 'device' | 'seq' | 'batch'>): boolean {
    return isVoided(event, this.ledger.history.voided);
  }

  undoOf(ref: EventRef): EventRef | null {
    const { negations, voided } = this.ledger.history;
    const undo = negations.findLast(
      (negation) => negation.undo && negation.of.length === 1 && negation.of[0] === ref && !isVoided(negation, voided),
    );
    return undo ? refOf(undo) : null;
  }

  cardsOf(ref: EventRef): ReadonlySet<string> {
    return this.ledger.history.subjectsOf([ref]).cards;
  }

  deviceName(device: string): string {
    return device === this.device ? this.ledger.device.name : this.ledger.journals.nameOf(device);
  }

  find(ref: EventRef): JournalEvent | null {
    return this.ledger.journals.find(ref);
  }

  cut(): Promise<Snapshot> {
    return this.#turn(() => this.#takeCut());
  }

  writeSnapshot(): Promise<void> {
    return this.ledger.snapshots.write();
  }

  changeFiles<T>(work: (cut: Snapshot) => Promise<FilesChanged<T>>): Promise<T> {
    return this.#turn(async () => {
      this.lock.hold();
      if (!this.ledger.isSettled) await this.ledger.reload();
      await this.ledger.snapshots.write();
      try {
        const { result, came, brought } = await work(this.#takeCut());
        if (came === 'rewritten') await this.ledger.reopen();
        else if (came === 'appended') await this.ledger.takeIn(brought);
        return result;
      } catch (cause) {
        if (!(cause instanceof AppError && cause.code === 'cancelled')) this.ledger.distrust();
        throw diskError(cause, 'the files of the data folder could not be changed');
      }
    });
  }

  /** One at a time, and only with the lock. A promise is awaited only where `work` gives one: a lone answer waits for no turn of the loop. */
  #accepting<T>(work: () => T | Promise<T>): Promise<T> {
    return this.#turn(() => {
      this.lock.hold();
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
      // What only memory knows, should the other program have taken it away, is kept by the snapshot.
      await this.ledger.snapshots.write();
      try {
        await this.ledger.reload();
      } catch {
        // The next answer begins with it again.
      }
    }
    throw cause;
  }

  #takeCut(): Snapshot {
    return takeSnapshot(this.ledger.history, this.ledger.journals.covered, this.clock.now());
  }

  async #undo(ref?: EventRef): Promise<Undone> {
    const target = ref === undefined ? this.#lastUndoable() : this.ledger.journals.find(ref);
    if (!target || this.isUndone(target))
      throw new AppError('nothing-to-undo', 'no such event, or it was taken back already');
    const name = batchOf(target) ?? refOf(target);
    const { cards } = this.ledger.history.subjectsOf([name]);
    await this.ledger.acceptBatch([{ type: 'undo', of: [name] }], cards.size);
    await breathe();
    return { ref: name, type: target.type, card: cards.size === 1 ? [...cards][0]! : null, at: target.at };
  }

  #lastUndoable(): JournalEvent | null {
    for (const event of this.ledger.journals.of(this.device).backwards()) {
      if (!PASSED_OVER.has(event.type) && !this.isUndone(event)) return event;
    }
    return null;
  }
}
