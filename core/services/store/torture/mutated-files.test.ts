import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCardId } from '../../../domain/ids.ts';
import type { Progress } from '../../../domain/progress.ts';
import { nodeFiles, type Files } from '../../disk/files.ts';
import { copyOf } from '../fold/copy-of-progress.fixture.ts';
import { openStore } from '../open-store.ts';
import { answerTo } from './answering.ts';
import { mutationsOf, type Mutation } from './mutations.fixture.ts';
import { namesIn } from './names-in.ts';

let now = Date.parse('2026-11-24T10:00+07:00');
const clock = { now: () => now, utcOffsetMin: () => 420 };
/** Nothing here is about power cuts. */
const files: Files = {
  ...nodeFiles,
  datasync: () => undefined,
  sync: () => Promise.resolve(),
  syncFolder: () => undefined,
  syncFolderAsync: () => Promise.resolve(),
};
const STEP = process.env['JAMDAI_LONG'] === undefined ? 3 : 1;

let root: string;
let whole: string;
let progress: Progress;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'jamdai-mutated-files-'));
  whole = join(root, 'whole');
  const second = join(root, 'second');
  mkdirSync(second);
  const store = await openStore({ dataDir: whole, clock, files });
  await store.append({
    type: 'section-read',
    course: 'csto',
    lesson: 'one',
    sections: ['s1'],
    introduces: [parseCardId('a'), parseCardId('b')],
  });
  for (const card of ['a', 'b', 'a']) {
    now += 86_400_000;
    await store.append(answerTo(store, clock, parseCardId(card), 3));
  }
  await store.append({ type: 'place', course: 'csto', lesson: 'one', section: 's1' });
  await store.append({ type: 'setting', set: { language: 'th', retention: 0.85 } });
  await store.undo();
  progress = copyOf(store.progress);
  await store.close();
  const device = JSON.parse(readFileSync(join(whole, 'device.json'), 'utf8')) as object;
  writeFileSync(join(whole, 'device.json'), JSON.stringify({ ...device, secondFolder: second }));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Opens a copy of the folder with one file changed, answers, and opens it again. */
async function eachOpens(
  path: string,
  mutations: readonly Mutation[],
  check: (store: Awaited<ReturnType<typeof openStore>>, mutation: Mutation, dataDir: string) => void,
  prepare: (dataDir: string) => void = () => undefined,
): Promise<void> {
  for (const mutation of mutations) {
    const dataDir = join(root, 'mutated');
    cpSync(whole, dataDir, { recursive: true });
    prepare(dataDir);
    writeFileSync(join(dataDir, path), mutation.text);
    const events = namesIn(dataDir);
    const store = await openStore({ dataDir, clock, files }).catch((error: unknown) =>
      expect.fail(`${mutation.name}: ${String(error)}`),
    );
    check(store, mutation, dataDir);
    const ref = await store.append(answerTo(store, clock, parseCardId('b'), 3));
    expect(events.has(ref), mutation.name).toBe(false);
    await store.close();
    for (const name of readdirSync(dataDir))
      if (name.startsWith('progress')) rmSync(join(dataDir, name), { recursive: true });
    const again = await openStore({ dataDir, clock, files });
    expect(again.progress.reviewsTotal, mutation.name).toBe(4);
    await again.close();
    rmSync(dataDir, { recursive: true });
  }
}

