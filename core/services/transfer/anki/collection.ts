import type { Reading, Source } from '../format.ts';
import type { Oddities } from '../oddities.ts';
import { unreadable } from '../unreadable.ts';
import { CARD_COLUMNS } from './cards.ts';
import { decksOf } from './decks.ts';
import { LIMITS } from './limits.ts';
import { NOTE_COLUMNS } from './note-rows.ts';
import { noteTypesOf } from './note-types.ts';
import { notesOf } from './notes.ts';
import type { AnkiPackage } from './package.ts';
import { presetsOf } from './presets.ts';
import { REVIEW_COLUMNS, reviewsOf } from './reviews.ts';
import { headOf } from './settings.ts';
import { SqliteFile } from './sqlite.ts';

const TABLES = {
  col: ['crt', 'mod', 'ver', 'conf', 'models', 'decks', 'dconf'],
  notes: NOTE_COLUMNS,
  cards: CARD_COLUMNS,
  revlog: REVIEW_COLUMNS,
} as const;
/** Of newer schemas, instead of JSON in `col`. */
const NEWER_TABLES = ['config', 'deck_config', 'decks', 'notetypes', 'fields', 'templates'];
/** What the only note of a collection says that was put beside the real one for old programs. */
const STUB = 'Please update to the latest Anki version%';

interface CollectionOf {
  readonly source: Source;
  /** The whole database; changed by reading. */
  readonly bytes: Uint8Array;
  /** May it be of the first scheduler? */
  readonly isOldest: boolean;
  readonly media: Pick<AnkiPackage, 'mediaCount' | 'media' | 'close'>;
  readonly odd: Oddities;
  readonly signal: AbortSignal;
}

/** @throws AppError `import-unreadable`, `cancelled` */
export async function collectionReading({
  source,
  bytes,
  isOldest,
  media,
  odd,
  signal,
}: CollectionOf): Promise<Reading> {
  const file = source.name;
  const db = await SqliteFile.open(bytes, file, [...Object.keys(TABLES), ...NEWER_TABLES]);
  try {
    for (const [table, columns] of Object.entries(TABLES)) db.require(table, columns);
    const counts = countsOf(db, file, media.mediaCount);
    if (isStub(db, counts.notes)) throw unreadable('newer-format', file);
    const { schedule, isFirstScheduler } = headOf(db, file, isOldest, odd);
    const types = noteTypesOf(db, file, odd);
    const decks = decksOf(db, file, odd);
    const kept = new Set<number>();
    return {
      types: [...types.values()],
      decks,
      presets: presetsOf(db, file, odd),
      schedule,
      counts,
      notes: () => notesOf({ db, types, decks, dayZero: schedule.dayZero, odd, signal, kept }),
      reviews: () => reviewsOf({ db, kept, isFirstScheduler, odd, signal }),
      media: () => media.media(),
      get odd() {
        return odd.list;
      },
      async close() {
        db.close();
        media.close();
      },
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** @throws AppError `import-unreadable` `too-many` */
function countsOf(db: SqliteFile, file: string, media: number): Reading['counts'] {
  const counts = { notes: db.count('notes'), cards: db.count('cards'), reviews: db.count('revlog'), media };
  for (const kind of ['notes', 'cards', 'reviews'] as const)
    if (counts[kind] > LIMITS[kind]) throw unreadable('too-many', file, kind);
  return counts;
}

const isStub = (db: SqliteFile, notes: number) =>
  notes === 1 && db.first('notes', `select 1 from notes where flds like '${STUB}'`).length > 0;
