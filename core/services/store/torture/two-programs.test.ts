import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../../domain/history/events.ts';
import { bundleChild } from '../../disk/torture/bundle-child.ts';
import { openStore } from '../open-store.ts';

const clock = { now: () => Date.now(), utcOffsetMin: () => 420 };
const ANSWERS = process.env['JAMDAI_LONG'] ? 2_000 : 200;

/** Does this machine let us start a program in namespaces of its own? */
const canUnshare = (...flags: string[]) => spawnSync('unshare', [...flags, 'true']).status === 0;
const OWN_NETWORK = ['-n', '-rn'].find((flag) => canUnshare(flag));
const OWN_PROCESSES = ['-npf', '-rnpf'].find((flag) => canUnshare(flag));
const OWN_MOUNTS = ['-m', '-rm'].find((flag) => canUnshare(flag));

let programs: string;
let program: string;
let dataDir: string;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  programs = mkdtempSync(join(tmpdir(), 'jamdai-writers-'));
  program = await bundleChild(new URL('writer-child.ts', import.meta.url), programs);
});
afterAll(() => rmSync(programs, { recursive: true, force: true }));
beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'jamdai-two-'))));
afterEach(async () => {
  for (const child of running) {
    child.kill('SIGKILL');
    await once(child, 'close');
  }
  rmSync(dataDir, { recursive: true, force: true });
});

interface Writer {
  readonly child: ChildProcess;
  /** What it says first: `open` or `refused …`. */
  readonly opened: Promise<string>;
  readonly said: Promise<string[]>;
}

function start(command: string, ...args: string[]): Writer {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  child.once('close', () => running.delete(child));
  let out = '';
  const opened = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('\n')) resolve(out.slice(0, out.indexOf('\n')));
    });
  });
  const said = once(child, 'close').then(() => out.trimEnd().split('\n'));
  return { child, opened, said };
}
const write = (name: string, answers: number, ...more: string[]) =>
  start(process.execPath, program, dataDir, name, String(answers), ...more);
const writeApart = (flag: string, name: string, answers: number) =>
  start('unshare', flag, process.execPath, program, dataDir, name, String(answers));

/** `event card` of every answer that was acknowledged. */
const acceptedIn = (said: string[]) =>
  said.filter((line) => line.startsWith('accepted ')).map((line) => line.slice('accepted '.length));
const refusedIn = (said: string[]) => said.filter((line) => line.startsWith('refused '));

/** Every acknowledged answer is in the history, once, under the name it was acknowledged with; nothing else is. */
async function expectAll(accepted: string[]): Promise<void> {
  const store = await openStore({ dataDir, clock });
  const kept = [...store.backwards()].map(
    (event: JournalEvent) => `${event.device}:${event.seq} ${'card' in event ? event.card : ''}`,
  );
  await store.close();
  expect(accepted.filter((answer) => !kept.includes(answer))).toEqual([]);
  expect(new Set(accepted.map((answer) => answer.split(' ')[0])).size).toBe(accepted.length);
  expect(kept.length).toBe(accepted.length);
}

describe('bug: the lock did not hold between programs', () => {
  it.skipIf(OWN_NETWORK === undefined)(
    `two processes, each in a network of its own: one is refused by name, ${ANSWERS} answers each way are kept`,
    async () => {
      const accepted: string[] = [];
      for (const [holder, other] of [
        ['a', 'b'],
        ['b', 'a'],
      ] as const) {
        const first = writeApart(OWN_NETWORK!, holder, 0);
        expect(await first.opened).toBe('open');
        const second = await writeApart(OWN_NETWORK!, other, ANSWERS).said;
        expect(second).toEqual([expect.stringMatching(/^refused data-locked /)]);
        first.child.kill('SIGKILL');
        await first.said;
        const said = await writeApart(OWN_NETWORK!, other, ANSWERS).said;
        expect(refusedIn(said)).toEqual([]);
        accepted.push(...acceptedIn(said));
      }
      expect(accepted).toHaveLength(2 * ANSWERS);
      await expectAll(accepted);
    },
  );

  it.skipIf(OWN_NETWORK === undefined)('two that start at once: one opens, the other is refused', async () => {
    const two = [writeApart(OWN_NETWORK!, 'a', 0), writeApart(OWN_NETWORK!, 'b', 0)];
    const words = (await Promise.all(two.map(({ opened }) => opened))).map((line) =>
      line.split(' ').slice(0, 2).join(' '),
    );
    expect(words.sort()).toEqual(['open', 'refused data-locked']);
  });

  it.skipIf(OWN_PROCESSES === undefined)('a process that can not see the other is refused', async () => {
    const first = write('a', 0);
    await first.opened;
    expect(await writeApart(OWN_PROCESSES!, 'b', 1).opened).toMatch(/^refused data-locked /);
  });

  it.skipIf(OWN_MOUNTS === undefined)('the same folder mounted at another place is refused', async () => {
    const first = write('a', 0);
    await first.opened;
    const place = join(programs, 'mounted');
    mkdirSync(place, { recursive: true });
    const script = 'mount --bind "$1" "$2" && exec "$3" "$4" "$2" b 1';
    const second = start('unshare', OWN_MOUNTS!, 'sh', '-c', script, 'sh', dataDir, place, process.execPath, program);
    expect(await second.opened).toMatch(/^refused data-locked /);
  });

  it('says who holds it', async () => {
    const before = Date.now();
    const first = write('a', 0);
    await first.opened;
    const [, code, details] = (await write('b', 1).opened).split(' ');
    expect(code).toBe('data-locked');
    const { host, pid, since } = JSON.parse(details!) as { host: string; pid: number; since: number };
    expect({ host, pid }).toEqual({ host: hostname(), pid: first.child.pid });
    expect(since).toBeGreaterThanOrEqual(before);
  });

  it.skipIf(process.platform === 'win32')(
    'a holder that stands still keeps the folder, one that was killed does not',
    async () => {
      const first = write('a', 0);
      await first.opened;
      first.child.kill('SIGSTOP');
      expect(await write('b', 1).opened).toMatch(/^refused data-locked /);
      first.child.kill('SIGKILL');
      await first.said;
      expect(await write('b', 1).opened).toBe('open');
    },
  );
});

describe('bug: a program that writes behind the back of another took its answers away', () => {
  /** Both answer at the same time and may be refused by name as often as need be. */
  async function expectBothKept(...locks: ('' | 'bypass')[]): Promise<void> {
    await (await openStore({ dataDir, clock })).close();
    const two = locks.map((lock, i) => write(`writer${i}`, ANSWERS, ...(lock ? [lock] : [])));
    const said = (await Promise.all(two.map((writer) => writer.said))).flat();
    expect(acceptedIn(said)).toHaveLength(2 * ANSWERS);
    for (const line of refusedIn(said)) expect(line).toBe('refused data-locked {}');
    await expectAll(acceptedIn(said));
  }

  it(`two that hold no lock at all, ${ANSWERS} answers each at the same time: all acknowledged ones are kept`, async () => {
    await expectBothKept('bypass', 'bypass');
  });

  it(`one that holds the lock and one that asks for none, ${ANSWERS} answers each: all acknowledged ones are kept`, async () => {
    await expectBothKept('', 'bypass');
  });
});
