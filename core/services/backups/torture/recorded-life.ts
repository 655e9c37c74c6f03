import { mkdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { parseCardId } from '../../../domain/ids.ts';
import { fixedClock } from '../../clock.ts';
import type { Files } from '../../disk/files.ts';
import { isKill, type RecordedDisk } from '../../disk/torture/recorded-disk.ts';
import type { DataStore } from '../../store/data-store.ts';
import { openStore } from '../../store/open-store.ts';
import { answerTo } from '../../store/torture/answering.ts';
import { randomFrom } from '../../../domain/random.ts';
import { namesIn } from '../../store/torture/names-in.ts';
import type { Grade } from '../../../domain/grade.ts';
import { Backups } from '../backups.ts';
import { checkData } from '../check.ts';
import { hashesBelow, sha256Of, START } from '../data-folder.fixture.ts';
import { makeArchive } from '../make-archive.ts';
import { mergeFrom } from '../merge.ts';
import type { DataFolder } from '../folder/data-folder.ts';
import { restoreFrom } from '../restore.ts';
import { unwatched } from '../../jobs/work.ts';
import type { Promised } from './after-the-cut.ts';

const DAY_MS = 86_400_000;

/** Another device's folder, with a library. */
export interface Other {
  readonly dir: string;
  readonly names: ReadonlySet<string>;
  /** SHA-256 by path from its folder. */
  readonly library: Readonly<Record<string, string>>;
}

export async function makeOther(dir: string, files: Files): Promise<Other> {
  const clock = fixedClock(START - 40 * DAY_MS, 420);
  const store = await openStore({ dataDir: dir, clock, files });
  for (let i = 0; i < 5; i++) {
    clock.advance(9 * DAY_MS);
    await store.append(answerTo(store, clock, parseCardId(`other/${i}`), 3));
  }
  await store.close();
  const picture = 'x'.repeat(3_000);
  const media = `library/media/${createHash('sha256').update(picture).digest('hex')}.png`;
  for (const [path, content] of [
    ['library/deck/notes/one.json', '{"notes":[1]}'],
    [media, picture],
  ] as const) {
    mkdirSync(join(dir, path, '..'), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  const library = Object.entries(hashesBelow(join(dir, 'library'))).map(([path, hash]) => [
    join('library', path),
    hash,
  ]);
  return { dir, names: namesIn(dir), library: Object.fromEntries(library) as Record<string, string> };
}

/** What was recorded of a learner's weeks, and what was promised when. */
export interface Life {
  readonly disk: RecordedDisk;
  readonly promises: Promised[];
  /** When it ended, epoch ms. */
  readonly now: number;
}

/** What one day of a life needs. */
interface Day {
  readonly data: DataFolder;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly random: () => number;
  readonly promise: (what: Omit<Promised, 'entries'>) => void;
}

async function answer({ data: { store }, clock, random, promise }: Day): Promise<void> {
  clock.advance(61_000);
  const card = `card/${Math.floor(random() * 8)}`;
  promise({
    events: [await store.append(answerTo(store, clock, parseCardId(card), (1 + Math.floor(random() * 4)) as Grade))],
  });
}

async function addMany({ data: { store }, clock, promise }: Day, size: number, name: string): Promise<void> {
  const bodies = Array.from({ length: size }, (_, i) => answerTo(store, clock, parseCardId(`${name}/${i}`), 3));
  const first = Number((await store.appendBatch(bodies))!.split(':')[1]);
  promise({ events: bodies.map((_, i) => `${store.device}:${first + i}`) });
}

/** Backups and their objects: SHA-256 by path from the data folder. */
const keptIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(hashesBelow(folder)).flatMap(([path, hash]) =>
      path.endsWith('.tmp') ? [] : [[join('backups', path), hash]],
    ),
  );

/** Each kind of long work has a day of its own. */
const DAYS: readonly ((day: Day, backups: Backups, root: string, other: Other) => Promise<unknown>)[] = [
  async (day) => {
    await addMany(day, 3, 'batch');
    await day.data.store.undo();
  },
  async (day, _backups, _root, other) => {
    await mergeFrom(day.data, other.dir, false, unwatched);
    day.promise({ events: [...other.names], files: other.library });
    await addMany(day, 40, 'import');
  },
  async (day, backups, root) => {
    const { dataDir } = day.data;
    const making = backups.make('asked', unwatched);
    await answer(day);
    const { name } = await making;
    day.promise({ files: keptIn(backups.folder) });
    const exported = join(root, `${name}.export.jamdai.zip`);
    await makeArchive(day.data, exported, 'export', unwatched);
    day.promise({ files: { [relative(dataDir, exported)]: sha256Of(exported)! } });
  },
  async (day, backups) => {
    await checkData(day.data, backups, () => day.clock.now(), unwatched);
    await answer(day);
    await restoreFrom(day.data, join(backups.folder, (await backups.list())[0]!.name), false, unwatched);
  },
  (day) => day.data.store.undo(),
];

/**
 * A first start in a folder of folders that are not there yet, study over a month's end, every kind of long work. Each day is
 * begun by a program that is killed at some call to the disk and one that is killed in its long work, and ended by one that is
 * killed with an answer written and not synced. What the next one does rests on that answer: it goes on behind it, in the next
 * month, or keeps it in a snapshot.
 */
export async function live(disk: RecordedDisk, root: string, other: Other, seed: number): Promise<Life> {
  const random = randomFrom(seed);
  const dataDir = join(root, 'up', 'data');
  const clock = fixedClock(Date.parse('2026-11-28T10:00+07:00'), 420);
  const promises: Promised[] = [];
  const promise = (what: Omit<Promised, 'entries'>) => void promises.push({ entries: disk.record.length, ...what });
  const spend = async (files: Files, work: (day: Day) => Promise<unknown>) => {
    const store: DataStore = await openStore({ dataDir, clock, files, snapshots: { everyEvents: 3, idleMs: 0 } });
    try {
      await work({ data: { files, dataDir, store }, clock, random, promise });
    } finally {
      await store.close();
    }
  };
  const orKilled = (error: unknown) => {
    if (!isKill(error)) throw error;
  };
  for (const [number, long] of DAYS.entries()) {
    const work = async (day: Day) => {
      for (let i = 0; i < 2; i++) await answer(day);
      await long(day, new Backups(day.data, clock), root, other);
      await answer(day);
      await day.data.store.writeSnapshot();
      await answer(day);
    };
    await spend(disk.run(1 + Math.floor(random() * 250)), work).catch(orKilled);
    // Everything is written, and the names of it are about to last.
    let isNaming = false;
    const named = disk.runUntil((call) => isNaming && call === 'syncFolderAsync');
    await spend(named, (day) => ((isNaming = true), long(day, new Backups(day.data, clock), root, other))).catch(
      orKilled,
    );
    await spend(disk.run(), work);
    let isAnswering = false;
    const late = disk.runUntil((call) => isAnswering && call === 'datasync');
    await spend(late, (day) => ((isAnswering = true), answer(day))).catch(orKilled);
    clock.advance(DAY_MS);
    // Somebody only looks.
    if (number % 2 === 1) await spend(disk.run(), ({ data }) => data.store.writeSnapshot());
  }
  return { disk, promises, now: clock.now() };
}
