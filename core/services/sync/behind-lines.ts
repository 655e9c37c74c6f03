import type { DataFolder } from '../backups/folder/data-folder.ts';
import { wholeBatches, type RawLine } from '../store/journal/raw-line.ts';
import { explained } from './explained.ts';
import { placeOf, type LinePlace, type SegmentHead } from './segment.ts';
import type { Taken } from './taken.ts';

interface Pending {
  readonly lines: RawLine[];
  readonly heads: SegmentHead[];
}

/** Lines that go on from those that are here, gathered so that they are put behind them all at once. */
export class BehindLines {
  readonly #pending = new Map<string, Pending>();

  constructor(
    private readonly data: DataFolder,
    private readonly taken: Taken,
  ) {}

  /** The last number of a device that is here or gathered; 0 for none. */
  reach(device: string): number {
    return this.#last(device)?.seq ?? 0;
  }

  /** The line of a number, here or gathered last; null where it is not there. */
  placeAt(device: string, seq: number): LinePlace | null {
    const last = this.#last(device);
    if (last?.seq === seq) return placeOf(last);
    const [line] = this.data.store.journal.lines(device, seq - 1);
    return line?.seq === seq ? placeOf(line) : null;
  }

  add(head: SegmentHead, lines: readonly RawLine[]): void {
    const pending = this.#pending.get(head.device) ?? { lines: [], heads: [] };
    this.#pending.set(head.device, pending);
    for (const line of lines) pending.lines.push(line);
    pending.heads.push(head);
  }

  /** Takes in what came in whole batches; the begin of another is read again when its end is there. @returns whether there was anything */
  async flush(): Promise<boolean> {
    const behind = new Map<string, readonly RawLine[]>();
    const heads: SegmentHead[] = [];
    const counts = explained(
      new Map([...this.#pending].map(([device, { lines }]) => [device, lines])),
      this.data.store.journal.highestOrder,
    );
    for (const [device, { lines, heads: all }] of this.#pending) {
      const can = lines.slice(0, counts.get(device));
      const whole = can.slice(0, wholeBatches(can));
      if (whole.length === 0) continue;
      behind.set(device, whole);
      heads.push(...all.filter(({ last }) => last.seq <= whole.at(-1)!.seq));
    }
    this.#pending.clear();
    if (behind.size === 0) return false;
    await this.data.store.takeBehind(behind);
    for (const { id } of heads) this.taken.add(id);
    return true;
  }

  #last(device: string): RawLine | null {
    return this.#pending.get(device)?.lines.at(-1) ?? this.data.store.journal.lastLine(device);
  }
}
