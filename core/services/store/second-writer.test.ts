import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCardId } from '../../domain/ids.ts';
import { LOCK_FILE, type LockFolder } from '../disk/data-lock.ts';
import { nodeFiles, type Files } from '../disk/files.ts';
import type { DataStore } from './data-store.ts';
import { openStore } from './open-store.ts';
import { answerTo } from './torture/answering.ts';

const START = Date.parse('2026-11-24T10:00+07:00');
let now = START;
const clock = { now: () => now, utcOffsetMin: () => 420 };
const noLock: LockFolder = () => ({ isPossible: true, hold: () => undefined, release: () => undefined });
const LOCKED = { code: 'data-locked' };

let dataDir: string;
let open: DataStore[];
beforeEach(() => {
  now = START;
  dataDir = mkdtempSync(join(tmpdir(), 'jamdai-second-'));
  open = [];
});
afterEach(async () => {
  for (const store of open) await store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(lock?: LockFolder, files: Files = nodeFiles): Promise<DataStore> {
  const store = await openStore({ dataDir, clock, files, ...(lock && { lock }) });
  open.push(store);
  return store;
}
const answer = (store: DataStore, card: string) => store.append(answerTo(store, clock, parseCardId(card), 3));
/** Card names of the history, oldest first. */
const cardsOf = (store: DataStore) =>
  [...store.backwards()].map((event) => ('card' in event ? event.card : '')).reverse();
const journal = () => {
  const [device = ''] = readdirSync(join(dataDir, 'journal'));
  return join(dataDir, 'journal', device, '2026-11.ndjson');
};
/** What the folder holds for whoever opens it next. */
async function kept(): Promise<string[]> {
  for (const store of open.splice(0)) await store.close();
  return cardsOf(await start());
}

/** One store with the lock, and one behind its back that has seen the first answer. */
async function two(files?: Files): Promise<{ mine: DataStore; other: DataStore; device: string }> {
  const mine = await start(undefined, files);
  await answer(mine, 'first');
  const other = await start(noLock);
  return { mine, other, device: mine.device };
}

/** The real disk, on which something happens between the look at the journal and the next line. */
function meanwhileFiles(): { files: Files; meanwhile: (() => void) | null } {
  const disk: { files: Files; meanwhile: (() => void) | null } = {
    meanwhile: null,
    files: {
      ...nodeFiles,
      write: (fd, bytes, at) => {
        const act = disk.meanwhile;
        disk.meanwhile = null;
        act?.();
        return nodeFiles.write(fd, bytes, at);
      },
    },
  };
  return disk;
}

describe('bug: a second writer on one journal took accepted answers away', () => {
  it('refuses the answer by name, reads what the other wrote and takes the next one on top of it', async () => {
    const { mine, other, device } = await two();
    expect(await answer(other, 'theirs')).toBe(`${device}:2`);
    const before = statSync(journal()).size;
    await expect(answer(mine, 'mine')).rejects.toMatchObject(LOCKED);
    expect(statSync(journal()).size).toBe(before);
    expect(cardsOf(mine)).toEqual(['first', 'theirs']);
    expect(await answer(mine, 'mine')).toBe(`${device}:3`);
    await expect(answer(other, 'again')).rejects.toMatchObject(LOCKED);
    expect(await answer(other, 'again')).toBe(`${device}:4`);
    expect(await kept()).toEqual(['first', 'theirs', 'mine', 'again']);
  });

  it('refuses an import and an undo in the same way', async () => {
    const { mine, other } = await two();
    await answer(other, 'a');
    const batch = ['x', 'y'].map((card) => answerTo(mine, clock, parseCardId(card), 3));
    await expect(mine.appendBatch(batch)).rejects.toMatchObject(LOCKED);
    await mine.appendBatch(batch);
    await expect(other.undo()).rejects.toMatchObject(LOCKED);
    expect(await other.undo()).toMatchObject({ type: 'review', card: null });
    expect(await kept()).toEqual(['first', 'a', 'x', 'y', '']);
  });

  it('knows it when both write in the same instant: the first in the file stands, the second takes its line back', async () => {
    const disk = meanwhileFiles();
    const { mine, other, device } = await two(disk.files);
    let theirs: Promise<string> | null = null;
    disk.meanwhile = () => void (theirs = answer(other, 'theirs'));
    await expect(answer(mine, 'mine')).rejects.toMatchObject(LOCKED);
    expect(await theirs).toBe(`${device}:2`);
    expect(readFileSync(journal(), 'utf8')).not.toContain('"mine"');
    expect(await answer(mine, 'mine')).toBe(`${device}:3`);
    expect(await kept()).toEqual(['first', 'theirs', 'mine']);
  });

  it('keeps one of two equal lines that were written in the same instant', async () => {
    const disk = meanwhileFiles();
    const { mine, other } = await two(disk.files);
    let theirs: Promise<string> | null = null;
    disk.meanwhile = () => void (theirs = answer(other, 'same'));
    await expect(answer(mine, 'same')).rejects.toMatchObject(LOCKED);
    await theirs;
    expect(await kept()).toEqual(['first', 'same']);
  });

  it('cuts a line off that the disk refused, but not what another program wrote behind it', async () => {
    let isBroken = false;
    let theirs = Buffer.alloc(0);
    const files: Files = {
      ...nodeFiles,
      datasync: (fd) => {
        nodeFiles.datasync(fd);
        if (!isBroken) return;
        isBroken = false;
        if (theirs.length > 0) appendFileSync(journal(), theirs);
        throw Object.assign(new Error('EIO'), { code: 'EIO' });
      },
    };
    const mine = await start(undefined, files);
    await answer(mine, 'first');
    const length = statSync(journal()).size;
    isBroken = true;
    await expect(answer(mine, 'refused')).rejects.toMatchObject({ code: 'disk-refused' });
    expect(statSync(journal()).size).toBe(length);

    copyFileSync(journal(), join(dataDir, 'aside'));
    await answer(mine, 'second');
    theirs = readFileSync(journal()).subarray(length);
    await mine.close();
    open.pop();
    copyFileSync(join(dataDir, 'aside'), journal());
    for (const name of readdirSync(dataDir)) if (name.startsWith('progress')) rmSync(join(dataDir, name));
    const again = await start(undefined, files);
    isBroken = true;
    await expect(answer(again, 'refused')).rejects.toMatchObject(LOCKED);
    expect(cardsOf(again)).toEqual(['first', 'second']);
    expect(await kept()).toEqual(['first', 'second']);
  });

  it('refuses to write into a file that is no longer the one in the folder', async () => {
    const mine = await start();
    await answer(mine, 'first');
    copyFileSync(journal(), `${journal()}.copy`);
    renameSync(`${journal()}.copy`, journal());
    await expect(answer(mine, 'second')).rejects.toMatchObject(LOCKED);
    await answer(mine, 'second');
    expect(await kept()).toEqual(['first', 'second']);
  });

  it('refuses to begin a month that another program has begun', async () => {
    const { mine, other } = await two();
    now += 10 * 86_400_000;
    await answer(other, 'december');
    await expect(answer(mine, 'mine')).rejects.toMatchObject(LOCKED);
    await answer(mine, 'mine');
    expect(await kept()).toEqual(['first', 'december', 'mine']);
  });

  it('keeps in the snapshot what the other program took away', async () => {
    const mine = await start();
    await answer(mine, 'first');
    copyFileSync(journal(), `${journal()}.copy`);
    await answer(mine, 'second');
    renameSync(`${journal()}.copy`, journal());
    await expect(answer(mine, 'third')).rejects.toMatchObject(LOCKED);
    expect(mine.progress.reviewsTotal).toBe(2);
    expect(mine.notices).toContainEqual({ code: 'journal-missing', count: 1 });
  });
});

describe('the lock', () => {
  it('is asked for again when its file was taken away', async () => {
    const mine = await start();
    await answer(mine, 'first');
    rmSync(join(dataDir, LOCK_FILE));
    const other = await start();
    await new Promise((resolve) => setTimeout(resolve, 550));
    await expect(answer(mine, 'mine')).rejects.toMatchObject({ ...LOCKED, details: { pid: process.pid } });
    await answer(other, 'theirs');
    await other.close();
    open.pop();
    await expect(answer(mine, 'mine')).rejects.toMatchObject(LOCKED);
    await answer(mine, 'mine');
    expect(await kept()).toEqual(['first', 'theirs', 'mine']);
  });

  it('is not needed to read a folder that can not be written, and is asked for before the first answer', async () => {
    await answer(await start(), 'first');
    await open.pop()!.close();
    rmSync(join(dataDir, LOCK_FILE));
    let isReadOnly = true;
    const refuse = () => {
      throw Object.assign(new Error('EROFS'), { code: 'EROFS' });
    };
    const files: Files = {
      ...nodeFiles,
      open: (path, flags) => (isReadOnly && flags !== 'r' ? refuse() : nodeFiles.open(path, flags)),
      remove: (path) => (isReadOnly ? refuse() : nodeFiles.remove(path)),
    };
    const reading = await start(undefined, files);
    expect(cardsOf(reading)).toEqual(['first']);
    await expect(answer(reading, 'no')).rejects.toMatchObject({ code: 'disk-refused', details: { reason: 'EROFS' } });
    isReadOnly = false;
    await answer(reading, 'second');
    await expect(start()).rejects.toMatchObject(LOCKED);
    expect(await kept()).toEqual(['first', 'second']);
  });

  it('of a folder that can only be read keeps those out that write', async () => {
    await answer(await start(), 'first');
    await open.pop()!.close();
    const files: Files = {
      ...nodeFiles,
      open: (path, flags) => {
        if (flags !== 'r') throw Object.assign(new Error('EROFS'), { code: 'EROFS' });
        return nodeFiles.open(path, flags);
      },
    };
    await start(undefined, files);
    await start(undefined, files);
    await expect(start()).rejects.toMatchObject(LOCKED);
  });
});