describe('a file of the data folder, mutated', () => {
  it('device.json: starts with all answers, never as another device, and tells what did not hold', async () => {
    const text = readFileSync(join(whole, 'device.json'), 'utf8');
    const device = JSON.parse(text) as { id: string; name: string };
    const long = {
      name: 'name: a megabyte',
      path: 'name',
      kind: '',
      text: JSON.stringify({ ...device, name: 'm'.repeat(1 << 20) }),
    };
    const relative = {
      name: 'a way',
      path: 'secondFolder',
      kind: '',
      text: JSON.stringify({ ...device, secondFolder: '../up' }),
    };
    const others = ['', 'null', '[]', '7', '{'].map((other) => ({
      name: `all: ${other}`,
      path: 'id',
      kind: '',
      text: other,
    }));
    const mutations = [...mutationsOf(device), long, relative, ...others];
    await eachOpens('device.json', mutations, (store, { name, path, kind, text: written }, dataDir) => {
      expect(copyOf(store.progress), name).toEqual(progress);
      const now = JSON.parse(readFileSync(join(dataDir, 'device.json'), 'utf8')) as typeof device;
      expect(now.id, name).toBe(store.device);
      if (path === 'id' && kind !== 'unknown')
        expect(readdirSync(join(dataDir, 'journal')), name).not.toContain(now.id);
      if (path !== 'id') expect(now.id, name).toBe(device.id);
      expect(now.name.length, name).toBeLessThanOrEqual(500);
      const isMended = JSON.stringify(now) !== JSON.stringify(written === '' ? null : safeJson(written));
      expect(store.notices, name).toEqual(isMended ? [{ code: 'device-mended', count: 1 }] : []);
      if (isMended) expect(quarantined(dataDir), name).toContain(written);
    });
  });

  it('incoming/commit.json: starts with all answers and brings in nothing that it does not name', async () => {
    const commit = { v: 1, paths: ['library/deck.txt'], aside: ['progress.1.json'] };
    const way = (paths: unknown[]) => ({
      name: JSON.stringify(paths).slice(0, 60),
      path: 'paths',
      kind: '',
      text: JSON.stringify({ ...commit, paths }),
    });
    const ways = [
      ['../../up'],
      ['/etc/x'],
      ['a\0b'],
      ['m'.repeat(300)],
      ['a/'.repeat(5_000)],
      [null, 7, {}],
      [['x']],
      [''],
    ];
    const mutations = [...mutationsOf(commit), ...ways.map(way)];
    await eachOpens(
      'incoming/commit.json',
      mutations,
      (store, { name }, dataDir) => {
        expect(copyOf(store.progress), name).toEqual(progress);
        expect(existsSync(join(root, 'up')), name).toBe(false);
        expect(readdirSync(join(dataDir, 'journal')), name).toHaveLength(1);
      },
      (dataDir) => {
        mkdirSync(join(dataDir, 'incoming', 'library'), { recursive: true });
        writeFileSync(join(dataDir, 'incoming', 'library', 'deck.txt'), 'deck');
      },
    );
  });

  it('progress.json: a change under the old seal is found, and made again from the journal', async () => {
    const json = JSON.parse(readFileSync(join(whole, 'progress.json'), 'utf8')) as object;
    const mutations = mutationsOf(json).filter((_, i) => i % (9 * STEP) === 0);
    await eachOpens('progress.json', mutations, (store, { name }) =>
      expect(copyOf(store.progress), name).toEqual(progress),
    );
  });

  it('progress.json: a change under a right seal starts, and what can not be is made again', async () => {
    const json = JSON.parse(readFileSync(join(whole, 'progress.json'), 'utf8')) as Record<string, unknown>;
    const mutations = mutationsOf(json).filter(({ name }, i) => i % (3 * STEP) === 0 && name !== 'version: a number');
    const sealed = mutations.map((mutation) => ({ ...mutation, text: sealAgain(mutation.text) }));
    await eachOpens('progress.json', sealed, (store, { name, path, kind }) => {
      const { settings } = store;
      expect(['system', 'th', 'en'], name).toContain(settings.language);
      expect(settings.retention >= 0.7 && settings.retention <= 0.97, name).toBe(true);
      if (path.startsWith('covered') && !['a number', 'missing', 'an empty list', 'unknown'].includes(kind))
        expect(copyOf(store.progress), name).toEqual(progress);
    });
  });
});

const quarantined = (dataDir: string) =>
  readdirSync(join(dataDir, 'quarantine')).map((name) => readFileSync(join(dataDir, 'quarantine', name), 'utf8'));

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The document sealed as the app does it. */
function sealAgain(text: string): string {
  const { sha256: _, ...document } = JSON.parse(text) as { sha256?: unknown };
  const body = JSON.stringify(document, null, 2).replace(/\n?\}$/, '');
  return `${body},\n  "sha256": "${createHash('sha256').update(body).digest('hex')}"\n}\n`;
}
