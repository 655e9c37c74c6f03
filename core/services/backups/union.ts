import { join } from 'node:path';
import type { JournalEvent } from '../../domain/history/events.ts';
import { isFork, type Device } from '../store/journal/device.ts';
import type { DeviceJournal } from '../store/journal/device-journal.ts';
import type { Files } from '../disk/files.ts';
import type { Journals } from '../store/journal/journals.ts';
import { laidOut } from '../store/journal/layout.ts';
import { readPart } from '../disk/whole-file.ts';
import { piecesOfPart } from './folder/folder-parts.ts';
import { knownForks, type KnownFork } from './known-forks.ts';
import { forkedLines, forkOf, type Fork } from '../store/journal/forks.ts';
import { firstDifference, fitting, linesOf, type Line, type Lines } from '../store/journal/journal-lines.ts';

/** A journal file that comes in, whole. */
interface IncomingFile {
  readonly device: string;
  readonly file: string;
  readonly pieces: () => Iterable<Uint8Array>;
}

/** What has to be written so that one folder holds the events of both. */
export interface Union {
  readonly incoming: readonly IncomingFile[];
  /** Devices of which all files come: what else stands in their folders is in them. */
  readonly whole: ReadonlySet<string>;
  /** Events of the other folder that this one has not, by device. */
  readonly events: ReadonlyMap<string, number>;
  readonly reviews: number;
  /** Lines of the other folder that can not stand among those of this one. */
  readonly leftOut: readonly Line[];
  /** Events only come behind those that are there: what is known of the journals stays true. */
  readonly isAppended: boolean;
  /** Copies of one device that went their own ways; `ours` when it is our copy that gets a new id. */
  readonly forks: readonly (Fork & { readonly ours: boolean })[];
  /** Our own device as it is called now, and the id it had, where it was renamed. */
  readonly renamed: { readonly from: string; readonly device: Device } | null;
}

interface Draft {
  readonly incoming: IncomingFile[];
  readonly whole: Set<string>;
  readonly events: Map<string, number>;
  reviews: number;
  readonly leftOut: Line[];
  isAppended: boolean;
  readonly forks: (Fork & { ours: boolean })[];
}

/** Two folders that are being united, and what comes of it. */
interface Uniting {
  readonly draft: Draft;
  readonly files: Files;
  readonly ours: Journals;
  readonly theirs: Journals;
}

const BLOCK = 1 << 20;
const EVENTS_A_STEP = 500;

/** Do two files begin with the same bytes? */
function* beginAlike(files: Files, a: string, b: string, bytes: number): Generator<void, boolean> {
  for (let from = 0; from < bytes; from += BLOCK) {
    const to = Math.min(bytes, from + BLOCK);
    if (!readPart(files, a, from, to).equals(readPart(files, b, from, to))) return false;
    yield;
  }
  return true;
}

/**
 * Files of theirs that only carry ours on; null where the copies differ in what both have, or a gap is filled.
 * @param isOwn then what carries it on must prove to be a copy of it
 */
function* carriedOn(
  files: Files,
  ours: DeviceJournal,
  theirs: DeviceJournal,
  isOwn: boolean,
): Generator<void, IncomingFile[] | null> {
  const incoming: IncomingFile[] = [];
  let isProved = !isOwn || ours.covered.seq === 0;
  const newest = ours.newest?.name ?? '';
  for (const { name, end, marks } of theirs.covered.files) {
    const known = ours.covered.files.find((file) => file.name === name)?.end ?? 0;
    const common = Math.min(known, end);
    if (common > 0 && !(yield* beginAlike(files, join(ours.folder, name), join(theirs.folder, name), common)))
      return null;
    isProved ||= common > 0;
    if (end <= known) continue;
    if (name < newest) return null;
    // The same events under another month's name.
    if (known === 0 && (marks[0] ?? Infinity) <= ours.covered.seq) return null;
    incoming.push({
      device: theirs.covered.device,
      file: name,
      pieces: () => piecesOfPart(files, theirs.folder, { path: name, bytes: end }),
    });
  }
  return isProved || incoming.length === 0 ? incoming : null;
}

