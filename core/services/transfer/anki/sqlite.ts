import type { Database, SqlValue, Statement } from 'sql.js';
import { AppError } from '../../../domain/errors.ts';
import { unreadable } from '../unreadable.ts';
import { sqliteEngine } from './sqlite-engine.ts';

const MAGIC = 'SQLite format 3\0';
/** Places in the header that say how the file is written and read, and the value for a write-ahead log. */
const VERSIONS = [18, 19];
const WITH_LOG = 2;
/** Where the header says how text is written, and the values for UTF-16; no program of Anki's writes that. */
const ENCODING = 59;
const UTF16 = [2, 3];
/** Nothing in the file's own schema may run: no checks, no functions of ours; memory stays small. */
const CAREFUL = `
  pragma trusted_schema = off; pragma ignore_check_constraints = on; pragma cell_size_check = on;
  pragma mmap_size = 0; pragma cache_size = -16384; pragma temp_store = memory; pragma journal_mode = off;`;
/** The collation of Anki's own names; only Anki has it, and no name is compared here. */
const WITHOUT_UNICASE = `
  pragma writable_schema = on;
  update sqlite_master set sql = replace(sql, 'unicase', 'NOCASE') where sql like '%unicase%';
  pragma writable_schema = reset;`;

export type Row = readonly SqlValue[];

/** Is it a SQLite file? @param head the first bytes of it */
export const isSqlite = (head: Uint8Array): boolean => Buffer.from(head.subarray(0, 16)).toString('latin1') === MAGIC;

/** A database of someone else's, read with care. What it throws names the file and the table. */
export class SqliteFile {
  readonly #db: Database;
  readonly #file: string;
  readonly #columns = new Map<string, ReadonlySet<string>>();

  private constructor(db: Database, file: string) {
    this.#db = db;
    this.#file = file;
  }

  /**
   * @param bytes all of it; SQLite works in them, and changes them
   * @param tables those that will be read: each must be a table, whole and plain, if it is there
   * @throws AppError `import-unreadable`
   */
  static async open(bytes: Uint8Array, file: string, tables: readonly string[]): Promise<SqliteFile> {
    if (!isSqlite(bytes)) throw unreadable('not-sqlite', file);
    if (UTF16.includes(bytes[ENCODING]!)) throw unreadable('text-not-utf8', file);
    for (const place of VERSIONS) if (bytes[place] === WITH_LOG) bytes[place] = 1;
    const { Database } = await sqliteEngine();
    // Of a `Buffer` SQLite's file is a view (its `slice` is one); of other bytes it would be a copy, and a collection may take 100 MB.
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const opened = new SqliteFile(new Database(whole), file);
    try {
      opened.#check(tables);
      return opened;
    } catch (error) {
      opened.close();
      throw error;
    }
  }

  /** Is there such a table, of those that were named on opening? */
  has(table: string): boolean {
    return this.#columns.has(table);
  }

  /** @throws AppError `import-unreadable` `table-missing`, `column-wrong` */
  require(table: string, columns: readonly string[]): void {
    const found = this.#columns.get(table);
    if (!found) throw unreadable('table-missing', this.#file, table);
    const missing = columns.find((column) => !found.has(column));
    if (missing !== undefined) throw unreadable('column-wrong', this.#file, `${table}.${missing}`);
  }

  /**
   * The rows of a query, as they are asked for. No index may be used: whether one fits its table is not checked.
   * @param table the one to name where it is damaged
   */
  *rows(table: string, sql: string): Generator<Row> {
    const statement = this.#guarded(table, () => this.#db.prepare(sql));
    try {
      for (let row = this.#next(table, statement); row; row = this.#next(table, statement)) yield row;
    } finally {
      statement.free();
    }
  }

  /** The first row of a query; empty where there is none. */
  first(table: string, sql: string): Row {
    for (const row of this.rows(table, sql)) return row;
    return [];
  }

  count(table: string): number {
    return Number(this.first(table, `select count(*) from ${table} not indexed`)[0] ?? 0);
  }

  close(): void {
    this.#db.close();
  }

  #check(tables: readonly string[]): void {
    this.#guarded('', () => this.#db.run(CAREFUL));
    this.#guarded('', () => this.#db.run(WITHOUT_UNICASE));
    const known = new Set(tables);
    const schema = [...this.rows('sqlite_master', 'select type, lower(name), lower(tbl_name), sql from sqlite_master')];
    const found = new Set<string>();
    for (const [type, name, on, sql] of schema) {
      const isHostile =
        (type === 'view' && known.has(String(name))) ||
        (type === 'trigger' && known.has(String(on))) ||
        (type === 'table' && known.has(String(name)) && !/^\s*create\s+table\b/i.test(String(sql)));
      if (isHostile) throw unreadable('sqlite-hostile', this.#file, `${type} ${name}`.slice(0, 100));
      if (type === 'table' && known.has(String(name))) found.add(String(name));
    }
    for (const table of found) this.#checkTable(table);
  }

  #checkTable(table: string): void {
    const columns = [...this.rows(table, `pragma table_xinfo(${table})`)];
    // A column that is computed runs what the file says whenever it is read.
    const computed = columns.find(([, , , , , , hidden]) => hidden !== 0);
    if (computed) throw unreadable('sqlite-hostile', this.#file, `${table}.${computed[1]}`.slice(0, 100));
    this.#columns.set(table, new Set(columns.map(([, name]) => String(name).toLowerCase())));
    const [verdict] = this.first(table, `pragma quick_check(${table})`);
    if (verdict !== 'ok') throw unreadable('sqlite-damaged', this.#file, table, verdict);
  }

  /** Without a closure: it is called for every row. */
  #next(table: string, statement: Statement): Row | null {
    try {
      return statement.step() ? statement.get() : null;
    } catch (error) {
      throw unreadable('sqlite-damaged', this.#file, table, error);
    }
  }

  /** What SQLite throws has no kind: whatever it is, the file can not be read there. */
  #guarded<T>(table: string, read: () => T): T {
    try {
      return read();
    } catch (error) {
      throw error instanceof AppError ? error : unreadable('sqlite-damaged', this.#file, table, error);
    }
  }
}
