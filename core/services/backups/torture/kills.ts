import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GENERATIONS } from '../../store/snapshot/snapshot-file.ts';
import { openStore } from '../../store/open-store.ts';
import { randomFrom } from '../../../domain/random.ts';
import { namesIn } from '../../store/torture/names-in.ts';
import { nodeFiles } from '../../disk/files.ts';
import { inSlices } from '../../jobs/slices.ts';
import { BackupPlace } from '../kept/backup-place.ts';
import { readBackups, verifyObjects } from '../read-backups.ts';
import { halfBrought } from './brought.ts';
import { unwatched } from '../../jobs/work.ts';
import { digesting, stateOf } from '../folder/state-digest.ts';

export interface KillReport {
  kills: number;
  acknowledged: number;
  lost: string[];
  failedStarts: string[];
  /** Folders whose state was not what their journals make. */
  wrongStates: string[];
  /** Backups that lacked something or were damaged. */
  badBackups: string[];
  /** Imports of which something is there and something is not. */
  halves: string[];
  /** How often it was killed in the middle of what. */
  during: Record<string, number>;
  millis: number;
}

const clock = { now: () => Date.now(), utcOffsetMin: () => 420 };
/** Kills between two looks at the whole folder; each folder is new after so many. */
const LOOK_EVERY = 25;
const FRESH_EVERY = 100;

/** When to kill: so many words after it was ready, and so long after that. */
interface Moment {
  readonly words: number;
  readonly afterMs: number;
}

interface Killed {
  /** Names of events that were acknowledged. */
  readonly said: string[];
  readonly during: string;
  readonly error: string | null;
}

/** Runs the child on the folder and kills it. Words, not time alone: a machine with much to do gets as far. */
function killOnce(program: string, dataDir: string, seed: number, { words, afterMs }: Moment): Promise<Killed> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, dataDir, String(seed)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let error = '';
    let timer: NodeJS.Timeout | null = null;
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.split('\n').length - 1 > words) timer ??= setTimeout(() => child.kill('SIGKILL'), afterMs);
    });
    child.on('close', (_code, signal) => {
      if (timer) clearTimeout(timer);
      const lines = out
        .slice(0, out.lastIndexOf('\n') + 1)
        .split('\n')
        .filter(Boolean);
      const work = lines.filter((line) => /^[+-]/.test(line)).at(-1);
      const during = work?.startsWith('+') ? work.slice(1) : 'answering';
      resolve({
        said: lines.filter((line) => line.includes(':')),
        during,
        error: signal === 'SIGKILL' && lines[0] === 'ready' ? null : error || 'no word',
      });
    });
  });
}

/** The snapshot as an older app would have left it: the next start migrates, which is a rebuild from the journal. */
function makeOlder(dataDir: string): boolean {
  const path = join(dataDir, GENERATIONS[0]);
  if (!existsSync(path)) return false;
  const text = readFileSync(path, 'utf8');
  const older = text.replace(/"version": \d+/, '"version": 0');
  writeFileSync(path, older);
  return older !== text;
}

const openedDigest = async (dataDir: string): Promise<string> => {
  const store = await openStore({ dataDir, clock });
  const digest = await inSlices(digesting(stateOf(store.progress)));
  await store.close();
  return digest;
};

async function badBackupsIn(dataDir: string): Promise<string[]> {
  const place = new BackupPlace(nodeFiles, join(dataDir, 'backups'));
  await verifyObjects(place, unwatched);
  return (await readBackups(nodeFiles, place)).damaged;
}

/** Everything acknowledged is there, it opens, and the state is what the journals alone make. */
async function look(dataDir: string, acknowledged: ReadonlySet<string>, report: KillReport): Promise<void> {
  const present = namesIn(dataDir);
  for (const name of acknowledged) if (!present.has(name)) report.lost.push(name);
  try {
    const state = await openedDigest(dataDir);
    report.halves.push(...halfBrought(dataDir, present));
    report.badBackups.push(...(await badBackupsIn(dataDir)));
    for (const name of GENERATIONS) rmSync(join(dataDir, name), { force: true });
    if ((await openedDigest(dataDir)) !== state) report.wrongStates.push(dataDir);
  } catch (cause) {
    report.failedStarts.push(String(cause));
  }
}

/** Kills on one folder after the other. */
async function lane(program: string, kills: number, seed: number, report: KillReport): Promise<void> {
  const random = randomFrom(seed);
  let dataDir = '';
  let acknowledged = new Set<string>();
  const leave = async () => {
    if (dataDir === '') return;
    await look(dataDir, acknowledged, report);
    report.acknowledged += acknowledged.size;
    for (const folder of [dataDir, `${dataDir}-other`, `${dataDir}-brought`])
      rmSync(folder, { recursive: true, force: true });
  };
  for (let i = 0; i < kills; i++) {
    if (i % FRESH_EVERY === 0) {
      await leave();
      dataDir = mkdtempSync(join(tmpdir(), 'jamdai-kills-'));
      acknowledged = new Set();
    } else if (i % LOOK_EVERY === 0) await look(dataDir, acknowledged, report);
    const isMigrating = random() < 0.1 && makeOlder(dataDir);
    const { said, during, error } = await killOnce(
      program,
      dataDir,
      seed * 1_000_003 + i,
      isMigrating ? { words: 0, afterMs: 0 } : { words: Math.floor(random() * 8), afterMs: random() * 20 },
    );
    if (error !== null) report.failedStarts.push(error);
    for (const name of said) acknowledged.add(name);
    const what = isMigrating ? 'migration' : during;
    report.during[what] = (report.during[what] ?? 0) + 1;
    report.kills++;
  }
  await leave();
}

/** `program`: the bundled child. Lanes run beside each other, each on its own folders. */
export async function killMany(program: string, kills: number, seed: number, lanes = 4): Promise<KillReport> {
  const began = performance.now();
  const report: KillReport = {
    kills: 0,
    acknowledged: 0,
    lost: [],
    failedStarts: [],
    wrongStates: [],
    badBackups: [],
    halves: [],
    during: {},
    millis: 0,
  };
  const share = (lane: number) => Math.floor((kills + lane) / lanes);
  await Promise.all(Array.from({ length: lanes }, (_, i) => lane(program, share(i), seed + i, report)));
  report.millis = Math.round(performance.now() - began);
  return report;
}
