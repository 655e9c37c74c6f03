import { mkdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { fixedClock } from '../../clock.ts';
import type { Files } from '../../disk/files.ts';
import type { RecordedDisk } from '../../disk/torture/recorded-disk.ts';
import type { DataStore } from '../../store/data-store.ts';
import { openStore } from '../../store/open-store.ts';
import { answerTo, randomFrom } from '../../store/torture/answering.ts';
import { namesIn } from '../../store/torture/names-in.ts';
import type { Grade } from '../../../domain/schedule.ts';
import { Backups } from '../backups.ts';
import { checkData } from '../check.ts';
import { hashesBelow, sha256Of, START } from '../data-folder.fixture.ts';
import { makeArchive } from '../make-backup.ts';
import { mergeFrom } from '../merge.ts';
import { restoreFrom } from '../restore.ts';
import { unwatched } from '../work.ts';
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
    await store.append(answerTo(store, clock, `other/${i}`, 3));
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

/** A first start in a folder of folders that are not there yet, study over a month's end, every kind of long work, and kills. */
export async function live(disk: RecordedDisk, root: string, other: Other, seed: number): Promise<Life> {
  const random = randomFrom(seed);
  const dataDir = join(root, 'up', 'data');
  const clock = fixedClock(Date.parse('2026-11-28T10:00+07:00'), 420);
  const promises: Promised[] = [];
  const promise = (what: Omit<Promised, 'at'>) => void promises.push({ at: disk.record.length, ...what });
  for (let day = 0; day < 6; day++) {
    const { files, kill } = disk.run();
    const store: DataStore = await openStore({ dataDir, clock, files, snapshots: { everyEvents: 3, idleMs: 0 } });
    const at = { files, dataDir, store };
    const backups = new Backups(at, clock);
    const card = () => `card/${Math.floor(random() * 8)}`;
    const answer = async () => {
      clock.advance(61_000);
      const ref = await store.append(answerTo(store, clock, card(), (1 + Math.floor(random() * 4)) as Grade));
      promise({ events: [ref] });
    };
    const many = async (size: number, name: string) => {
      const head = await store.appendBatch(
        Array.from({ length: size }, (_, i) => answerTo(store, clock, `${name}/${i}`, 3)),
      );
      const first = Number(head!.split(':')[1]);
      promise({ events: Array.from({ length: size }, (_, i) => `${store.device}:${first + i}`) });
    };
    for (let i = 0; i < 3; i++) await answer();
    if (day === 0) {
      await many(3, 'batch');
      await store.undo();
    }
    if (day === 1) {
      await mergeFrom(at, other.dir, false, unwatched);
      promise({ events: [...other.names], files: other.library });
      await many(40, 'import');
    }
    if (day === 2) {
      const making = backups.make('asked', unwatched);
      await answer();
      const { name } = await making;
      promise({ files: { [join('backups', name)]: sha256Of(join(backups.folder, name))! } });
      const exported = join(root, 'export.jamdai.zip');
      await makeArchive(at, exported, 'export', unwatched);
      promise({ files: { [relative(dataDir, exported)]: sha256Of(exported)! } });
    }
    if (day === 3) {
      await checkData(at, backups, () => clock.now(), unwatched);
      await answer();
      await restoreFrom(at, join(backups.folder, (await backups.list())[0]!.name), false, unwatched);
    }
    await answer();
    await store.writeSnapshot();
    await answer();
    if (random() < 0.5) kill();
    await store.close();
    clock.advance(DAY_MS);
  }
  return { disk, promises, now: clock.now() };
}
