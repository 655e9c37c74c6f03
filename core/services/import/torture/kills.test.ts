import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isBrought } from '../../../domain/history/brought-device.ts';
import { randomFrom } from '../../../domain/random.ts';
import { Backups } from '../../backups/backups.ts';
import { checkData } from '../../backups/check.ts';
import { nodeFiles } from '../../disk/files.ts';
import { bundleThread } from '../../disk/torture/bundle-child.ts';
import { unwatched } from '../../jobs/work.ts';
import { madePackage } from '../../transfer/anki/made-package.fixture.ts';
import { many, pictures } from './many-notes.fixture.ts';
import { NOW, openedImports } from './opened-imports.fixture.ts';

const KILLS = process.env['JAMDAI_LONG'] ? 300 : 24;
/** Each folder is new after so many. */
const FRESH_EVERY = 8;
const NOTES = [60, 3_000];

let root: string;
let program: string;
let packages: string[];
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'jamdai-import-kills-'));
  program = await bundleThread(
    new URL('child.ts', import.meta.url),
    new URL('../stage-thread.ts', import.meta.url),
    root,
  );
  packages = NOTES.map((_, i) => join(root, `package-${i}.apkg`));
  for (const [i, count] of NOTES.entries()) await madePackage(packages[i]!, many(count, `p${i}`), pictures(`p${i}`));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Killed {
  /** Ids of the imports that were acknowledged. */
  readonly taken: readonly string[];
  /** Was it in the middle of one? */
  readonly isDuring: boolean;
  /** How long the last whole import took, ms. */
  readonly tookMs: number;
}

/** Runs the program and kills it, threads and all: so long after it began the import of that number, counted from 1. */
function killOnce(dataDir: string, number: number, afterMs: number): Promise<Killed> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, dataDir, ...packages], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, error] = ['', ''];
    let begun = 0;
    let tookMs = 0;
    let timer: NodeJS.Timeout | undefined;
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      const before = out.split('+').length;
      out += chunk.toString();
      if (out.split('+').length === before) return;
      if (begun > 0) tookMs = performance.now() - begun;
      begun = performance.now();
      if (out.split('+').length - 1 >= number) timer ??= setTimeout(() => child.kill('SIGKILL'), afterMs);
    });
    child.on('close', (_, signal) => {
      clearTimeout(timer);
      if (signal !== 'SIGKILL') return reject(new Error(error || 'it ended by itself'));
      const lines = out
        .slice(0, out.lastIndexOf('\n') + 1)
        .trimEnd()
        .split('\n');
      resolve({ taken: lines.filter(isBrought), isDuring: lines.at(-1) === '+', tookMs });
    });
  });
}

/** Imports of which something is there and something is not. @returns how many there are whole */
async function wholeImports(dataDir: string, taken: ReadonlySet<string>, where: string): Promise<number> {
  const { store, data, library } = await openedImports(dataDir, nodeFiles);
  expect(
    readdirSync(dataDir).filter((name) => /^(?:unpacked|incoming)/.test(name)),
    where,
  ).toEqual([]);
  const devices = readdirSync(join(dataDir, 'journal')).filter(isBrought);
  for (const device of devices) {
    const [file] = readdirSync(join(dataDir, 'journal', device));
    const lines = readFileSync(join(dataDir, 'journal', device, file!), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => line.includes('"more":true')).lastIndexOf(true), `${where}: ${device}`).toBe(
      lines.length - 2,
    );
    expect(store.progress.records.has(`import/${device}`), `${where}: ${device}`).toBe(true);
  }
  for (const device of taken) expect(devices, where).toContain(device);
  expect(library.layers.length, where).toBe(devices.length);
  const { state, library: found } = await checkData(
    data,
    new Backups(data, { now: () => NOW, utcOffsetMin: () => 420 }),
    () => NOW,
    unwatched,
  );
  expect([state, found.damaged], where).toEqual(['right', 0]);
  await store.close();
  return devices.length;
}

it(`an import whose process is killed is there whole or not at all, over ${KILLS} kills while its threads work`, async () => {
  const random = randomFrom(Date.now() % 100_000);
  let dataDir = '';
  let taken = new Set<string>();
  let [during, whole, usualMs] = [0, 0, 500];
  for (let n = 0; n < KILLS; n++) {
    if (n % FRESH_EVERY === 0) {
      dataDir = join(root, `data-${n}`);
      mkdirSync(dataDir);
      taken = new Set();
    }
    // The second package is the large one; the first run of a folder shows how long it takes.
    const killed = await killOnce(dataDir, n % FRESH_EVERY === 0 ? 3 : 2, random() * usualMs);
    if (killed.tookMs > 0 && n % FRESH_EVERY === 0) usualMs = killed.tookMs;
    for (const id of killed.taken) taken.add(id);
    if (killed.isDuring) during += 1;
    const where = `kill ${n}`;
    whole = await wholeImports(dataDir, taken, where);
    if (n % FRESH_EVERY === FRESH_EVERY - 1) rmSync(dataDir, { recursive: true });
  }
  expect(during).toBeGreaterThan(KILLS / 3);
  expect(whole).toBeGreaterThan(0);
});
