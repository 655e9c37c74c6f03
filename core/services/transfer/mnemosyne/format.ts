import { createReadStream } from 'node:fs';
import type { Grade } from '../../../domain/grade.ts';
import { isSqlite, SqliteFile } from '../anki/sqlite.ts';
import { letOthersRun } from '../cancellation.ts';
import { fileHead } from '../file-head.ts';
import type { Format, Reading, ReadOptions, Source, SourceReview } from '../format.ts';
import { Oddities } from '../oddities.ts';
import { decodedText } from '../text-encoding.ts';
import { stemOf, textOfFile } from '../text-file.ts';
import { textReading } from '../text-reading.ts';
import { unreadable } from '../unreadable.ts';
import { namedMedia } from '../zip-media.ts';
import { isZip, openZip, wholeOf } from '../zip-source.ts';
import type { MnemosyneCollection } from './collection.ts';
import { databaseCollection, MNEMOSYNE_TABLES } from './database.ts';
import { factNotes } from './fact-notes.ts';
import { firstXml } from './first-xml.ts';
import { secondXml } from './second-xml.ts';

const MAX_BYTES = 512 << 20;
/** Of an archive of cards that are shared. */
const SHARED = 'cards.xml';
const DAY_MS = 86_400_000;
/** When Mnemosyne's day begins, unless it was told otherwise. */
const ROLLOVER_HOUR = 3;
const MAX_THINKING_MS = 3_600_000;
/** By Mnemosyne's grades 0 to 5. */
const GRADES: readonly Grade[] = [1, 1, 2, 3, 3, 4];
const TURN = 5000;

/** Mnemosyne: the XML of its first version; the database of its second, and cards that were shared from it. */
export const mnemosyneFormat: Format = {
  id: 'mnemosyne',
  extensions: ['xml', 'db', 'cards'],

  detect(head, name) {
    if (isZip(head)) return /\.cards$/i.test(name) ? 1 : 0;
    const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
    if (isSqlite(head)) return /create\s+table\W+data_for_fact\W/i.test(text) ? 0.95 : 0;
    return /<(?:mnemosyne|openSM2sync)\b/.test(text.slice(0, 4096)) ? 0.95 : 0;
  },

  async open(source, options) {
    if (source.bytes === 0) throw unreadable('empty', source.name);
    const odd = new Oddities();
    const head = await fileHead(source);
    if (isZip(head)) return ofShared(source, options, odd);
    const collection = isSqlite(head) ? await ofDatabase(source, options, odd) : await ofXml(source, options, odd);
    await letOthersRun(options.signal);
    return readingOf(collection, source, odd, options.signal);
  },
};

async function ofXml(source: Source, { signal }: ReadOptions, odd: Oddities): Promise<MnemosyneCollection> {
  const { text } = await textOfFile(source, { signal, odd });
  return text.includes('<openSM2sync') ? secondXml(text, source.name, odd) : firstXml(text, source.name);
}

/** Cards with their media, in an archive. */
async function ofShared(source: Source, { signal }: ReadOptions, odd: Oddities): Promise<Reading> {
  const zip = await openZip(source, signal);
  try {
    const entry = zip.entries.get(SHARED);
    if (!entry) throw unreadable('no-collection', source.name, SHARED);
    const bytes = await wholeOf(zip.pieces(entry), { file: source.name, place: SHARED, maxBytes: MAX_BYTES });
    const { text, isMended } = decodedText(bytes, 'utf-8');
    if (isMended) odd.add('text-not-utf8', SHARED);
    const media = namedMedia(zip, (name) => name === SHARED || name === 'METADATA', odd);
    const reading = readingOf(secondXml(text, source.name, odd), source, odd, signal);
    return {
      ...reading,
      counts: { ...reading.counts, media: media.length },
      get odd() {
        return odd.list;
      },
      async *media() {
        yield* media;
      },
      close: async () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function ofDatabase(source: Source, { signal }: ReadOptions, odd: Oddities): Promise<MnemosyneCollection> {
  if (source.bytes > MAX_BYTES) throw unreadable('too-large', source.name);
  const pieces = createReadStream(source.path);
  const bytes = await wholeOf(pieces, { file: source.name, place: '', maxBytes: MAX_BYTES });
  await letOthersRun(signal);
  const db = await SqliteFile.open(bytes, source.name, MNEMOSYNE_TABLES);
  try {
    return databaseCollection(db, source.name, odd);
  } finally {
    db.close();
  }
}

function readingOf(collection: MnemosyneCollection, source: Source, odd: Oddities, signal: AbortSignal): Reading {
  const { types, decks, notes, lastAt } = factNotes(collection.facts, stemOf(source.name), odd);
  if (notes.length === 0) throw unreadable('no-cards', source.name);
  const cards = notes.flatMap((note) => note.cards);
  const kept = new Set(cards.flatMap(({ sourceId }) => sourceId ?? []));
  const hasSchedule = cards.some(({ state }) => state);
  const reading = textReading({
    types,
    decks,
    counts: { notes: notes.length, cards: cards.length },
    odd,
    ...(hasSchedule && {
      schedule: { at: lastAt, dayZero: Math.floor(lastAt / DAY_MS), rolloverHour: ROLLOVER_HOUR, utcOffsetMin: null },
    }),
    async *notes() {
      yield* notes;
    },
  });
  return {
    ...reading,
    counts: { ...reading.counts, reviews: collection.reviews.length },
    get odd() {
      return odd.list;
    },
    async *reviews(): AsyncGenerator<SourceReview> {
      for (const [i, { cardId, at, grade, elapsedMs }] of collection.reviews.entries()) {
        if (i % TURN === 0) await letOthersRun(signal);
        const own = GRADES[grade];
        if (!kept.has(cardId)) odd.add('review-without-card', cardId);
        else if (own === undefined || !(at > 0)) odd.add('review-unreadable', cardId);
        else
          yield {
            source: `mnemosyne:${at}`,
            card: cardId,
            at,
            grade: own,
            elapsedMs: Math.min(elapsedMs, MAX_THINKING_MS),
            isScheduling: true,
          };
      }
    },
  };
}
