import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { sourceOf } from '../../anki/shared-decks.fixture.ts';
import { sqliteEngine } from '../../anki/sqlite-engine.ts';
import { openZip, wholeOf } from '../../zip-source.ts';
import { T0 } from '../outgoing.fixture.ts';
import type { Outgoing, WriteOptions } from '../outgoing.ts';
import { writePackage } from './package.ts';

export const NOW = T0 + 86_400_000;
export const options: WriteOptions = {
  signal: new AbortController().signal,
  now: NOW,
  withProgress: true,
  language: 'th',
};

/** A folder for each test of the file that calls this. */
export function testFolder(): { readonly path: () => string } {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'written-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  return { path: () => folder };
}

/** A package that was written, read without the reader that the app has. */
export async function written(what: Outgoing, path: string, over: Partial<WriteOptions> = {}) {
  const counts = await writePackage(what, path, { ...options, ...over });
  const zip = await openZip(sourceOf(path), options.signal);
  const bytesOf = (name: string) =>
    wholeOf(zip.pieces(zip.entries.get(name)!), { file: name, place: '', maxBytes: 1e9 });
  const { Database } = await sqliteEngine();
  const rowsOf = async (entry: string) => {
    const db = new Database(await bytesOf(entry));
    return (sql: string) => db.exec(sql)[0]?.values ?? [];
  };
  return { counts, zip, bytesOf, rowsOf, rows: await rowsOf('collection.anki21') };
}
