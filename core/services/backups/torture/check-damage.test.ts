import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  appendFileSync,
  mkdirSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseCardId } from '../../../domain/ids.ts';
import { fixedClock } from '../../clock.ts';
import type { Grade } from '../../../domain/grade.ts';
import type { Progress } from '../../../domain/progress.ts';
import { openStore } from '../../store/open-store.ts';
import { answerTo } from '../../store/torture/answering.ts';
import { randomFrom } from '../../../domain/random.ts';
import { namesIn } from '../../store/torture/names-in.ts';
import { quickFiles, snapshotsIn } from '../../store/torture/three-months.fixture.ts';
import { Backups } from '../backups.ts';
import { checkData } from '../check.ts';
import { copyFolder, digestOf } from '../data-folder.fixture.ts';
import { unwatched } from '../../jobs/work.ts';
import { copyOf } from '../../store/fold/copy-of-progress.fixture.ts';

const RUNS = process.env['JAMDAI_LONG'] ? 10_000 : 1_000;
const clock = fixedClock(Date.parse('2026-09-03T10:00+07:00'), 420);
let root: string;
let whole: string;
let names: ReadonlySet<string>;
/** With the backup: three days were studied since. */
let withBackup: string;
let inBackup: ReadonlySet<string>;

/** The events that are undos. */
const undos = new Set<string>();
const bySeq = (a: string, b: string) => Number(a.split(':')[1]) - Number(b.split(':')[1]);

const open = (dataDir: string) => openStore({ dataDir, clock, files: quickFiles });

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'jamdai-check-'));
  whole = join(root, 'whole');
  mkdirSync(whole);
  for (const id of ['firstdevice', 'seconddevice', 'firstdevice']) {
    writeFileSync(join(whole, 'device.json'), JSON.stringify({ id, name: '' }));
    const store = await open(whole);
    for (let i = 0; i < 8; i++) {
      clock.advance(84 * 3_600_000);
      await store.append(answerTo(store, clock, parseCardId(`card/${i % 5}`), ((i % 4) + 1) as Grade));
      if (i === 3) await store.append({ type: 'card', cards: [parseCardId('card/1')], change: { flag: 2 } });
      if (i === 5) await store.undo();
      if (i === 5)
        undos.add(
          [...namesIn(whole)]
            .filter((name) => name.startsWith(id))
            .sort(bySeq)
            .at(-1)!,
        );
    }
    await store.appendBatch(['x', 'y'].map((card) => answerTo(store, clock, parseCardId(card), 3)));
    await store.close();
  }
  withBackup = join(root, 'backed-up');
  copyFolder(whole, withBackup);
  const store = await open(withBackup);
  await new Backups({ files: quickFiles, dataDir: withBackup, store }, clock).make('asked', unwatched);
  inBackup = namesIn(withBackup);
  for (let i = 0; i < 3; i++) {
    clock.advance(84 * 3_600_000);
    await store.append(answerTo(store, clock, parseCardId(`card/${i}`), 3));
  }
  await store.close();
  names = namesIn(withBackup);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const journalsIn = (dataDir: string): string[] =>
  readdirSync(join(dataDir, 'journal'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ndjson'))
    .map((name) => join(dataDir, 'journal', name));

type Harm = (path: string, other: string, random: () => number) => void;
const spliced = (path: string, from: number, to: number, put: Buffer = Buffer.alloc(0)) => {
  const bytes = readFileSync(path);
  writeFileSync(path, Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(to)]));
};
const HARMS: Record<string, Harm> = {
  flip: (path, _, random) => {
    const bytes = readFileSync(path);
    const at = Math.floor(random() * bytes.length);
    bytes[at] = bytes[at]! ^ (1 << Math.floor(random() * 8));
    writeFileSync(path, bytes);
  },
  cut: (path, _, random) => truncateSync(path, Math.floor(random() * statSync(path).size)),
  gone: (path) => rmSync(path),
  swapped: (path, other) => {
    if (path === other) return;
    renameSync(path, `${path}.aside`);
    renameSync(other, path);
    renameSync(`${path}.aside`, other);
  },
  doubled: (path) => appendFileSync(path, readFileSync(path)),
  joined: (path, other) => appendFileSync(other, readFileSync(path)),
  zeros: (path, _, random) => {
    const at = Math.floor(random() * statSync(path).size);
    const to = Math.min(at + 1 + Math.floor(random() * 700), statSync(path).size);
    spliced(path, at, to, Buffer.alloc(to - at));
  },
  renamed: (path, _, random) =>
    renameSync(
      path,
      join(dirname(path), `20${20 + Math.floor(random() * 10)}-0${1 + Math.floor(random() * 9)}.ndjson`),
    ),
  copied: (path, _, random) =>
    cpSync(
      path,
      random() < 0.5 ? path.replace('.ndjson', ' (1).ndjson') : `${path}.sync-conflict-20261101-120000-ABCDEFG.ndjson`,
    ),
  hole: (path, _, random) => {
    const at = Math.floor(random() * statSync(path).size);
    spliced(path, at, at + Math.floor(random() * 900));
  },
  noise: (path, _, random) => {
    const at = Math.floor(random() * statSync(path).size);
    spliced(path, at, at, Buffer.from('noise\n'));
  },
};

