import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { answer, linesOf, type Accepting } from './accept.ts';
import type { Way } from './in-turns.ts';

/** Plain lowdb: all cards in one JSON file, written whole for every answer (and not synced). */
export function plainLowdb(folder: string, { store }: Accepting): Way {
  const db = new Low(new JSONFile<{ cards: unknown[] }>(join(folder, 'plain.json')), {
    cards: [...store.progress.cards],
  });
  return () => () => db.write();
}

/** What of node:sqlite is used here; the types of Node 20 do not have it. */
interface Sqlite {
  readonly DatabaseSync: new (path: string) => {
    exec(sql: string): void;
    prepare(sql: string): { run(...values: (string | number)[]): unknown };
  };
}

/** One row into SQLite, WAL and synchronous FULL: as durable as the journal. The table is empty at first. Null: this Node has no SQLite. */
export async function sqlite(folder: string, one: Accepting): Promise<Way | null> {
  const name = 'node:sqlite';
  const found = (await import(/* @vite-ignore */ name).catch(() => null)) as Sqlite | null;
  if (!found) return null;
  const db = new found.DatabaseSync(join(folder, `bench-${one.cards}.sqlite`));
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE answers (seq INTEGER PRIMARY KEY, line TEXT NOT NULL)',
  );
  const insert = db.prepare('INSERT INTO answers (line) VALUES (?)');
  const lines = linesOf(one).map(String);
  return (i) => {
    answer(one, i);
    const line = lines[i % lines.length]!;
    return () => void insert.run(line);
  };
}
