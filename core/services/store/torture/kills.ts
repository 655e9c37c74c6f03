import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../open-store.ts';
import { randomFrom } from './answering.ts';
import { namesIn } from './names-in.ts';

export interface KillReport {
  kills: number;
  acknowledged: number;
  lost: string[];
  failedStarts: string[];
  millis: number;
}

/** Runs the child on the folder and kills it `afterMs` after it was ready. */
function killOnce(program: string, dataDir: string, seed: number, afterMs: number): Promise<{ said: string[]; error: string | null }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, dataDir, String(seed)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let error = '';
    let timer: NodeJS.Timeout | null = null;
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      timer ??= setTimeout(() => child.kill('SIGKILL'), afterMs);
    });
    child.on('close', (_code, signal) => {
      if (timer) clearTimeout(timer);
      const said = out.slice(0, out.lastIndexOf('\n') + 1).split('\n').filter(Boolean);
      resolve({ said: said.filter((line) => line !== 'ready'), error: signal === 'SIGKILL' && said[0] === 'ready' ? null : error || 'no word' });
    });
  });
}

/** Kills on one folder after the other; every few kills all of it is opened and compared with what was acknowledged. */
async function lane(program: string, kills: number, seed: number, report: KillReport): Promise<void> {
  const random = randomFrom(seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'jamdai-kills-'));
  const acknowledged = new Set<string>();
  const clock = { now: () => Date.now(), utcOffsetMin: () => 420 };
  for (let i = 1; i <= kills; i++) {
    const { said, error } = await killOnce(program, dataDir, seed * 1_000_003 + i, random() * 60);
    if (error !== null) report.failedStarts.push(error);
    for (const name of said) acknowledged.add(name);
    report.kills++;
    if (i % 25 !== 0 && i !== kills) continue;
    const present = namesIn(dataDir);
    for (const name of acknowledged) if (!present.has(name)) report.lost.push(name);
    await openStore({ dataDir, clock }).then(
      (store) => store.close(),
      (cause: unknown) => report.failedStarts.push(String(cause)),
    );
  }
  report.acknowledged += acknowledged.size;
  rmSync(dataDir, { recursive: true, force: true });
}

/** `program`: the bundled child. Lanes run beside each other, each on its own folder. */
export async function killMany(program: string, kills: number, seed: number, lanes = 4): Promise<KillReport> {
  const began = performance.now();
  const report: KillReport = { kills: 0, acknowledged: 0, lost: [], failedStarts: [], millis: 0 };
  const share = (lane: number) => Math.floor((kills + lane) / lanes);
  await Promise.all(Array.from({ length: lanes }, (_, i) => lane(program, share(i), seed + i, report)));
  report.millis = Math.round(performance.now() - began);
  return report;
}