/** Does a state know less than another? @param undos that came back between them, each of one review */
function lessThan(after: Progress, before: Progress, undos: number): string | null {
  if (after.reviewsTotal < before.reviewsTotal - undos)
    return `${before.reviewsTotal} reviews became ${after.reviewsTotal}`;
  for (const [id, { revision, memory }] of before.cards) {
    const now = after.cards.get(id);
    if (!now || now.revision < revision) return `${id}: revision ${revision} became ${now?.revision}`;
    if (undos === 0 && memory !== null && now.memory === null) return `${id}: forgotten`;
  }
  return null;
}

it(`recovers or names what ${RUNS} random damages took, and never knows less than before`, async () => {
  let told = 0;
  let recovered = 0;
  for (let seed = 1; seed <= RUNS; seed++) {
    const random = randomFrom(seed);
    const dataDir = join(root, 'damaged');
    rmSync(dataDir, { recursive: true, force: true });
    copyFolder(withBackup, dataDir);
    const done: string[] = [];
    if (random() < 0.4) for (const path of snapshotsIn(dataDir)) rmSync(path);
    const hadSnapshot = snapshotsIn(dataDir).length > 0;
    for (let n = 0; n < 1 + Math.floor(random() * 3); n++) {
      const all = journalsIn(dataDir).filter((path) => statSync(path).size > 0);
      const pick = () => all[Math.floor(random() * all.length)];
      const kind = Object.keys(HARMS)[Math.floor(random() * Object.keys(HARMS).length)]!;
      const [path, other] = [pick(), pick()];
      if (path === undefined || other === undefined) continue;
      HARMS[kind]!(path, other, random);
      done.push(`${kind} ${path.slice(dataDir.length)}`);
    }
    const where = `seed ${seed}, snapshot ${hadSnapshot}: ${done.join(', ')}`;
    const readable = namesIn(dataDir);
    const store = await open(dataDir).catch((error: unknown) =>
      expect.fail(`${where}: ${String((error as Error).stack)}`),
    );
    const before = copyOf(store.progress);
    const data = { files: quickFiles, dataDir, store };
    const report = await checkData(data, new Backups(data, clock), () => clock.now(), unwatched);
    const now = namesIn(dataDir);
    const undosBack = [...undos].filter((name) => now.has(name) && !readable.has(name)).length;
    expect(lessThan(store.progress, before, undosBack), where).toBeNull();
    for (const name of readable) expect(now.has(name), `${where}: ${name} was readable`).toBe(true);
    for (const name of inBackup) expect(now.has(name), `${where}: ${name} is in the backup`).toBe(true);
    // What was done after the backup can be lost; it is named, as far as anything still knows that it was.
    const named = new Set(
      report.missing.flatMap(({ device, fromSeq, toSeq }) =>
        Array.from({ length: toSeq - fromSeq + 1 }, (_, i) => `${device}:${fromSeq + i}`),
      ),
    );
    const lost = [...names].filter((name) => !now.has(name));
    if (hadSnapshot) for (const name of lost) expect(named.has(name), `${where}: ${name} is named`).toBe(true);
    for (const name of named) expect(now.has(name), `${where}: ${name} is named and there`).toBe(false);
    if (lost.length === 0 && named.size === 0) {
      expect(report.state, where).toBe('right');
    } else told++;
    if (report.journal.recovered > 0) recovered++;
    const state = digestOf(store.progress);
    await store.close();
    if (seed % 5 === 0) {
      const again = await open(dataDir);
      expect(digestOf(again.progress), where).toBe(state);
      await again.close();
    }
  }
  expect(told).toBeGreaterThan(RUNS / 20);
  expect(recovered).toBeGreaterThan(RUNS / 5);
});
