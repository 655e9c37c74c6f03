import { createHash } from 'node:crypto';
import { AppError } from '../../../domain/errors.ts';
import { decodeBlock, encodeBlock } from './snapshot-block.ts';
import { SnapshotShape } from './snapshot-shape.ts';
import type { CardMaps, CardRecord, ReadSnapshot, Snapshot } from './snapshot.ts';
import { TrailMap } from '../fold/trails.ts';

/** progress.json is one JSON document, a hundred cards a line, so that it is written and read in pieces. See docs/data.md. */
export const SNAPSHOT_VERSION = 3;
const FORMAT = 'jamdai-progress';
const CARDS = Buffer.from(',"cards":[\n');
/** Bytes of `,"sha256":"…"}` and the newline. */
const SEAL_BYTES = 78;
const CARDS_A_BLOCK = 100;
const LF = 0x0a;
const COMMA = 0x2c;

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
  let block: CardRecord[] = [];
  let left = rest.count;
  for (const card of cards) {
    block.push(card);
    left--;
    if (block.length < CARDS_A_BLOCK && left > 0) continue;
    yield seen(`${encodeBlock(block)}${left > 0 ? ',' : ''}\n`);
    block = [];
  }
  yield seen(']');
  yield Buffer.from(`,"sha256":"${hash.digest('hex')}"}\n`);
}

const corrupt = (why: string) => new AppError('data-corrupt', `progress.json: ${why}`);

/** @throws AppError `data-corrupt`, `data-too-new` */
export function decodeSnapshot(bytes: Buffer): ReadSnapshot {
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
  if (head.version > SNAPSHOT_VERSION)
    throw new AppError('data-too-new', 'progress.json of a newer app', { version: head.version });
  if (head.version < SNAPSHOT_VERSION) throw corrupt('of an older app; the journal has it all');
  const hex = createHash('sha256').update(bytes.subarray(0, seal)).digest('hex');
  if (bytes.toString('utf8', seal) !== `,"sha256":"${hex}"}\n`) throw corrupt('checksum');
  const { format: _format, version: _version, ...rest } = head as Snapshot & typeof head;
  if (!SnapshotShape.safeParse(rest).success) throw corrupt('sealed, but not like a snapshot');
  const maps: CardMaps = { cards: new Map(), trails: new TrailMap() };
  for (const line of blockLines(bytes, start + CARDS.length, seal - 1)) decodeBlock(line, maps);
  if (maps.cards.size !== rest.count) throw corrupt('count');
  return { ...rest, ...maps };
}

/** The lines of blocks in `bytes[from..to)`, without the commas at their ends. */
function* blockLines(bytes: Buffer, from: number, to: number): Generator<string> {
  for (let at = from; at < to;) {
    const near = bytes.indexOf(LF, at);
    const end = near < 0 || near > to ? to : near;
    yield bytes.toString('utf8', at, bytes[end - 1] === COMMA ? end - 1 : end);
    at = end + 1;
  }
}
