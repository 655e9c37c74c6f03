import { isBrought } from '../../domain/history/brought-device.ts';
import type { DataFolder } from '../backups/folder/data-folder.ts';
import { inSlices } from '../jobs/slices.ts';
import type { Step } from '../jobs/work.ts';
import type { FoundSegment, FoundSegments } from './found-segments.ts';
import type { FoundPart } from './look.ts';
import {
  MOST_SEGMENT_BYTES,
  isSamePlace,
  makeSegment,
  nameOfHead,
  placeOf,
  type LinePlace,
  type SegmentHead,
} from './segment.ts';
import { segmentFile } from './segment-name.ts';
import { joinable } from './joining.ts';
import type { SyncStore } from './sync-store.ts';
import type { Taken } from './taken.ts';
import { isFork } from '../store/journal/device.ts';
import type { RawLine } from '../store/journal/raw-line.ts';

/** What nobody else has of another device is written by us only after so long: its own part may be on its way. */
const OTHERS_AFTER_MS = 10 * 60_000;
/** What stays by half for so long came so from a synchroniser, and will not be more. */
const BY_HALF_MS = 60 * 60_000;
const GROUP = 200;

/** Of one device: the segments in our part that make its journal, from its begin on, each going on from the one before. */
type Chain = readonly SegmentHead[];

/**
 * Writes the journals into our part of a sync folder: this device's, what was brought in here, and what nobody else has. What shrank
 * or was damaged is written again; small segments are joined, and go only when what replaces them is there.
 */
export class LineWriter {
  #chains = new Map<string, Chain>();
  /** The journals they were made of, and the part they stand in. */
  #of: { readonly source: object; readonly part: string } | null = null;
  readonly #alone = new Map<string, number>();
  readonly #byHalf = new Map<string, number>();

  constructor(
    private readonly data: DataFolder,
    private readonly folder: SyncStore,
    private readonly segments: FoundSegments,
    private readonly taken: Taken,
    /** The names this data folder went by before. */
    private readonly left: () => readonly string[],
    /** A time that only goes on, ms. */
    private readonly steadyMs: () => number,
  ) {}

