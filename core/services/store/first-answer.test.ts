import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCardId } from '../../domain/ids.ts';
import { fixedClock } from '../clock.ts';
import { nodeFiles, type Files } from '../disk/files.ts';
import { openStore } from './open-store.ts';
import { answerTo } from './torture/answering.ts';

let root: string;
let dataDir: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jamdai-first-'));
  dataDir = join(root, 'a', 'b');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const clock = fixedClock(Date.parse('2026-11-28T10:00Z'), 420);

/** The real disk; what is synced is told, and calls that `refuses` names fail. */
function watched(refuses: (call: string, path: string) => boolean = () => false): { files: Files; synced: string[] } {
  const synced: string[] = [];
  const refuse = (call: string, path: string) => {
    if (refuses(call, path)) throw Object.assign(new Error(`EACCES in ${call}`), { code: 'EACCES' });
  };
  const files: Files = {
    ...nodeFiles,
    open: (path, flags) => (flags !== 'r' && refuse('open', path), nodeFiles.open(path, flags)),
    makeFolder: (path) => (refuse('makeFolder', path), nodeFiles.makeFolder(path)),
    datasync: (fd) => (synced.push('content'), nodeFiles.datasync(fd)),
    syncFolder: (folder) => (synced.push(folder), nodeFiles.syncFolder(folder)),
  };
  return { files, synced };
}

describe('an acknowledged answer', () => {
  it('bug: its folders had no name on the disk; now each folder above is synced before the first one, once', async () => {
    const { files, synced } = watched();
    const store = await openStore({ dataDir, clock, files });
    await store.append(answerTo(store, clock, parseCardId('a'), 3));
    const journal = join(dataDir, 'journal');
    expect(synced).toEqual(
      expect.arrayContaining([dirname(root), root, join(root, 'a'), dataDir, journal, join(journal, store.device)]),
    );
    expect(synced.at(-1)).toBe('content');
    synced.length = 0;
    for (let i = 0; i < 3; i++) await store.append(answerTo(store, clock, parseCardId(`b${i}`), 3));
    expect(synced).toEqual(['content', 'content', 'content']);
    await store.close();
  });

  it('waits for device.json: the disk that refused it at start is asked again before anything is accepted', async () => {
    let isFull = true;
    const { files } = watched((_call, path) => isFull && path.includes('device.json'));
    const store = await openStore({ dataDir, clock, files });
    await expect(store.append(answerTo(store, clock, parseCardId('a'), 3))).rejects.toMatchObject({
      code: 'disk-refused',
    });
    isFull = false;
    await store.append(answerTo(store, clock, parseCardId('a'), 3));
    expect(JSON.parse(readFileSync(join(dataDir, 'device.json'), 'utf8'))).toMatchObject({ id: store.device });
    expect(readdirSync(join(dataDir, 'journal'))).toEqual([store.device]);
    await store.close();
  });

  it('is not bought with what stands behind the last line: that is cut off only once the quarantine has it', async () => {
    const first = await openStore({ dataDir, clock });
    await first.append(answerTo(first, clock, parseCardId('a'), 3));
    const file = join(dataDir, 'journal', first.device, '2026-11.ndjson');
    await first.close();
    appendFileSync(file, 'a line that lost its end');
    let isRefused = true;
    const { files } = watched((_call, path) => isRefused && path.includes('quarantine'));
    const store = await openStore({ dataDir, clock, files });
    await expect(store.append(answerTo(store, clock, parseCardId('b'), 3))).rejects.toMatchObject({
      code: 'disk-refused',
    });
    expect(readFileSync(file, 'utf8')).toMatch(/a line that lost its end$/);
    isRefused = false;
    await store.append(answerTo(store, clock, parseCardId('b'), 3));
    expect(readFileSync(file, 'utf8')).not.toContain('a line that lost its end');
    const kept = readdirSync(join(dataDir, 'quarantine')).map((name) => join(dataDir, 'quarantine', name));
    expect(kept.map((path) => readFileSync(path, 'utf8'))).toContain('a line that lost its end');
    await store.close();
  });

  it('bug: of an import that the power took a part of, the rest counted', async () => {
    const first = await openStore({ dataDir, clock });
    await first.append(answerTo(first, clock, parseCardId('a'), 3));
    await first.close();
    for (const name of readdirSync(dataDir)) if (name.startsWith('progress')) rmSync(join(dataDir, name));
    const file = join(dataDir, 'journal', first.device, '2026-11.ndjson');
    const before = readFileSync(file);
    const second = await openStore({ dataDir, clock });
    await second.appendBatch(Array.from({ length: 12 }, (_, i) => answerTo(second, clock, parseCardId(`b${i}`), 3)));
    await second.close();
    const after = readFileSync(file);
    const holes: [number, number][] = [
      [before.length, 512],
      [before.length + 700, 512],
      [after.length - 600, 500],
      [after.length - 300, 300],
    ];
    for (const [at, length] of holes) {
      for (const name of readdirSync(dataDir))
        if (/^progress|^quarantine/.test(name)) rmSync(join(dataDir, name), { recursive: true });
      const torn = Buffer.from(after);
      torn.fill(0, at, at + length);
      rmSync(file);
      appendFileSync(file, torn);
      const store = await openStore({ dataDir, clock });
      expect(store.progress.reviewsTotal, `zeros at ${at}`).toBe(1);
      expect(store.notices).toEqual([{ code: 'torn-line-cut', count: 1 }]);
      expect(readFileSync(file).equals(before), `cut at ${at}`).toBe(true);
      expect(existsSync(join(dataDir, 'quarantine', 'report.txt'))).toBe(true);
      await store.close();
    }
  });
});
