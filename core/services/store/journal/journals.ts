import { join } from 'node:path';
import { splitRef, type JournalEvent } from '../../../domain/history/events.ts';
import type { EventRef } from '../../../domain/ids.ts';
import { DEVICE_ID, MAX_DEVICES } from '../../../domain/history/limits.ts';
import { OrderRule } from '../../../domain/history/order-rule.ts';
import { compareEvents, inOrder } from '../../../domain/history/order.ts';
import { readDevice } from './device.ts';
import { DeviceJournal, type BadPiece } from './device-journal.ts';
import type { Gap } from './gaps.ts';
import type { Files } from '../../disk/files.ts';
import type { EventSource } from '../fold/history.ts';
import { nothingCovered, type Covered } from './journal-index.ts';
import type { Packed, PackedRefs } from '../fold/packed-refs.ts';
import type { RawLine } from './raw-line.ts';
import { lastLine, standingLines } from './standing-lines.ts';

function addTo(lists: Map<string, number[]>, device: string, seq: number): void {
  const list = lists.get(device);
  if (list) list.push(seq);
  else lists.set(device, [seq]);
}

/** The journals of all devices in a data folder. */
export class Journals implements EventSource {
  readonly #byDevice = new Map<string, DeviceJournal>();
  readonly #orders: OrderRule;
  readonly #leftOut = new Set<string>();

  constructor(
    private readonly files: Files,
    private readonly journalDir: string,
    covered: readonly Covered[],
    private readonly report: (piece: BadPiece) => void,
  ) {
    for (const known of covered) this.#add(known);
    this.#orders = new OrderRule(Math.max(0, ...covered.map(({ order }) => order)));
    this.lookForDevices();
  }

  get all(): DeviceJournal[] {
    return [...this.#byDevice.values()];
  }

  get covered(): Covered[] {
    return this.all.map((journal) => journal.covered);
  }

  /** Devices in whose folders whole events stand where they do not belong. */
  get disordered(): ReadonlySet<string> {
    return new Set(this.all.filter(({ isDisordered }) => isDisordered).map(({ covered }) => covered.device));
  }

  /** Numbers that were given, and whose events are in no journal. */
  get gaps(): Gap[] {
    return this.all.flatMap(({ gaps }) => gaps);
  }

  /** The journal of a device, empty where it has none yet. */
  of(device: string): DeviceJournal {
    return this.#byDevice.get(device) ?? this.#add(nothingCovered(device));
  }

  /** How many folders are of devices beyond what a history can hold: they stay as they are. */
  get leftOut(): number {
    return [...this.#leftOut].filter((name) => !this.#byDevice.has(name)).length;
  }

  /** Name of a device as it came with its journal; '' where it did not. */
  nameOf(device: string): string {
    return readDevice(this.files, join(this.journalDir, device))?.name ?? '';
  }

  /** Folders that came since: a synchroniser or a merge may bring them. */
  lookForDevices(): void {
    for (const name of this.files.list(this.journalDir)) {
      if (!DEVICE_ID.test(name) || this.#byDevice.has(name) || !this.files.facts(join(this.journalDir, name))?.folder)
        continue;
      // One place is kept for the device itself, which may stand behind all the others.
      if (this.#byDevice.size < MAX_DEVICES - 1) this.#add(nothingCovered(name));
      else this.#leftOut.add(name);
    }
  }

  /** Takes a journal that came as read so far as is said of it; false, with nothing changed, where its files are not so. */
  adopt(covered: Covered): boolean {
    const journal = new DeviceJournal(this.files, join(this.journalDir, covered.device), covered, this.report);
    if (journal.isReread) return false;
    this.#byDevice.set(covered.device, journal);
    this.#orders.passed(covered.order);
    return true;
  }

  /** An order that was given here: what others stamped behind it can be true. */
  passed(order: number): void {
    this.#orders.passed(order);
  }

  /** All events that were not read yet, in the order of the history. */
  unread(): Generator<JournalEvent> {
    return this.#taken(this.all.map((journal) => journal.readOn()));
  }

  /** All events in the order of the history, those that were not read yet too. */
  whole(): Generator<JournalEvent> {
    return this.#taken(this.all.map((journal) => journal.whole()));
  }

  /** What was read before explains its own order, so it is taken again. */
  *#taken(journals: readonly Iterable<JournalEvent>[]): Generator<JournalEvent> {
    const isAnythingLost = () => this.all.some(({ hasLoss }) => hasLoss);
    for (const event of inOrder(journals)) {
      if (this.#orders.takes(event, isAnythingLost)) yield event;
      else this.of(event.device).refuse(event);
    }
  }

  /** Events of all devices that were read so far, newest first. */
  *backwards(): Generator<JournalEvent> {
    const rests = this.all.map((journal) => journal.backwards());
    const heads = rests.map((rest) => rest.next());
    for (;;) {
      let newest = -1;
      heads.forEach(({ done, value }, i) => {
        if (done !== true && (newest < 0 || compareEvents(value, heads[newest]!.value as JournalEvent) > 0)) newest = i;
      });
      if (newest < 0) return;
      yield heads[newest]!.value as JournalEvent;
      heads[newest] = rests[newest]!.next();
    }
  }

  find(ref: EventRef): JournalEvent | null {
    const { device, seq } = splitRef(ref);
    return this.#byDevice.get(device)?.find(seq) ?? null;
  }

  *named(refs: Iterable<EventRef>): Generator<JournalEvent> {
    const wanted = new Map<string, number[]>();
    for (const ref of refs) {
      const { device, seq } = splitRef(ref);
      addTo(wanted, device, seq);
    }
    for (const event of this.#findAll(wanted)) {
      // The first event stands for its batch.
      if (event.batch === event.seq) yield* this.of(event.device).batchOf(event);
      else yield event;
    }
  }

  *within({ device, from, to }: { device: string; from: number; to: number }): Generator<JournalEvent> {
    for (const event of this.#byDevice.get(device)?.events(from - 1) ?? []) {
      if (event.seq > to) return;
      yield event;
    }
  }

  load(events: readonly Packed[], refs: PackedRefs): Map<Packed, JournalEvent> {
    const found = new Map<Packed, JournalEvent>();
    const wanted = new Map<string, number[]>();
    for (const packed of events) {
      const { device, seq } = refs.unpack(packed);
      addTo(wanted, device, seq);
    }
    for (const event of this.#findAll(wanted)) found.set(refs.pack(event), event);
    return found;
  }

  /** Lines of a device behind a number, as far as they were read. */
  *standing(device: string, after: number): Generator<RawLine> {
    const journal = this.#byDevice.get(device);
    if (journal) yield* standingLines(this.files, journal, after);
  }

  lastLine(device: string): RawLine | null {
    const journal = this.#byDevice.get(device);
    return journal ? lastLine(this.files, journal) : null;
  }

  *#findAll(wanted: ReadonlyMap<string, number[]>): Generator<JournalEvent> {
    for (const [device, seqs] of wanted) yield* this.#byDevice.get(device)?.findAll(seqs.sort((a, b) => a - b)) ?? [];
  }

  #add(covered: Covered): DeviceJournal {
    const journal = new DeviceJournal(this.files, join(this.journalDir, covered.device), covered, this.report);
    this.#byDevice.set(covered.device, journal);
    return journal;
  }
}