  /** Last line of each device in our part. */
  get heads(): Record<string, LinePlace> {
    return Object.fromEntries(
      [...this.#chains].flatMap(([device, chain]) => chain.slice(-1).map(({ last }) => [device, last])),
    );
  }

  /** How far this device is in it. */
  get written(): number {
    return this.#chains.get(this.data.store.device)?.at(-1)?.last.seq ?? 0;
  }

  /** Compares our part with our journals, and writes what it lacks. @throws errors of the folder */
  async write(found: readonly FoundPart[], step: Step): Promise<void> {
    const { store } = this.data;
    const own = found.find(({ part }) => part === store.device);
    const present = own ? this.segments.in([own]) : [];
    const heads: SegmentHead[] = [];
    for (const [i, one] of present.entries()) {
      step(i, present.length);
      const known = this.segments.known(one) ?? (await this.segments.read(one))?.head;
      if (typeof known === 'object') heads.push(known);
    }
    this.#chains = new Map();
    this.#of = { source: store.journal.source, part: store.device };
    const devices = this.#toWrite(found, new Set(heads.map(({ device }) => device)));
    for (const [i, device] of devices.entries()) {
      step(i, devices.length);
      this.#chains.set(device, this.#chainOf(device, heads));
      await this.#goOn(device);
    }
    await this.#clear(present);
  }

  /** Takes out of our part what stands there in other pieces, under another name, or for long by half. */
  async #clear(present: readonly FoundSegment[]): Promise<void> {
    const { store } = this.data;
    const wanted = new Set([...this.#chains.values()].flat().map(({ id }) => id));
    for (const one of present) {
      const head = this.segments.known(one);
      if (head === 'not-whole' && this.#isForLong(one)) await this.folder.remove(store.device, one.file.name);
      if (typeof head !== 'object' || !this.taken.has(head.id) || !this.#chains.has(head.device)) continue;
      const isWanted = wanted.has(head.id) && one.file.name === segmentFile(nameOfHead(head));
      if (!isWanted) await this.folder.remove(store.device, one.file.name);
    }
  }

  /** Only what this device accepted since. @returns false where the whole must be looked at first */
  async writeOn(): Promise<boolean> {
    const { store } = this.data;
    if (this.#of?.source !== store.journal.source || this.#of.part !== store.device) return false;
    await this.#goOn(store.device);
    return true;
  }

  /** What another copy of this device writes comes whole within that time, and is written again by it where it was only late. */
  #isForLong({ said, file }: FoundSegment): boolean {
    if (said === null || (this.#chains.get(said.device)?.at(-1)?.last.seq ?? 0) < said.last) return false;
    const since = this.#byHalf.get(file.stamp) ?? this.steadyMs();
    this.#byHalf.set(file.stamp, since);
    return this.steadyMs() - since >= BY_HALF_MS;
  }

  #toWrite(found: readonly FoundPart[], inOurs: ReadonlySet<string>): string[] {
    const { store } = this.data;
    const others = found.filter(({ part }) => part !== store.device);
    return [...store.journal.reach()].flatMap(([device, seq]) => {
      if (seq === 0) return [];
      if (device === store.device) return [device];
      // Who is further may be another copy of that device, until its lines have come.
      const has = ({ card }: FoundPart) => {
        const head = card?.heads[device];
        return head !== undefined && head.seq >= seq && this.#isHere(device, head);
      };
      if (others.some((part) => has(part) && (part.part === device || !inOurs.has(device)))) {
        this.#alone.delete(device);
        return [];
      }
      // Of nobody's computer, or of this one under another name: whoever has it carries it.
      if (isBrought(device) || isFork(device) || this.left().includes(device) || inOurs.has(device)) return [device];
      const since = this.#alone.get(device) ?? this.steadyMs();
      this.#alone.set(device, since);
      return this.steadyMs() - since >= OTHERS_AFTER_MS ? [device] : [];
    });
  }

  /** The longest that is there whole, as far as it says what our journal says. */
  #chainOf(device: string, heads: readonly SegmentHead[]): SegmentHead[] {
    const chain: SegmentHead[] = [];
    const own = heads.filter((head) => head.device === device && this.taken.has(head.id));
    for (;;) {
      const at = chain.at(-1)?.last ?? null;
      const next = own
        .filter(({ after, first }) => isSamePlace(after, at) && first > (at?.seq ?? 0))
        .sort((a, b) => b.last.seq - a.last.seq)
        .find(({ last }) => this.#isHere(device, last));
      if (!next) return chain;
      chain.push(next);
    }
  }

  #isHere(device: string, { seq, hash }: LinePlace): boolean {
    const [line] = this.data.store.journal.lines(device, seq - 1);
    return line?.seq === seq && placeOf(line).hash === hash;
  }

  async #goOn(device: string): Promise<void> {
    let chain = [...(this.#chains.get(device) ?? [])];
    for (;;) {
      const head = await this.#cut(device, chain.at(-1)?.last ?? null, Infinity);
      if (head === null) break;
      chain.push(head);
      this.#chains.set(device, chain);
    }
    const join = joinable(chain);
    if (join === 0) return;
    const old = chain.slice(-join);
    const joined = await this.#cut(device, old[0]!.after, old.at(-1)!.last.seq);
    if (joined === null || !isSamePlace(joined.last, old.at(-1)!.last)) return;
    chain = [...chain.slice(0, -join), joined];
    this.#chains.set(device, chain);
    for (const head of old) await this.folder.remove(this.data.store.device, segmentFile(nameOfHead(head)));
  }

  /** Writes one segment of the lines behind a place. Null where there are none. */
  async #cut(device: string, after: SegmentHead['after'], upTo: number): Promise<SegmentHead | null> {
    const { store } = this.data;
    const { source } = store.journal;
    const lines = await inSlices(some(store.journal.lines(device, after?.seq ?? 0), upTo));
    // Files were put in order meanwhile: the lines may be of two kinds.
    if (lines.length === 0 || store.journal.source !== source) return null;
    const { head, pieces } = makeSegment(device, after, lines);
    await this.folder.write(this.#of!.part, segmentFile(nameOfHead(head)), pieces);
    this.taken.add(head.id);
    return head;
  }
}

/** Lines of a segment's size. */
function* some(lines: Iterable<RawLine>, upTo: number): Generator<void, RawLine[]> {
  const taken: RawLine[] = [];
  let bytes = 0;
  for (const line of lines) {
    if (line.seq > upTo || bytes >= MOST_SEGMENT_BYTES) break;
    taken.push(line);
    bytes += line.bytes.length;
    if (taken.length % GROUP === 0) yield;
  }
  return taken;
}
