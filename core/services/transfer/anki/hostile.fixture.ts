import type { Database } from 'sql.js';
import type { OddityCode } from '../../../domain/note/oddities.ts';
import type { Unreadable } from '../../../domain/note/unreadable.ts';
import { zipOf, type FixtureEntry } from '../zip.fixture.ts';
import { collection } from './collection.fixture.ts';
import { zstdOf } from './zstd.fixture.ts';

/** A file that means harm or was badly made, and what must come of it: an error, or notes with oddities. */
export interface Hostile {
  readonly what: string;
  readonly bytes: () => Buffer | Promise<Buffer>;
  /** Kind of file; `apkg` where none is named. */
  readonly extension?: string;
  readonly why?: Unreadable;
  readonly place?: string;
  readonly odd?: Partial<Record<OddityCode, number>>;
  /** How many notes and cards are given out in spite of it, one of each where nothing is said. */
  readonly notes?: number;
  readonly cards?: number;
  readonly reviews?: number;
  /** Names of the media that can be read. */
  readonly media?: readonly string[];
}

type Change = string | ((db: Database) => void);

/** An older package with one whole note, with other entries instead of or beside its own. */
export async function olderPackage(entries: readonly FixtureEntry[] = [], change: Change = ''): Promise<Buffer> {
  const own = [
    { name: 'collection.anki2', content: await collection(11, change) },
    { name: 'media', content: '{}' },
  ];
  return zipOf([...own.filter(({ name }) => !entries.some((each) => each.name === name)), ...entries]);
}

/** The same as a package of the newest kind. */
export async function newerPackage(entries: readonly FixtureEntry[] = [], change: Change = ''): Promise<Buffer> {
  const own = [
    { name: 'meta', content: Buffer.from([8, 3]) },
    { name: 'collection.anki21b', content: zstdOf(await collection(18, change)), isStored: true },
    { name: 'collection.anki2', content: await stub() },
    { name: 'media', content: zstdOf(new Uint8Array()), isStored: true },
  ];
  return zipOf([...own.filter(({ name }) => !entries.some((each) => each.name === name)), ...entries]);
}

/** What stands beside the collection of a newer package, for programs that can not read it. */
export const stub = (): Promise<Buffer> =>
  collection(
    11,
    `update notes set flds = 'Please update to the latest Anki version, then import the file again.' || char(31)`,
  );
