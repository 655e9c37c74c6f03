import type { Frozen } from '../frozen.ts';
import type { z } from 'zod';
import { refOf, type JournalEvent } from './events.ts';
import { RECORD_TYPES, type RECORD_SHAPES, type RecordType } from './record-schemas.ts';

/** What is known of a record: any of its fields. */
export type RecordOf<T extends RecordType> = Partial<Frozen<z.infer<(typeof RECORD_SHAPES)[T]>>>;
type Fields = Readonly<Record<string, unknown>>;
/** Records by `<type>/<id>`. Of one without fields there is none. */
export type Records = ReadonlyMap<string, Fields>;
export type RecordEvent = Extract<JournalEvent, { type: RecordType }>;

const TYPES: ReadonlySet<string> = new Set(RECORD_TYPES);
export const isRecordEvent = (event: JournalEvent): event is RecordEvent => TYPES.has(event.type);

const keyOf = (type: RecordType, id: string): string => `${type}/${id}`;

/** What an event sets: its fields, and with the parameters' weights its own name. */
function fieldsSetBy(event: RecordEvent): Fields {
  if (event.type !== 'parameters') return event.set;
  const { by: _, ...set } = event.set;
  return set.weights === undefined ? set : { ...set, by: set.weights === null ? null : refOf(event) };
}

/** Moves records on by one event. */
export function foldRecord(records: Map<string, Fields>, event: RecordEvent): void {
  const key = keyOf(event.type, event.id);
  const entries = Object.entries({ ...records.get(key), ...fieldsSetBy(event) }).filter(([, value]) => value !== null);
  if (entries.length === 0) records.delete(key);
  else records.set(key, Object.fromEntries(entries));
}

interface WithRecords {
  readonly records: Records;
}

export const recordOf = <T extends RecordType>(
  { records }: WithRecords,
  type: T,
  id: string,
): RecordOf<T> | undefined => records.get(keyOf(type, id)) as RecordOf<T> | undefined;

/** All records of a type, those that were removed among them, by their ids. */
export function recordsOf<T extends RecordType>(
  { records }: WithRecords,
  type: T,
): [id: string, record: RecordOf<T>][] {
  const found: [string, RecordOf<T>][] = [];
  const start = keyOf(type, '');
  for (const [key, record] of records)
    if (key.startsWith(start)) found.push([key.slice(start.length), record as RecordOf<T>]);
  return found;
}

/** Type and id of a record's key. */
export function splitRecordKey(key: string): { type: RecordType; id: string } {
  const slash = key.indexOf('/');
  return { type: key.slice(0, slash) as RecordType, id: key.slice(slash + 1) };
}

/** The note that a record of one is about, by the record's type and id; of a field the note it is of: `<note>/<field>`. */
export const noteOfRecord = (type: 'note' | 'note-field', id: string): string =>
  type === 'note' ? id : id.slice(0, id.lastIndexOf('/'));
