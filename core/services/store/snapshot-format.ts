import { createHash } from 'node:crypto';
import { AppError } from '../../domain/errors.ts';
import type { CardState } from '../../domain/progress.ts';
import type { Memory, Phase } from '../../domain/schedule.ts';
import type { CardRecord, Snapshot } from './snapshot.ts';
import { trailText, type TrailText } from './trails.ts';

/** progress.json is one JSON document, a card a line, so that it is written and read in pieces. See docs/data.md. */
export const SNAPSHOT_VERSION = 2;
/** 1 had the trails as lists of numbers; they are still read. */
const OLDEST_VERSION = 1;
const FORMAT = 'jamdai-progress';
const CARDS = Buffer.from(',"cards":[\n');
/** Bytes of `,"sha256":"…"}` and the newline. */
const SEAL_BYTES = 78;
const CARDS_A_PIECE = 250;
const PHASES: readonly Phase[] = ['learning', 'review', 'relearning'];

type Row = readonly unknown[];

function rowOf({ id, state, trail }: CardRecord): Row {
  const { memory: m, attempt } = state;
  const bits = (state.suspended ? 1 : 0) + (state.marked ? 2 : 0);
  const memory = m
    ? [PHASES.indexOf(m.phase), m.due, m.stabilityDays, m.difficulty, m.intervalDays, m.step, m.reps, m.lapses, m.lastReview]
    : 0;
  return [id, state.revision, state.last, state.introducedAt, bits, state.buriedUntilDay, state.flag, attempt ? [attempt.what, attempt.at] : 0, memory, typeof trail === 'string' ? trail : trailText(trail)];
}

function memoryOf(row: readonly number[]): Memory {
  const [phase, due, stabilityDays, difficulty, intervalDays, step, reps, lapses, lastReview] = row as [number, number, number, number, number, number, number, number, number];
  return { phase: PHASES[phase]!, due, stabilityDays, difficulty, intervalDays, step, reps, lapses, lastReview };
}

function recordOf(row: Row): CardRecord {
  const [id, revision, last, introducedAt, bits, buriedUntilDay, flag, attempt, memory, trail] = row as [
    string, number, string | null, number | null, number, number, number, 0 | ['hint' | 'close', number], 0 | number[], number[] | TrailText,
  ];
  const state: CardState = {
    memory: memory === 0 ? null : memoryOf(memory),
    revision,
    last,
    introducedAt,
    suspended: (bits & 1) !== 0,
    buriedUntilDay,
    flag,
    marked: (bits & 2) !== 0,
    attempt: attempt === 0 ? null : { what: attempt[0], at: attempt[1] },
  };
  return { id, state, trail };
}

/** The document in pieces of a few milliseconds' work each. */
export function* encodeSnapshot(snapshot: Snapshot): Generator<Buffer> {
  const { cards, ...rest } = snapshot;
  const hash = createHash('sha256');
  const seen = (text: string): Buffer => {
    const piece = Buffer.from(text);
    hash.update(piece);
    return piece;
  };
  const head = JSON.stringify({ format: FORMAT, version: SNAPSHOT_VERSION, ...rest });
  yield seen(`${head.slice(0, -1)}${CARDS.toString()}`);
  let rows: string[] = [];
  let left = rest.count;
  for (const card of cards) {
    rows.push(JSON.stringify(rowOf(card)));
    left--;
    if (rows.length < CARDS_A_PIECE && left > 0) continue;
    yield seen(rows.join(',\n') + (left > 0 ? ',\n' : '\n'));
    rows = [];
  }
  yield seen(']');
  yield Buffer.from(`,"sha256":"${hash.digest('hex')}"}\n`);
}

const corrupt = (why: string) => new AppError('data-corrupt', `progress.json: ${why}`);

/** @throws AppError `data-corrupt`, `data-too-new` */
export function decodeSnapshot(bytes: Buffer): Snapshot {
  const seal = bytes.length - SEAL_BYTES;
  const start = bytes.indexOf(CARDS);
  if (start < 0 || seal <= start) throw corrupt('not whole');
  let head: Partial<Snapshot> & { format?: unknown; version?: unknown };
  try {
    head = JSON.parse(`${bytes.toString('utf8', 0, start)}}`) as typeof head;
  } catch (cause) {
    throw new AppError('data-corrupt', 'progress.json: head', {}, { cause });
  }
  if (head.format !== FORMAT || typeof head.version !== 'number') throw corrupt('not ours');
  if (head.version > SNAPSHOT_VERSION) throw new AppError('data-too-new', 'progress.json of a newer app', { version: head.version });
  if (head.version < OLDEST_VERSION) throw corrupt('of an older app; the journal has it all');
  const hex = createHash('sha256').update(bytes.subarray(0, seal)).digest('hex');
  if (bytes.toString('utf8', seal) !== `,"sha256":"${hex}"}\n`) throw corrupt('checksum');
  const cards = readRows(bytes, start + CARDS.length, seal - 1);
  if (cards.length !== head.count) throw corrupt('count');
  const { format: _format, version: _version, ...rest } = head;
  return { ...(rest as Snapshot), cards };
}

/** Rows are parsed about 200 kB at a time: one string of the whole file would cost its size again. */
function readRows(bytes: Buffer, from: number, to: number): CardRecord[] {
  const cards: CardRecord[] = [];
  for (let at = from; at < to; ) {
    const near = bytes.indexOf(0x0a, Math.min(at + 200_000, to - 1));
    const end = near < 0 || near > to ? to : near;
    const text = bytes.toString('utf8', at, end).trimEnd();
    for (const row of JSON.parse(`[${text.endsWith(',') ? text.slice(0, -1) : text}]`) as Row[]) cards.push(recordOf(row));
    at = end + 1;
  }
  return cards;
}
