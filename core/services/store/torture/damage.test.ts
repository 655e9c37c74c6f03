import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseCardId } from '../../../domain/ids.ts';
import type { Progress } from '../../../domain/progress.ts';
import type { Grade } from '../../../domain/grade.ts';
import { nodeFiles, type Files } from '../../disk/files.ts';
import { openStore } from '../open-store.ts';
import { answerTo } from './answering.ts';
import { randomFrom } from '../../../domain/random.ts';
import { quarantinedNames, namesIn } from './names-in.ts';
import { copyOf } from '../fold/copy-of-progress.fixture.ts';

const FOLDERS = process.env['JAMDAI_LONG'] ? 4_000 : 800;

let now = Date.parse('2026-09-20T10:00Z');
const clock = { now: () => now, utcOffsetMin: () => 420 };
let root: string;
let whole: string;
let progress: Progress;

/** Two devices, three months, three generations of the snapshot. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'jamdai-damage-'));
  whole = join(root, 'whole');
  mkdirSync(whole);
  for (let run = 0; run < 5; run++) {
    writeFileSync(
      join(whole, 'device.json'),
      JSON.stringify({ id: run < 3 ? 'firstdevice' : 'seconddevice', name: '' }),
    );
    const store = await openStore({ dataDir: whole, clock });
    for (let i = 0; i < 12; i++) {
      now += 36 * 3_600_000;
      await store.append(answerTo(store, clock, parseCardId(`card/${i % 5}`), ((i % 4) + 1) as Grade));
      if (i === 5) await store.undo();
      if (i === 7) await store.appendBatch(['x', 'y', 'z'].map((card) => answerTo(store, clock, parseCardId(card), 3)));
    }
    progress = copyOf(store.progress);
    await store.close();
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Nothing here is about power cuts, and so many syncs take their time. */
const files: Files = {
  ...nodeFiles,
  datasync: () => undefined,
  sync: () => Promise.resolve(),
  syncFolder: () => undefined,
  syncFolderAsync: () => Promise.resolve(),
};

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());

function harm(file: string, random: () => number): string {
  const size = statSync(file).size;
  const at = Math.floor(random() * size);
  const what = Math.floor(random() * 6);
  const bytes = readFileSync(file);
  if (what <= 1 && size > 0) {
    bytes[at] = bytes[at]! ^ (1 << Math.floor(random() * 8));
    writeFileSync(file, bytes);
    return `bit at ${at}`;
  }
  if (what === 2) truncateSync(file, at);
  else if (what === 3) rmSync(file);
  else if (what === 4) writeFileSync(file, random() < 0.5 ? '' : 'not ours\n\0\xff{"v":1}\n');
  else writeFileSync(file, Buffer.concat([bytes.subarray(0, at), Buffer.from('noise\n'), bytes.subarray(at)]));
  return ['', '', `cut at ${at}`, 'gone', 'other content', `noise at ${at}`][what]!;
}

it(`starts on ${FOLDERS} damaged folders, throws no readable event away and tells what it did`, async () => {
  const before = namesIn(whole);
  for (let seed = 1; seed <= FOLDERS; seed++) {
    const random = randomFrom(seed);
    const dataDir = join(root, 'damaged');
    rmSync(dataDir, { recursive: true, force: true });
    cpSync(whole, dataDir, { recursive: true });
    const done: string[] = [];
    if (random() < 0.4)
      for (const name of readdirSync(dataDir)) if (name.startsWith('progress')) rmSync(join(dataDir, name));
    const snapshots = readdirSync(dataDir).some((name) => name.startsWith('progress'));
    for (let n = 0; n < 1 + Math.floor(random() * 3); n++) {
      const all = filesIn(dataDir);
      const name = all[Math.floor(random() * all.length)]!;
      done.push(`${name}: ${harm(join(dataDir, name), random)}`);
    }
    const where = `seed ${seed}: ${done.join(', ')}`;
    const readable = namesIn(dataDir);
    const store = await openStore({ dataDir, clock, files }).catch((error: unknown) =>
      expect.fail(`${where}: ${String(error)}`),
    );
    if (readable.size === before.size) expect(copyOf(store.progress), where).toEqual(progress);
    const lost = before.size - readable.size;
    if (!snapshots && lost > 0 && !done.some((one) => /gone|other content|cut/.test(one)))
      expect(store.notices, where).not.toEqual([]);
    if (seed % 10 === 0) await store.append(answerTo(store, clock, parseCardId('card/1'), 3));
    await store.close();
    const after = namesIn(dataDir);
    // The end of a batch that no snapshot vouches for looks like a crash: what is cut off is kept aside.
    for (const name of quarantinedNames(dataDir)) after.add(name);
    for (const name of readable) expect(after.has(name), `${where}: ${name}`).toBe(true);
  }
});