function* count(draft: Draft, device: string, journal: Iterable<{ type: string }>): Generator<void> {
  let [events, reviews] = [0, 0];
  for (const { type } of journal) {
    if (type === 'review') reviews++;
    if (++events % EVENTS_A_STEP === 0) yield;
  }
  addTally(draft, device, { events, reviews });
}

function addTally(draft: Draft, device: string, { events, reviews }: DeviceJournal['tally']): void {
  draft.reviews += reviews;
  if (events > 0) draft.events.set(device, (draft.events.get(device) ?? 0) + events);
}

/** All files of a device whose lines are those of all sets together. */
function filesOf(device: string, ...sets: Lines[]): IncomingFile[] {
  const all: Lines = new Map();
  for (const lines of sets) for (const [seq, line] of lines) if (!all.has(seq)) all.set(seq, line);
  return [...laidOut(all)].map(([file, pieces]) => ({ device, file, pieces: () => pieces }));
}

const missingIn = (known: Lines, lines: Lines) =>
  [...lines].filter(([seq]) => !known.has(seq)).map(([, { event }]) => event);
const upTo = (lines: Lines, seq: number): Lines => new Map([...lines].filter(([own]) => own < seq));
const none: Lines = new Map();
const joined = (...sets: Lines[]): Lines => new Map(sets.flatMap((lines) => [...lines]));

/** Line by line: fills gaps on either side, and parts copies that went their own ways. */
function* unite(uniting: Uniting, device: string, isOwn: boolean, known: KnownFork | undefined): Generator<void> {
  const { draft, files, ours, theirs } = uniting;
  const [a, all] = [yield* linesOf(files, ours.of(device)), yield* linesOf(files, theirs.of(device))];
  const difference = firstDifference(a, all);
  if (known && difference === null) return yield* uniteKnown(uniting, known, a, all);
  if (difference !== null) return yield* part(uniting, device, a, all, difference);
  // A copy of us has events of ours. Without one it may fill our gaps, but not tell us how far we are.
  const isCopy = !isOwn || a.size === 0 || [...all.keys()].some((seq) => a.has(seq));
  const { fit, left } = fitting(a, all, isCopy ? Infinity : ours.of(device).covered.seq);
  draft.leftOut.push(...left);
  yield* add(draft, device, missingIn(a, fit), () => filesOf(device, a, fit));
}

/** Two copies that hold different events from a number on become two devices. */
function* part(uniting: Uniting, device: string, a: Lines, b: Lines, difference: number): Generator<void> {
  const { draft } = uniting;
  const isOurs = Buffer.compare(a.get(difference)!.bytes, b.get(difference)!.bytes) > 0;
  const [keeper, leaver] = isOurs ? [b, a] : [a, b];
  const way = forkOf(device, difference, leaver);
  draft.forks.push({ ...way, ours: isOurs });
  const moved = forkedLines(leaver, way);
  const kept = upTo(leaver, difference);
  yield* add(draft, device, isOurs ? missingIn(kept, b) : missingIn(a, kept), () => filesOf(device, kept, keeper));
  yield* uniteFork(uniting, way.fork, isOurs ? moved : none, isOurs ? none : moved);
}

/**
 * What either side has of a copy that parted, from an earlier merge, with what moves to it now. One that was set back to before it parted,
 * and went on, parted once more.
 */
function* uniteFork(uniting: Uniting, fork: string, mine: Lines, came: Lines): Generator<void> {
  const { draft, files, ours, theirs } = uniting;
  const [own, their] = [yield* linesOf(files, ours.of(fork)), yield* linesOf(files, theirs.of(fork))];
  const isOne = firstDifference(mine, own) === null;
  const a = isOne ? joined(mine, own) : own;
  const b = joined(came, their, isOne ? none : mine);
  const difference = firstDifference(a, b);
  if (difference !== null) yield* part(uniting, fork, a, b, difference);
  else yield* add(draft, fork, missingIn(a, b), () => filesOf(fork, a, b));
  // What was ours moves, though none of it is new.
  if (mine.size > 0 && !draft.whole.has(fork)) rewrite(draft, fork, filesOf(fork, a));
}

