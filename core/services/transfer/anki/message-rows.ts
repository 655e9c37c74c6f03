import { unreadable } from '../unreadable.ts';
import { wholeNumber } from './cells.ts';
import { LIMITS } from './limits.ts';
import { BrokenMessage, Message } from './protobuf.ts';
import type { SqliteFile } from './sqlite.ts';

interface MessageTable {
  readonly table: string;
  readonly id: string;
  /** The column that holds the message. */
  readonly blob: string;
  readonly order: string;
}

interface MessageRow {
  readonly id: string;
  readonly name: string;
  readonly message: Message;
}

/**
 * Reads the rows of a table of settings, each with a name and a message.
 * @throws AppError `import-unreadable` `column-wrong`, `too-many`
 */
export function readMessageRows<T>(
  db: SqliteFile,
  file: string,
  { table, id, blob, order }: MessageTable,
  read: (row: MessageRow) => T,
): T[] {
  db.require(table, [id, 'name', blob]);
  const sql = `select ${id}, name, case when octet_length(${blob}) <= ${LIMITS.settingsBytes} then cast(${blob} as blob) end from ${table} order by ${order}`;
  const found: T[] = [];
  for (const [rawKey, name, bytes] of db.rows(table, sql)) {
    const key = wholeNumber(rawKey);
    const place = `${table} ${rawKey}`.slice(0, 100);
    if (key === null || typeof name !== 'string' || !(bytes instanceof Uint8Array))
      throw unreadable('column-wrong', file, place);
    if (found.length >= LIMITS.rows) throw unreadable('too-many', file, table);
    try {
      found.push(read({ id: String(key), name, message: new Message(bytes) }));
    } catch (error) {
      throw error instanceof BrokenMessage ? unreadable('column-wrong', file, place, error) : error;
    }
  }
  return found;
}
