import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestOf, openDevice, type TestDevice } from '../backups/data-folder.fixture.ts';
import { SyncService } from './sync-service.ts';

const passphrase = 'น้ำขึ้นให้รีบตัก แล้วไปนอน';
/** Nothing happens by itself in these tests. */
const NEVER = { afterAnswer: 1e9, atMost: 1e9, afterChange: 1e9, every: 1e9 };

let place: string;
let shared: string;
let open: { device: TestDevice; sync: SyncService }[];
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'jamdai-sealed-devices-'));
  shared = join(place, 'shared');
  mkdirSync(shared);
  open = [];
});
afterEach(async () => {
  for (const { device, sync } of open) {
    await sync.close();
    await device.close();
  }
  rmSync(place, { recursive: true, force: true });
});

async function start(name: string) {
  mkdirSync(join(place, name));
  const device = await openDevice(join(place, name));
  const log = (error: unknown) => {
    throw error;
  };
  const sync = new SyncService({ data: device, clock: device.clock, onTaken: async () => undefined, log }, NEVER);
  open.push({ device, sync });
  return {
    ...{ device, sync, answer: device.answer },
    /** Begins, and waits until the first round has ended. */
    begin: async (folder: string, secret = passphrase) => {
      await sync.begin({ folder, passphrase: secret });
      await new Promise((resolve) => setTimeout(resolve, 10));
      return sync.now();
    },
  };
}
const below = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile());

/** What a synchroniser does. */
const carry = (from: string, to: string) => cpSync(from, to, { recursive: true });

describe('devices that share a sealed folder', () => {
  it('have what each of them did, and the folder shows nothing of it', async () => {
    const [a, b] = [await start('a'), await start('b')];
    await a.begin(shared);
    for (let i = 0; i < 30; i++) await a.answer(`csto/question-${i}`);
    expect(await a.sync.now()).toMatchObject({ seal: 'sealed', trouble: null, unwritten: 0 });

    expect(await b.sync.look({ folder: shared })).toEqual({ seal: 'sealed', opened: false, devices: [], bytes: 0 });
    const seen = await b.sync.look({ folder: shared, passphrase });
    expect(seen.devices).toEqual([expect.objectContaining({ id: a.device.store.device, own: false, onTheWay: 30 })]);
    await b.begin(shared);
    await b.answer('csto/question-7');
    await b.sync.now();
    await a.sync.now();
    expect(digestOf(a.device.store.progress)).toBe(digestOf(b.device.store.progress));
    expect(a.device.store.progress.reviewsTotal).toBe(31);

    const words = ['csto', 'question', 'review', 'device', 'jamdai-sync/', 'part', 'ndjson', passphrase];
    const ids = open.map(({ device }) => device.store.device);
    for (const path of below(shared)) {
      const file = Buffer.concat([Buffer.from(path.replace('jamdai-sync', '')), readFileSync(join(shared, path))]);
      for (const word of [...words, ...ids]) expect(file.includes(word), `${word} in ${path}`).toBe(false);
    }
  });

  it('of a few cards more are as large as each other to whoever counts bytes', async () => {
    const sizes = [];
    for (const [name, cards] of [
      ['few', 5],
      ['more', 9],
    ] as const) {
      const [folder, { sync, begin, answer }] = [join(place, `${name}-shared`), await start(name)];
      mkdirSync(folder);
      await begin(folder);
      for (let i = 0; i < cards; i++) await answer(`csto/question-${i}`);
      await sync.now();
      sizes.push(below(folder).map((path) => statSync(join(folder, path)).size));
    }
    expect(sizes[0]).toEqual(sizes[1]);
  });

  it('let nobody in with another passphrase, or with none', async () => {
    const [a, b] = [await start('a'), await start('b')];
    await a.begin(shared);
    await a.answer('csto/question');
    await a.sync.now();
    const before = below(shared);
    const other = { folder: shared, passphrase: `${passphrase}!` };
    await expect(b.sync.look(other)).rejects.toMatchObject({ code: 'passphrase-wrong' });
    await expect(b.sync.begin(other)).rejects.toMatchObject({ code: 'passphrase-wrong' });
    await expect(b.sync.begin({ folder: shared })).rejects.toMatchObject({ code: 'passphrase-needed' });
    expect(b.sync.status().folder).toBeNull();
    expect(below(shared)).toEqual(before);
  });

  it('are told where another one was set up with another passphrase at the same moment', async () => {
    const [a, b] = [await start('a'), await start('b')];
    const elsewhere = join(place, 'elsewhere');
    mkdirSync(elsewhere);
    await a.begin(shared);
    await b.begin(elsewhere, `${passphrase}!`);
    for (const { sync, answer } of [a, b]) {
      await answer('csto/question');
      await sync.now();
    }
    carry(elsewhere, shared);
    const status = await a.sync.now();
    expect(status.trouble).toMatchObject({ what: 'passphrase' });
    expect(status.devices).toHaveLength(2);
  });

  it('that were set up with one passphrase at the same moment see each other once they have begun again', async () => {
    const [a, b] = [await start('a'), await start('b')];
    const elsewhere = join(place, 'elsewhere');
    mkdirSync(elsewhere);
    await a.begin(shared);
    await b.begin(elsewhere);
    for (const { sync, answer } of [a, b]) {
      await answer('csto/question');
      await sync.now();
    }
    carry(elsewhere, shared);
    expect((await a.sync.now()).trouble).toMatchObject({ what: 'passphrase' });
    await a.sync.leave();
    expect((await a.begin(shared)).trouble).toBeNull();
    expect(a.device.store.progress.reviewsTotal).toBe(2);
  });

  it('take nothing of a file of which a bit is another one, and all of it once its device has mended it', async () => {
    const [a, b] = [await start('a'), await start('b')];
    await a.begin(shared);
    await a.answer('csto/question');
    await a.sync.now();
    for (const path of below(shared)) {
      const bytes = readFileSync(join(shared, path));
      bytes[bytes.length - 40]! ^= 1;
      writeFileSync(join(shared, path), bytes);
    }
    await b.begin(shared);
    await b.sync.now();
    expect(b.device.store.progress.reviewsTotal).toBe(0);
    await a.sync.now();
    await b.sync.now();
    expect(b.device.store.progress.reviewsTotal).toBe(1);
  });
});