/** What a copy did under the name that it left moves to the one it is known under, on either side. */
function* uniteKnown(
  uniting: Uniting,
  { device, fork, from, inOurs, inTheirs }: KnownFork,
  a: Lines,
  b: Lines,
): Generator<void> {
  const { draft } = uniting;
  const way = forkOf(device, from, inOurs ? a : b);
  draft.forks.push({ ...way, ours: inOurs });
  const kept = [inOurs ? upTo(a, from) : a, inTheirs ? upTo(b, from) : b] as const;
  yield* add(draft, device, missingIn(...kept), () => filesOf(device, ...kept));
  if (inOurs && !draft.whole.has(device)) rewrite(draft, device, filesOf(device, kept[0]));
  const [mine, came] = [inOurs ? forkedLines(a, way) : none, inTheirs ? forkedLines(b, way) : none];
  yield* uniteFork(uniting, fork, mine, came);
}

function* add(
  draft: Draft,
  device: string,
  fresh: readonly JournalEvent[],
  incoming: () => IncomingFile[],
): Generator<void> {
  if (fresh.length === 0) return;
  yield* count(draft, device, fresh);
  rewrite(draft, device, incoming());
}

function rewrite(draft: Draft, device: string, files: readonly IncomingFile[]): void {
  draft.isAppended = false;
  draft.whole.add(device);
  draft.incoming.push(...files);
}

/**
 * What must come into our folder so that it holds the events of both, found in steps. Nothing is written.
 * @param ours our journals, read to their end
 * @param theirs theirs, read from their begin to their end
 * @param device our own device
 */
export function* unionOf(files: Files, ours: Journals, theirs: Journals, device: Device): Generator<void, Union> {
  const draft: Draft = {
    incoming: [],
    whole: new Set(),
    events: new Map(),
    reviews: 0,
    leftOut: [],
    isAppended: true,
    forks: [],
  };
  const carried: { their: DeviceJournal; incoming: IncomingFile[] | null }[] = [];
  for (const their of theirs.all)
    carried.push({
      their,
      incoming: yield* carriedOn(files, ours.of(their.covered.device), their, their.covered.device === device.id),
    });
  const uniting = { draft, files, ours, theirs };
  const done = new Set<string>();
  // A fork is united with the device it left, so those come first.
  const twofold = yield* knownForks(ours, theirs);
  const apart = carried.filter(({ incoming }) => incoming === null).map(({ their }) => their.covered.device);
  const parting = [...new Set([...twofold.map((fork) => fork.device), ...apart])];
  parting.sort((a, b) => Number(isFork(a)) - Number(isFork(b)));
  for (const id of parting) {
    if (done.has(id)) continue;
    const known = twofold.find((fork) => fork.device === id);
    yield* unite(uniting, id, id === device.id, known);
    for (const each of [id, ...draft.forks.map(({ fork }) => fork)]) done.add(each);
  }
  for (const { their, incoming } of carried) {
    const id = their.covered.device;
    if (incoming === null || incoming.length === 0 || done.has(id)) continue;
    if (ours.of(id).covered.seq > 0) yield* count(draft, id, their.events(ours.of(id).covered.seq));
    else addTally(draft, id, their.tally);
    draft.incoming.push(...incoming);
    // What our own writer holds open must not change under it.
    if (id === device.id) draft.isAppended = false;
  }
  const name = draft.forks.reduce((id, fork) => (fork.ours && fork.device === id ? fork.fork : id), device.id);
  return { ...draft, renamed: name === device.id ? null : { from: device.id, device: { ...device, id: name } } };
}
