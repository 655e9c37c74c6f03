import { writeFileSync } from 'node:fs';
import type { Database } from 'sql.js';
import type { Source } from '../format.ts';
import { zipOf } from '../zip.fixture.ts';
import { collection } from './collection.fixture.ts';
import { membersOf } from './raw-collection.fixture.ts';
import { sourceOf } from './shared-decks.fixture.ts';
import { sqliteEngine } from './sqlite-engine.ts';

type Change = string | ((db: Database) => void);

/** A package of schema 11 with one note and its card (see `collection.fixture.ts`), changed, and media by their names. */
export async function madePackage(path: string, change: Change, media: Readonly<Record<string, string>> = {}) {
  const names = Object.keys(media);
  const list = JSON.stringify(Object.fromEntries(names.map((name, i) => [i, name])));
  const files = names.map((name, i) => ({ name: String(i), content: media[name]! }));
  const entries = [
    { name: 'collection.anki21', content: await collection(11, change) },
    { name: 'media', content: list },
  ];
  writeFileSync(path, zipOf([...entries, ...files]));
  return sourceOf(path);
}

/** A copy of a package whose collection is not packed again within it, changed. */
export async function changedPackage(source: Source, path: string, change: Change): Promise<Source> {
  const { Database } = await sqliteEngine();
  const entries: { name: string; content: Uint8Array }[] = [];
  for (const [name, content] of await membersOf(source)) {
    if (!/^collection\.anki2\d?$/.test(name)) entries.push({ name, content });
    else {
      const db = new Database(content);
      if (typeof change === 'string') db.run(change);
      else change(db);
      entries.push({ name, content: db.export() });
      db.close();
    }
  }
  writeFileSync(path, zipOf(entries));
  return sourceOf(path);
}
