import type { DataFolder } from '../backups/folder/data-folder.ts';
import { inSlices } from '../jobs/slices.ts';
import type { Step } from '../jobs/work.ts';
import { AsideJournal } from './aside.ts';
import { BehindLines } from './behind-lines.ts';
import { explained } from './explained.ts';
import type { FoundSegment, FoundSegments } from './found-segments.ts';
import type { FoundPart } from './look.ts';
import { uniteLines } from './laid-down.ts';
import { isOfParted } from './of-parted.ts';
import { relating } from './relation.ts';
import { isSamePlace, type SegmentHead } from './segment.ts';
import type { Taken } from './taken.ts';
import { isFork } from '../store/journal/device.ts';
import { wholeBatches, type RawLine } from '../store/journal/raw-line.ts';

/** Of a device that is not here yet, so many bytes are written aside and taken in as a whole. */
const MANY_BYTES = 2 << 20;

/** What came of a round. */
export interface TakenLines {
  readonly isChanged: boolean;
  /** Segments that can not be taken yet: what stands before them is not there, or the end of their batch. */
  readonly waiting: number;
  /** Files that did not come whole yet, or never will. */
  readonly notWhole: number;
  readonly tooNew: boolean;
}

/**
 * Takes in the lines of a sync folder, by device and without gaps, each held against what is here. What simply goes on is put behind;
 * everything else goes through the door of a merge.
 */
export class LineTaker {
  readonly #behind: BehindLines;

  constructor(
    private readonly data: DataFolder,
    private readonly segments: FoundSegments,
    private readonly taken: Taken,
  ) {
    this.#behind = new BehindLines(data, taken);
  }

  /** @throws errors of the folder and of the disk */
  async take(found: readonly FoundPart[], step: Step): Promise<TakenLines> {
    let left = this.#left(this.segments.in(found));
    const all = left.length;
    let isChanged = false;
    for (let isMoving = true; isMoving && left.length > 0;) {
      step(all - left.length, all);
      isMoving = await this.#takeNew(left);
      const apart: FoundSegment[] = [];
      for (const one of this.#left(left)) {
        const outcome = await this.#look(one);
        if (outcome === 'apart') apart.push(one);
        isMoving ||= outcome === 'taken' || this.#isDone(one);
      }
      isMoving = (await this.#behind.flush()) || isMoving;
      if (!isMoving) isMoving = await this.#uniteOne(apart, this.#left(left));
      isChanged ||= isMoving;
      left = this.#left(left);
    }
    const known = left.map((one) => this.segments.known(one));
    return {
      isChanged,
      waiting: known.filter((one) => typeof one === 'object').length,
      notWhole: known.filter((one) => one === 'not-whole').length,
      tooNew: known.includes('too-new'),
    };
  }

  #left(all: readonly FoundSegment[]): FoundSegment[] {
    return all.filter((one) => !this.#isDone(one));
  }

  #isDone(one: FoundSegment): boolean {
    const id = headOf(this.segments, one)?.id ?? one.said?.id;
    return id !== undefined && this.taken.has(id);
  }

  /** Of a device of which nothing is here, and much came. */
  async #takeNew(left: readonly FoundSegment[]): Promise<boolean> {
    const { store } = this.data;
    const bytes = new Map<string, number>();
    for (const { said, file } of left)
      if (said && said.device !== store.device) bytes.set(said.device, (bytes.get(said.device) ?? 0) + file.bytes);
    let isTaken = false;
    for (const [device, sum] of bytes)
      if (sum >= MANY_BYTES && store.journal.lastLine(device) === null)
        isTaken = (await this.#takeAside(device, left)) || isTaken;
    return isTaken;
  }

