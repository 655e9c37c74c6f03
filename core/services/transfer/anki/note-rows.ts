import { isUtf8 } from 'node:buffer';
import type { Oddities } from '../oddities.ts';
import { wholeNumber } from './cells.ts';
import { isInRange } from './dates.ts';
import { LIMITS } from './limits.ts';
import type { Row } from './sqlite.ts';

/** A row of `notes`, checked cell by cell. */
export interface NoteRow {
  readonly id: number;
  readonly guid: string;
  readonly typeId: number;
  readonly tags: readonly string[];
  readonly fields: readonly string[];
  /** Epoch ms. */
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** What the learner can know it by. */
  readonly place: () => string;
}

export const NOTE_COLUMNS = ['id', 'guid', 'mid', 'mod', 'tags', 'flds'] as const;

/** Text comes as bytes, for else SQLite's library cuts it at a NUL and mends what is no UTF-8 unseen. */
const text = (column: string, maxBytes: number) =>
  `case when typeof(${column}) in ('text', 'integer', 'real') and octet_length(${column}) <= ${maxBytes} then cast(${column} as blob) end`;

export const NOTES_SQL = `select id, mid, mod, ${text("coalesce(guid, '')", LIMITS.guidBytes)}, ${text("coalesce(tags, '')", LIMITS.tagsBytes)},
  ${text('flds', LIMITS.noteBytes)}, octet_length(flds) from notes not indexed order by id`;

const SEPARATOR = '\x1f';

/** The row, or null where it can not be read: that is told. */
export function noteRowOf(
  [rawId, rawType, rawModified, guid, tags, fields, bytes]: Row,
  odd: Oddities,
): NoteRow | null {
  const id = wholeNumber(rawId);
  const typeId = wholeNumber(rawType);
  const modifiedSec = wholeNumber(rawModified);
  const place = `notes ${rawId}`;
  if (typeof bytes === 'number' && bytes > LIMITS.noteBytes) return (odd.add('text-too-long', place), null);
  const isWhole = [guid, tags, fields].every((cell) => cell instanceof Uint8Array);
  if (id === null || typeId === null || modifiedSec === null || !isWhole)
    return (odd.add('row-unreadable', place), null);
  const texts = [guid, tags, fields].map((cell) => decoded(cell as Uint8Array));
  if (texts.some(({ isMended }) => isMended)) odd.add('text-not-utf8', place);
  const [ownGuid, ownTags, ownFields] = texts.map((each) => each.text) as [string, string, string];
  const parts = ownFields.split(SEPARATOR);
  const called = () => calledBy(parts[0]!) || place;
  const { createdAt, modifiedAt, isOff } = datesOf(id, instantOf(modifiedSec));
  if (isOff) odd.add('date-out-of-range', called());
  return {
    id,
    guid: ownGuid || `note-${id}`,
    typeId,
    tags: [...new Set(ownTags.normalize('NFC').split(/[\s\p{Cc}]+/u))].filter((tag) => tag !== ''),
    fields: parts,
    createdAt,
    modifiedAt,
    place: called,
  };
}

/** What is no UTF-8 is replaced, a NUL left out. */
function decoded(bytes: Uint8Array): { text: string; isMended: boolean } {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  const hasNul = bytes.includes(0);
  return { text: hasNul ? text.replaceAll('\0', '') : text, isMended: hasNul || !isUtf8(bytes) };
}

/** Some programs that write packages put milliseconds where Anki has seconds. */
const instantOf = (seconds: number) => (isInRange(seconds) && !isInRange(seconds * 1000) ? seconds : seconds * 1000);

/**
 * A note's id is when it was made, unless another program numbered from 1: then it was made when it was last changed. Only what is
 * before all or after all is odd.
 */
function datesOf(id: number, modifiedAt: number) {
  const isMade = isInRange(id);
  const isChanged = isInRange(modifiedAt);
  return {
    createdAt: isMade ? id : isChanged ? modifiedAt : 0,
    modifiedAt: isChanged ? modifiedAt : isMade ? id : 0,
    isOff: [id, modifiedAt].some((at) => at < 0 || (!isInRange(at) && at > Date.UTC(2000))),
  };
}

/** The first words of the first field, without marks. */
const calledBy = (field: string) =>
  field
    .slice(0, 400)
    .replaceAll(/<[^>]*>|\{\{c\d+::|\}\}/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 60);
