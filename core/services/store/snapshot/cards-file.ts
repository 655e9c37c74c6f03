import { z } from 'zod';
import { EventRefShape } from '../../../domain/history/id-schemas.ts';
import { AppError } from '../../../domain/errors.ts';
import { EVENT_SCHEMAS } from '../../../domain/history/event-schemas.ts';
import type { Negation } from '../../../domain/history/voided.ts';
import { readFields, writeFields } from '../../disk/field-file.ts';
import { COLUMNS, viewOfRows, type CardColumns } from '../fold/card-columns.ts';
import { PAGE_ROWS, type FrozenPages } from '../fold/card-pages.ts';
import { keptCards, type FrozenCards } from '../fold/card-table.ts';
import { idIn, textOfId } from '../fold/id-index.ts';
import type { Packed } from '../fold/packed-refs.ts';
import { TrailReader, TrailWriter } from '../fold/trail-bytes.ts';

const MAGIC = 'JMDCARDS';
/** The fields of cards-<hash>.bin. `…Offsets` have one number more than there are rows: where each row's bytes begin, and the end. */
const FIELDS = {
  ...COLUMNS,
  ids: 'u8',
  idOffsets: 'u32',
  trails: 'u8',
  trailOffsets: 'u32',
  listTrails: 'u8',
  listTrailOffsets: 'u32',
  marks: 'f64',
  negations: 'u8',
} as const;

/** What the cards' file holds: the cards, and lists that would make progress.json long. */
export interface CardsFile {
  readonly cards: FrozenCards;
  /** Trails of the lessons, in their order, and of the settings. */
  readonly lists: readonly (readonly Packed[])[];
  /** Marks of all journal files one after the other. */
  readonly marks: readonly number[];
  readonly negations: readonly Negation[];
}

const ROWS_A_STEP = 1000;

function* idBytes({ ids, rows }: FrozenCards): Generator<void, { bytes: Buffer; offsets: Uint32Array }> {
  const kept = ids.offsets.length - 1;
  if (kept >= rows) return ids;
  const offsets = new Uint32Array(rows + 1);
  offsets.set(ids.offsets);
  const pieces = [ids.bytes.subarray(0, ids.offsets[kept])];
  let end = ids.offsets[kept]!;
  for (let row = kept; row < rows; row += ROWS_A_STEP) {
    let text = '';
    for (let i = row; i < Math.min(row + ROWS_A_STEP, rows); i++) {
      const one = textOfId(idIn(ids, i));
      text += one;
      end += Buffer.byteLength(one);
      offsets[i + 1] = end;
    }
    pieces.push(Buffer.from(text));
    yield;
  }
  return { bytes: Buffer.concat(pieces), offsets };
}

/** Each column, page by page. */
function columnParts({ rows, pages }: FrozenPages) {
  type Parts = { [N in keyof CardColumns]: CardColumns[N][] };
  const used = pages.map((page, i) => viewOfRows(page, 0, rows - i * PAGE_ROWS));
  const parts = Object.keys(COLUMNS).map((name) => [name, used.map((page) => page[name as keyof CardColumns])]);
  return Object.fromEntries(parts) as Parts;
}

/** The file in pieces, in steps of a few milliseconds' work. */
export function* encodeCards({ cards, lists, marks, negations }: CardsFile): Generator<void, Buffer[]> {
  const ids = yield* idBytes(cards);
  const trails = new TrailWriter();
  const trailOffsets = yield* cards.trails.write(cards.rows, trails);
  const listTrails = new TrailWriter();
  const listTrailOffsets = Uint32Array.from([...lists, []], (trail) => {
    const begin = listTrails.length;
    listTrails.add(trail);
    return begin;
  });
  yield;
  return writeFields(MAGIC, FIELDS, {
    ...columnParts(cards.states),
    ids: ids.bytes,
    idOffsets: ids.offsets,
    trails: trails.bytes,
    trailOffsets,
    listTrails: listTrails.bytes,
    listTrailOffsets,
    marks: Float64Array.from(marks),
    negations: Buffer.from(JSON.stringify(negations)),
  });
}

const corrupt = (why: string) => new AppError('data-corrupt', `cards file: ${why}`);

const Negations = z.array(
  z.strictObject({
    device: z.string(),
    seq: z.number(),
    order: z.number(),
    batch: z.number().optional(),
    of: z.array(EventRefShape),
    undo: z.boolean(),
    spans: EVENT_SCHEMAS.clock.shape.spans.optional(),
  }),
);

/** Do the offsets rise from 0 to the end of their bytes? */
function checkOffsets(offsets: Uint32Array, bytes: Uint8Array, rows: number, name: string): void {
  let isRising = offsets.length === rows + 1 && offsets[0] === 0 && offsets[rows] === bytes.length;
  for (let row = 0; isRising && row < rows; row++) isRising = offsets[row]! <= offsets[row + 1]!;
  if (!isRising) throw corrupt(name);
}

/**
 * @param lists how many lists it must hold
 * @param isIndexed false: its cards are only walked through
 * @throws AppError `data-corrupt`, `data-too-new`
 */
export function decodeCards(bytes: Buffer, devices: readonly string[], lists: number, isIndexed = true): CardsFile {
  const { ids, idOffsets, trails, trailOffsets, listTrails, listTrailOffsets, marks, negations, ...columns } =
    readFields(MAGIC, FIELDS, bytes);
  const rows = columns.bits.length;
  if (Object.values(columns).some(({ length }) => length !== rows)) throw corrupt('columns of different lengths');
  checkOffsets(idOffsets, ids, rows, 'ids');
  checkOffsets(trailOffsets, trails, rows, 'trails');
  checkOffsets(listTrailOffsets, listTrails, lists, 'trails of lessons');
  try {
    const idText = Buffer.from(ids.buffer, ids.byteOffset, ids.length);
    return {
      cards: keptCards(
        devices,
        { bytes: idText, offsets: idOffsets, added: [] },
        columns satisfies CardColumns,
        { bytes: trails, offsets: trailOffsets },
        isIndexed,
      ),
      lists: Array.from({ length: lists }, (_, i) =>
        trailIn(listTrails, listTrailOffsets[i]!, listTrailOffsets[i + 1]!),
      ),
      marks: Array.from(marks),
      negations: negationsIn(negations),
    };
  } catch (cause) {
    throw new AppError('data-corrupt', 'cards file: content', {}, { cause });
  }
}

function trailIn(bytes: Uint8Array, from: number, to: number): Packed[] {
  const trail: Packed[] = [];
  const reader = new TrailReader().go(bytes, from, to);
  while (reader.next()) trail.push(reader.packed);
  return trail;
}

function negationsIn(bytes: Uint8Array): Negation[] {
  const all = Negations.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  return all.map(({ batch, spans, ...negation }) => ({
    ...negation,
    ...(batch !== undefined && { batch }),
    ...(spans && { spans }),
  }));
}
