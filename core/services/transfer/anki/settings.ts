import { z } from 'zod';
import type { SourceSchedule } from '../format.ts';
import type { Oddities } from '../oddities.ts';
import { unreadable } from '../unreadable.ts';
import { DAY_MS } from '../../../domain/study/study-day.ts';
import { isInRange } from './dates.ts';
import { LIMITS } from './limits.ts';
import type { SqliteFile } from './sqlite.ts';

const NEWEST_SCHEMA = 18;
const ROLLOVER_HOUR = 4;
const MINUTE = 60_000;

/** Values of the collection as a whole: JSON by name. */
type Settings = ReadonlyMap<string, unknown>;

export interface CollectionHead {
  readonly schedule: SourceSchedule;
  /** The first scheduler had three buttons while a card was learned: 2 meant Good. */
  readonly isFirstScheduler: boolean;
}

/** What all older schemas hold as JSON in a cell of the only row. */
export type JsonCell = 'conf' | 'models' | 'decks' | 'dconf';

/**
 * One of these cells, parsed.
 * @throws AppError `import-unreadable` `text-not-utf8`, `syntax`, `too-large`, `column-wrong`
 */
export function jsonCell(db: SqliteFile, cell: JsonCell, file: string): Readonly<Record<string, unknown>> {
  const place = `col.${cell}`;
  const sql = `select octet_length(${cell}), case when octet_length(${cell}) <= ${LIMITS.settingsBytes} then cast(${cell} as blob) end from col limit 1`;
  const [bytes, value] = db.first('col', sql);
  if (typeof bytes === 'number' && bytes > LIMITS.settingsBytes) throw unreadable('too-large', file, place);
  if (!(value instanceof Uint8Array)) throw unreadable('column-wrong', file, place);
  const text = utf8(value, file, place).trim();
  const parsed = text === '' ? {} : parsedJson(text, file, place);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw unreadable('syntax', file, place);
  return parsed as Record<string, unknown>;
}

/** Those of `conf`, or of the table that came after it. */
function settingsOf(db: SqliteFile, file: string): Settings {
  if (!db.has('config')) return new Map(Object.entries(jsonCell(db, 'conf', file)));
  db.require('config', ['key', 'val']);
  const sql = `select key, case when octet_length(val) <= ${LIMITS.settingsBytes} then cast(val as blob) end from config`;
  const settings = new Map<string, unknown>();
  for (const [key, value] of db.rows('config', sql)) {
    // Add-ons leave much here; only a few names are asked for, and what can not be read is none of them.
    if (typeof key === 'string' && WANTED.has(key) && value instanceof Uint8Array)
      settings.set(key, parsedJson(utf8(value, file, `config.${key}`), file, `config.${key}`));
  }
  return settings;
}

const WANTED = new Set(['creationOffset', 'localOffset', 'rollover', 'schedVer']);
/** Minutes west of UTC, as Anki counts them. */
const Offset = z
  .int()
  .min(-14 * 60)
  .max(14 * 60);
const Hour = z.int().min(0).max(23);

const Head = z.tuple([z.int(), z.int(), z.int()]);

/** @throws AppError `import-unreadable` `newer-format`, `column-wrong` */
export function headOf(db: SqliteFile, file: string, isOldest: boolean, odd: Oddities): CollectionHead {
  const row = Head.safeParse(db.first('col', 'select crt, mod, ver from col limit 1'));
  if (!row.success) throw unreadable('column-wrong', file, 'col', row.error);
  const [createdSec, modifiedAt, schema] = row.data;
  if (schema > NEWEST_SCHEMA) throw unreadable('newer-format', file, `schema ${schema}`);
  const settings = settingsOf(db, file);
  const rolloverHour = Hour.catch(ROLLOVER_HOUR).parse(settings.get('rollover'));
  const west = Offset.optional().catch(undefined).parse(settings.get('creationOffset'));
  const westNow = Offset.optional().catch(undefined).parse(settings.get('localOffset')) ?? west;
  const isKnown = isInRange(createdSec * 1000);
  if (!isKnown || !isInRange(modifiedAt)) odd.add('date-out-of-range', 'col');
  const createdAt = isKnown ? createdSec * 1000 : 0;
  return {
    schedule: {
      at: isInRange(modifiedAt) ? modifiedAt : createdAt,
      dayZero: dayOf(createdAt, west === undefined ? guessedOffsetMin(createdAt, rolloverHour) : -west),
      rolloverHour,
      // JSON has no −0.
      utcOffsetMin: westNow === undefined ? null : 0 - westNow,
    },
    isFirstScheduler: isOldest && z.int().catch(1).parse(settings.get('schedVer')) < 2,
  };
}

const dayOf = (at: number, utcOffsetMin: number) => Math.floor((at + utcOffsetMin * MINUTE) / DAY_MS);

/** A collection begins at the rollover hour of its learner's clock: where that is, in −11 to +12 hours, the instant tells. */
function guessedOffsetMin(createdAt: number, rolloverHour: number): number {
  const minuteOfDay = Math.floor((createdAt % DAY_MS) / MINUTE);
  const east = (rolloverHour * 60 - minuteOfDay + 1440) % 1440;
  return east > 12 * 60 ? east - 1440 : east;
}

function utf8(bytes: Uint8Array, file: string, place: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw unreadable('text-not-utf8', file, place, cause);
  }
}

function parsedJson(text: string, file: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreadable('syntax', file, place, cause);
  }
}
