import type { Database } from 'sql.js';
import { DAY_MS } from '../../../../domain/study/study-day.ts';
import { letOthersRun } from '../../cancellation.ts';
import { sqliteEngine } from '../../anki/sqlite-engine.ts';
import type { SourcePreset } from '../../format.ts';
import type { Outgoing, WriteOptions, Written } from '../outgoing.ts';
import { cardsOut } from './cards-out.ts';
import { deckJson, numberedDecks } from './decks.ts';
import { numbersOf } from './ids.ts';
import { noteTypeJson } from './note-types.ts';
import { DEFAULT_PRESET, presetJson } from './presets.ts';
import { reviewsOut } from './reviews-out.ts';
import { INDEXES, SCHEMA, TABLES, USN } from './schema.ts';
import { collectionStart, settingsJson } from './settings.ts';
import { NoteTypesOut } from './note-types-out.ts';

/** What Anki wants where a preset says nothing. */
const USUAL_RETENTION = 0.9;

export interface WrittenCollection {
  readonly bytes: Uint8Array;
  readonly counts: Omit<Written, 'media' | 'bytes'>;
}

/**
 * A collection of schema 11 in memory, filled a row at a time.
 * @throws AppError `cancelled`
 */
export async function collectionOf(outgoing: Outgoing, options: WriteOptions): Promise<WrittenCollection> {
  const { Database } = await sqliteEngine();
  const db = new Database();
  try {
    // Indexes that grow with the rows: making one of them all at once would keep others waiting.
    const indexes = INDEXES.map((index) => `create index ${index};`).join('');
    db.run(`pragma journal_mode = off; pragma temp_store = memory; begin; ${TABLES} ${indexes}`);
    const counts = await fill(db, outgoing, options);
    db.run('commit');
    await letOthersRun(options.signal);
    return { bytes: db.export(), counts };
  } finally {
    db.close();
  }
}

async function fill(db: Database, outgoing: Outgoing, options: WriteOptions) {
  const schedule = options.withProgress ? outgoing.schedule : null;
  const presets = presetsOut(schedule ? outgoing.presets : []);
  const presetNumbers = numbersOf([...presets.keys()], 'preset');
  const decks = numberedDecks(outgoing.decks);
  const types = new NoteTypesOut(outgoing.types);
  const presetOf = (id: string | undefined) => (id !== undefined && presets.has(id) ? id : DEFAULT_PRESET.id);
  const { cardNumbers, hasMemory, ...counts } = await cardsOut(db, outgoing.notes(), {
    ...options,
    schedule,
    decks,
    types,
    retentionOf: (presetId) => presets.get(presetOf(presetId))!.retention ?? USUAL_RETENTION,
  });
  const reviews = schedule ? await reviewsOut(db, outgoing.reviews(), cardNumbers, options) : 0;

  const changedAt = schedule?.at ?? options.now;
  const days = schedule ?? { dayZero: Math.floor(options.now / DAY_MS), rolloverHour: 4, utcOffsetMin: null };
  const json = {
    conf: settingsJson({ ...days, nextPosition: counts.notes + 1, hasMemory }),
    models: Object.fromEntries(types.used().map(({ id, type }) => [id, noteTypeJson(type, id, options.now)])),
    decks: Object.fromEntries(
      [...decks.values()].map((each) => [
        each.number,
        deckJson(each, presetNumbers.get(presetOf(each.deck.presetId))!, options.now),
      ]),
    ),
    dconf: Object.fromEntries(
      [...presets].map(([id, preset]) => {
        const number = presetNumbers.get(id)!;
        return [number, presetJson(preset, number, options.now)];
      }),
    ),
  };
  const cells = Object.values(json).map((cell) => JSON.stringify(cell));
  const head = [1, collectionStart(days), changedAt, options.now, SCHEMA, 0, USN, 0];
  db.run('insert into col values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [...head, ...cells, '{}']);
  return { ...counts, reviews };
}

/** With the one that every collection has. */
function presetsOut(presets: Outgoing['presets']): ReadonlyMap<string, SourcePreset> {
  const known = new Map(presets.map((preset) => [preset.id, preset]));
  return known.has(DEFAULT_PRESET.id) ? known : known.set(DEFAULT_PRESET.id, DEFAULT_PRESET);
}