  async #takeAside(device: string, left: readonly FoundSegment[]): Promise<boolean> {
    const aside = new AsideJournal(this.data, device);
    try {
      let last: SegmentHead | null = null;
      const added: SegmentHead[] = [];
      for (const one of left) {
        if (one.said?.device !== device || one.said.first <= (last?.last.seq ?? 0)) continue;
        const read = await this.segments.read(one);
        if (read === null || !isSamePlace(read.head.after, last?.last ?? null)) continue;
        if (!this.#isExplained(device, read.lines) || isOfParted(this.data.store, device, read.lines)) break;
        await aside.add(read.lines);
        added.push((last = read.head));
      }
      const reach = await aside.takeIn();
      for (const { id, last: end } of added) if (end.seq <= reach) this.taken.add(id);
      return reach > 0;
    } finally {
      aside.dispose();
    }
  }

  async #look(one: FoundSegment): Promise<'taken' | 'behind' | 'apart' | 'waits'> {
    const known = this.segments.known(one);
    if (typeof known === 'string' || (known && !this.#mayStand(known))) return 'waits';
    const read = await this.segments.read(one);
    if (read === null || !this.#mayStand(read.head)) return 'waits';
    const { head, lines } = read;
    if (this.taken.has(head.id)) return 'taken';
    if (head.first <= this.#behind.reach(head.device)) await this.#behind.flush();
    const reach = this.#behind.reach(head.device);
    const relation = await inSlices(relating(this.#here(head), reach, lines));
    if (relation.kind === 'here') {
      this.taken.add(head.id);
      return 'taken';
    }
    if (relation.kind === 'apart' || head.device === this.data.store.device) return 'apart';
    const fresh = lines.slice(relation.from);
    // Whether it is here under another name is seen only of what is here.
    if (isFork(head.device)) await this.#behind.flush();
    if (isOfParted(this.data.store, head.device, fresh)) return 'waits';
    this.#behind.add(head, fresh);
    if (isFork(head.device)) await this.#behind.flush();
    return 'behind';
  }

  #isExplained(device: string, lines: readonly RawLine[]): boolean {
    return explained(new Map([[device, lines]]), this.data.store.journal.highestOrder).get(device) === lines.length;
  }

  #here({ device, first }: SegmentHead): Iterable<RawLine> {
    return this.data.store.journal.lines(device, first - 1);
  }

  /** Is what stands before it here, so that nothing is known to be missing? Only what overlaps may say something else. */
  #mayStand({ device, after, first }: SegmentHead): boolean {
    if (after === null || first <= this.#behind.reach(device)) return true;
    return isSamePlace(this.#behind.placeAt(device, after.seq), after);
  }

  /** The first that is linked to what is here, with all that goes on from it. */
  async #uniteOne(apart: readonly FoundSegment[], left: readonly FoundSegment[]): Promise<boolean> {
    for (const one of apart) {
      const first = await this.segments.read(one);
      if (first === null) continue;
      const { device, after } = first.head;
      const [before] = after === null ? [] : this.data.store.journal.lines(device, after.seq - 1);
      if (after !== null && (before === undefined || !isSamePlace(this.#behind.placeAt(device, after.seq), after)))
        continue;
      const lines = [...(before ? [before] : []), ...first.lines];
      const heads = [first.head];
      for (const other of left) {
        const head = headOf(this.segments, other) ?? (other.said?.device === device ? undefined : null);
        if (head === null || (head && !isSamePlace(head.after, heads.at(-1)!.last))) continue;
        const read = await this.segments.read(other);
        if (read?.head.device !== device || !isSamePlace(read.head.after, heads.at(-1)!.last)) continue;
        lines.push(...read.lines);
        heads.push(read.head);
      }
      const whole = lines.slice(0, wholeBatches(lines));
      if (!this.#isExplained(device, whole)) continue;
      if (whole.length <= (before ? 1 : 0)) continue;
      await uniteLines(this.data, device, whole);
      for (const { id, last } of heads) if (last.seq <= whole.at(-1)!.seq) this.taken.add(id);
      return true;
    }
    return false;
  }
}

function headOf(segments: FoundSegments, one: FoundSegment): SegmentHead | undefined {
  const known = segments.known(one);
  return typeof known === 'object' ? known : undefined;
}
