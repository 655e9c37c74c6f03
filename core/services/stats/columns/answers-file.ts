import { join } from 'node:path';
import { z } from 'zod';
import type { Place } from '../../../domain/history/order.ts';
import type { CardId } from '../../../domain/ids.ts';
import { breathe } from '../../jobs/slices.ts';
import { readFields, writeFields } from '../../disk/field-file.ts';
import type { Files } from '../../disk/files.ts';
import { readSealed, writeSealed } from '../../disk/sealed-file.ts';
import { ANSWER_FIELDS, END_FIELDS } from './answer-fields.ts';
import { AnswerTable } from './answer-table.ts';
import { GrowingFields } from './growing-fields.ts';

const MAGIC = 'JMDANSWR';
/** Another one where the columns mean something else: a file of before is made again. */
const VERSION = 3;
const FIELDS = { ...ANSWER_FIELDS, ...END_FIELDS, cards: 'u8', head: 'u8' } as const;
const CARDS_A_LINE = 2_000;

const Head = z.strictObject({
  version: z.literal(VERSION),
  devices: z.array(z.string()),
  reach: z.array(z.tuple([z.string(), z.number()])),
  /** The last event of each device. */
  tails: z.array(z.strictObject({ device: z.string(), seq: z.number(), order: z.number() })),
  print: z.string(),
  times: z.string(),
  last: z.strictObject({ order: z.number(), device: z.string(), seq: z.number() }),
});

/** Columns of answers and how far in the journals they go. */
export interface KeptAnswers {
  readonly table: AnswerTable;
  readonly reach: ReadonlyMap<string, number>;
  /** The last event of each device. */
  readonly tails: ReadonlyMap<string, Place>;
  readonly print: string;
  /** Which events counted at another time than that of their stamp. */
  readonly times: string;
  readonly last: Place;
}

export const answersPath = (dataDir: string): string => join(dataDir, 'library', 'index', 'answers.bin');

/** The file in pieces. */
function piecesOf({ table, reach, tails, print, times, last }: KeptAnswers): Buffer[] {
  const lines: string[] = [];
  for (let i = 0; i < table.cards.length; i += CARDS_A_LINE)
    lines.push(JSON.stringify(table.cards.slice(i, i + CARDS_A_LINE)));
  const head = {
    version: VERSION,
    devices: table.devices,
    reach: [...reach],
    tails: [...tails.values()],
    print,
    times,
    last,
  };
  return writeFields(MAGIC, FIELDS, {
    ...table.rows.filled,
    ...table.ends.filled,
    cards: Buffer.from(lines.join('\n')),
    head: Buffer.from(JSON.stringify(head)),
  });
}

/** Writes the columns, beside the loop; they must not change meanwhile. @throws errors of the disk: the file that was there stays */
export async function writeAnswers(files: Files, dataDir: string, kept: KeptAnswers): Promise<void> {
  const pieces = piecesOf(kept);
  files.makeFolder(join(dataDir, 'library', 'index'));
  await writeSealed(files, answersPath(dataDir), pieces);
}

async function cardsIn(text: string): Promise<CardId[]> {
  const cards: CardId[] = [];
  for (const line of text === '' ? [] : text.split('\n')) {
    cards.push(...(JSON.parse(line) as CardId[]));
    await breathe();
  }
  return cards;
}

/** The columns that were written last; null where there are none that can be used. */
export async function readAnswers(files: Files, dataDir: string): Promise<KeptAnswers | null> {
  try {
    const bytes = await readSealed(files, answersPath(dataDir));
    if (bytes === null) return null;
    const fields = readFields(MAGIC, FIELDS, bytes);
    const { cards: ids, head: json, ...columns } = fields;
    const head = Head.parse(JSON.parse(Buffer.from(json).toString('utf8')));
    const cards = await cardsIn(Buffer.from(ids).toString('utf8'));
    const rows = GrowingFields.of(ANSWER_FIELDS, columns, columns.card.length);
    const ends = GrowingFields.of(END_FIELDS, columns, cards.length);
    const table = new AnswerTable(rows, ends, cards, head.devices);
    const tails = new Map(head.tails.map((tail) => [tail.device, tail]));
    const { print, times, last } = head;
    return { table, reach: new Map(head.reach), tails, print, times, last };
  } catch {
    // Nothing in it is not in the journals: it is made again.
    return null;
  }
}
