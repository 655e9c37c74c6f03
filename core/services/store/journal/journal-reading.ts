import { createHash } from 'node:crypto';
import type { JournalEvent } from '../../../domain/history/events.ts';
import { inOrder } from '../../../domain/history/order.ts';
import type { JournalReader, Reach } from '../../ports.ts';
import type { Journals } from './journals.ts';
import type { RawLine } from './raw-line.ts';

function* upTo(events: Iterable<JournalEvent>, seq: number): Generator<JournalEvent> {
  for (const event of events) {
    if (event.seq > seq) return;
    yield event;
  }
}

/** Reads on in the journals, for what is counted from them beside the progress. */
export class JournalReading implements JournalReader {
  constructor(
    private readonly journals: Journals,
    private readonly inTime: (event: JournalEvent) => JournalEvent,
  ) {}

  get source(): object {
    return this.journals;
  }

  /** The largest order of all events that were read. */
  get highestOrder(): number {
    return Math.max(0, ...this.journals.covered.map(({ order }) => order));
  }

  reach(): Reach {
    return new Map(this.journals.covered.map(({ device, seq }) => [device, seq]));
  }

  *within(after: Reach, to: Reach): Generator<JournalEvent> {
    const sources = this.journals.all.flatMap((journal) => {
      const { device } = journal.covered;
      const [from, end] = [after.get(device) ?? 0, to.get(device) ?? 0];
      return end > from ? [upTo(journal.events(from), end)] : [];
    });
    for (const event of inOrder(sources)) yield this.inTime(event);
  }

  /** The lines of a device behind a number as they stand, read as they are asked for; of another `source` they may be others. */
  lines(device: string, after: number): Generator<RawLine> {
    return this.journals.standing(device, after);
  }

  /** The last of them; null for a device that is not here. */
  lastLine(device: string): RawLine | null {
    return this.journals.lastLine(device);
  }

  printOf(reach: Reach): string {
    const hash = createHash('sha256');
    const devices = this.journals.covered.filter(({ device }) => reach.has(device));
    for (const { device, files } of devices.sort((a, b) => (a.device < b.device ? -1 : 1)))
      for (const { name, marks } of files) {
        let end = 0;
        while (end < marks.length && marks[end]! <= reach.get(device)!) end += 2;
        if (end > 0) hash.update(`${device} ${name} `).update(Float64Array.from(marks.slice(0, end)));
      }
    return hash.digest('hex');
  }
}
