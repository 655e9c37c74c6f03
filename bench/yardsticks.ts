import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../core/services/store/open-store.ts';
import { clock } from './clock.ts';
import { AT_CLOSE_ONLY } from './snapshot.ts';
import { cpuMs, epochMs } from './timing.ts';

const LF = 0x0a;
const PLAIN = 'plain-snapshot.json';

export const plainPath = (dataDir: string): string => join(dataDir, '..', `${dataDir.split('/').at(-1)}-${PLAIN}`);

/**
 * What a snapshot holds, written as JSON.stringify would: every card's state and the events that touched it, days, lessons, settings,
 * and where the journals' events begin.
 */
export async function writePlain(dataDir: string): Promise<void> {
  const store = await openStore({ dataDir, clock, snapshots: AT_CLOSE_ONLY });
  const { cards, covered, ...rest } = await store.cut();
  const fd = openSync(plainPath(dataDir), 'w');
  writeSync(fd, `{"rest":${JSON.stringify({ ...rest, covered })},"cards":{`);
  let row = 0;
  let text = '';
  for (const { id, state } of cards) {
    text += `${row > 0 ? ',' : ''}${JSON.stringify(id)}:${JSON.stringify({ ...state, trail: cards.trails.at(row) })}`;
    if (++row % 1000 > 0) continue;
    writeSync(fd, text);
    text = '';
  }
  writeSync(fd, `${text}}}`);
  closeSync(fd);
  await store.close();
}

/** From starting an empty Node process to having read and parsed that file in it, ms: what a start can be compared with. */
export function readPlainInOwnProcess(dataDir: string): number {
  const program = `
    JSON.parse(require('node:fs').readFileSync(process.argv[1], 'utf8'));
    process.stdout.write(String(performance.timeOrigin + performance.now()));`;
  const began = epochMs();
  return Number(execFileSync(process.execPath, ['-e', program, plainPath(dataDir)], { encoding: 'utf8' })) - began;
}

export interface JournalsRead {
  readonly readMs: number;
  readonly readCpuMs: number;
}

/** Reads all journal files of a data folder and parses every line as JSON: what a rebuild can be compared with. */
export function parseJournals(dataDir: string): JournalsRead {
  const [began, before] = [performance.now(), cpuMs()];
  for (const device of readdirSync(join(dataDir, 'journal'))) {
    for (const name of readdirSync(join(dataDir, 'journal', device)).filter((file) => file.endsWith('.ndjson'))) {
      const bytes = readFileSync(join(dataDir, 'journal', device, name));
      for (let from = 0, to = bytes.indexOf(LF); to >= 0; from = to + 1, to = bytes.indexOf(LF, from))
        JSON.parse(bytes.toString('utf8', from, to));
    }
  }
  return { readMs: performance.now() - began, readCpuMs: cpuMs() - before };
}
