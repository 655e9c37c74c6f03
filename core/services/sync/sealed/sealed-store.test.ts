import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  copyFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PlainStore } from '../plain-store.ts';
import { readAll, type SyncStore } from '../sync-store.ts';
import { keyRingText, readKeyRing, type KeyRing } from './key-ring.ts';
import { keyOf, newParameters } from './seal-key.ts';
import { readOpenPart, writeOpenPart } from './sealed-layout.ts';
import { SealedStore } from './sealed-store.ts';
import { findSeals, unlock } from './unlock.ts';

/** Cheap to make: what is tried here does not depend on the cost. */
const COST = 4;
const PASSPHRASE = 'น้ำขึ้นให้รีบตัก';
const [MINE, YOURS] = ['mine1234abcd', 'yours567efgh'];

let folder: string;
let disk: PlainStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jamdai-sealed-'));
  disk = new PlainStore(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const opened = async (passphrase = PASSPHRASE) => new SealedStore(disk, await unlock(disk, passphrase, COST));
const write = (store: SyncStore, part: string, name: string, text: string) =>
  store.write(part, name, [Buffer.from(text)]);
const read = async (store: SyncStore, part: string, name: string) =>
  (await readAll(store, part, name, 1 << 24)).toString();
const names = async (store: SyncStore, part: string) => (await store.list(part)).map(({ name }) => name).sort();
const onDisk = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile());
/** Files on the disk in the order in which they came. */
const newest = (before: string[]) => onDisk().find((path) => !before.includes(path))!;

describe('a sealed sync folder', () => {
  it('is to whoever knows the passphrase as a plain one', async () => {
    const mine = await opened();
    await write(mine, MINE, 'part.json', 'first');
    await write(mine, MINE, 'part.json', 'second');
    await write(mine, MINE, 'j-1-2.ndjson', '');
    const yours = await opened();
    await write(yours, YOURS, 'pack.ndjson', 'ก'.repeat(100_000));
    for (const store of [mine, yours, await opened()]) {
      expect((await store.parts()).sort()).toEqual([MINE, YOURS]);
      expect(await names(store, MINE)).toEqual(['j-1-2.ndjson', 'part.json']);
      expect(await read(store, MINE, 'part.json')).toBe('second');
      expect(await read(store, YOURS, 'pack.ndjson')).toBe('ก'.repeat(100_000));
      expect(await names(store, 'nobody')).toEqual([]);
      await expect(read(store, MINE, 'nothing')).rejects.toMatchObject({ code: 'ENOENT' });
    }
    await yours.remove(MINE, 'part.json');
    await yours.remove(MINE, 'never-there');
    expect(await names(mine, MINE)).toEqual(['j-1-2.ndjson']);
  });

  it('shows no text, name or number to whoever looks into it', async () => {
    const store = await opened();
    const text = '{"device":"mine1234abcd","name":"Home computer","cards":12345,"องค์การ":"CSTO"}\n';
    for (let i = 0; i < 20; i++) await write(store, MINE, `j-mine1234abcd-${i}-200.ndjson`, text.repeat(i + 1));
    const all = onDisk().map((path) => Buffer.concat([Buffer.from(path), readFileSync(join(folder, path))]));
    for (const word of ['mine1234', 'j-mine', 'ndjson', 'Home', '12345', 'องค์', 'CSTO', 'device', PASSPHRASE])
      for (const file of all) expect(file.includes(word), word).toBe(false);
    expect(new Set(all.map(({ length }) => length)).size).toBe(1);
  });

  it('knows its files again under every name that a synchroniser gives them', async () => {
    const store = await opened();
    await write(store, MINE, 'part.json', 'old');
    const [card] = onDisk() as [string];
    copyFileSync(join(folder, card), join(folder, `${card} (conflicted copy 2026-11-30)`));
    await write(store, MINE, 'part.json', 'new');
    const before = onDisk();
    await write(store, MINE, 'j-1-2.ndjson', 'lines');
    const segment = newest(before);
    renameSync(join(folder, segment), join(folder, dirname(segment), basename(segment).toUpperCase()));

    const again = await opened();
    const found = await again.list(MINE);
    expect(found.map(({ name }) => name).filter((name) => name.startsWith('j-1-2.ndjson.'))).toHaveLength(1);
    const copies = found.filter(({ name }) => name.startsWith('part.json'));
    expect(copies).toHaveLength(2);
    const texts = await Promise.all(found.map(({ name }) => read(again, MINE, name)));
    expect(texts.sort()).toEqual(['lines', 'new', 'old']);
    expect(await read(again, MINE, 'part.json')).toBe('new');
    for (const { name } of found) await again.remove(MINE, name);
    expect(onDisk()).toEqual([]);
  });

  it('tells a part that was renamed under the name it has now, and its files as they were sealed', async () => {
    await write(await opened(), MINE, 'part.json', 'card');
    const [name] = readdirSync(join(folder, 'jamdai-sync')) as [string];
    renameSync(join(folder, 'jamdai-sync', name), join(folder, 'jamdai-sync', `${name} (1)`));
    const store = await opened();
    expect(await store.parts()).toEqual([`${name} (1)`]);
    const [card] = await store.list(`${name} (1)`);
    expect(card!.name).toMatch(/^part\.json/);
    expect(await read(store, `${name} (1)`, card!.name)).toBe('card');
  });

  it('tells what is damaged, names it when it is read, and leaves out what is none of ours', async () => {
    const store = await opened();
    await write(store, MINE, 'part.json', 'card');
    const path = join(folder, onDisk()[0]!);
    writeFileSync(join(path, '..', 'desktop.ini'), '[.ShellClassInfo]');
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(path, bytes);
    const again = await opened();
    expect(await names(again, MINE)).toEqual(['part.json']);
    const refused = { code: 'data-corrupt', details: { file: `${MINE}/part.json`, chunk: 1, reason: 'damaged' } };
    await expect(read(again, MINE, 'part.json')).rejects.toMatchObject(refused);
    // A head that does not open has no name but the one on the disk.
    bytes[100]! ^= 1;
    writeFileSync(path, bytes);
    const [head] = await again.list(MINE);
    expect(path.endsWith(head!.name)).toBe(true);
    await expect(read(again, MINE, head!.name)).rejects.toMatchObject({ code: 'data-corrupt' });
  });

  it('is found whole again once a file that was half there has come', async () => {
    const mine = await opened();
    await write(mine, MINE, 'part.json', 'card');
    const path = join(folder, onDisk()[0]!);
    const whole = readFileSync(path);
    const yours = await opened();
    for (const bytes of [0, 50, 200, 1000]) {
      writeFileSync(path, whole.subarray(0, bytes));
      for (const { name } of await yours.list(MINE))
        await expect(read(yours, MINE, name)).rejects.toMatchObject({ code: 'data-corrupt' });
    }
    writeFileSync(path, whole);
    expect(await yours.parts()).toEqual([MINE]);
    expect(await names(yours, MINE)).toEqual(['part.json']);
    expect(await read(yours, MINE, 'part.json')).toBe('card');
  });
});

describe('a passphrase', () => {
  it('that is another one is refused by name, and changes nothing', async () => {
    await write(await opened(), MINE, 'part.json', 'card');
    const before = onDisk();
    await expect(opened('น้ำขึ้นให้รีบตั๊ก')).rejects.toMatchObject({ code: 'passphrase-wrong' });
    expect(onDisk()).toEqual(before);
  });

  it('makes the same key for all who come later', async () => {
    await write(await opened(), MINE, 'part.json', 'card');
    await write(await opened(), YOURS, 'part.json', 'card');
    expect(await findSeals(disk)).toHaveLength(1);
  });

  it('opens all where two devices began before they saw each other', async () => {
    const mine = await opened();
    const yours = await opened();
    await write(mine, MINE, 'part.json', 'mine');
    await write(yours, YOURS, 'part.json', 'yours');
    await write(yours, YOURS, 'j-1-2.ndjson', 'lines');
    expect(await findSeals(disk)).toHaveLength(2);
    await expect(read(mine, YOURS, (await mine.list(YOURS))[0]?.name ?? 'part.json')).rejects.toThrow();
    const third = await opened();
    expect((await third.parts()).sort()).toEqual([MINE, YOURS]);
    expect(await names(third, YOURS)).toEqual(['j-1-2.ndjson', 'part.json']);
    // Each writes on with one key: what the other key made of the same name goes.
    await write(third, MINE, 'part.json', 'mine again');
    await write(third, YOURS, 'part.json', 'yours again');
    expect([await read(third, MINE, 'part.json'), await read(third, YOURS, 'part.json')]).toEqual([
      'mine again',
      'yours again',
    ]);
    expect(await names(third, MINE)).toEqual(['part.json']);
    expect(await names(third, YOURS)).toEqual(['j-1-2.ndjson', 'part.json']);
  });

  it('never seals with a key that is cheaper to guess than ours, whatever lies there', async () => {
    const cheap: KeyRing = [await keyOf(PASSPHRASE, newParameters(1))];
    await write(new SealedStore(disk, cheap), YOURS, 'part.json', 'planted');
    const [first, ...others] = await unlock(disk, PASSPHRASE, COST);
    expect(first.parameters.log2N).toBe(COST);
    expect(others).toHaveLength(1);
  });

  it('is not spent on what asks for more work than any of ours', async () => {
    const store = await opened();
    await write(store, MINE, 'part.json', 'card');
    const path = join(folder, onDisk()[0]!);
    const open = readOpenPart(readFileSync(path));
    if (typeof open === 'string') throw new Error(open);
    mkdirSync(join(path, '..', '..', 'planted'));
    writeFileSync(
      join(path, '..', '..', 'planted', 'file'),
      writeOpenPart({ ...open, parameters: { ...open.parameters, log2N: 40 } }),
    );
    expect(await findSeals(disk)).toHaveLength(1);
  });

  it('is not needed again by a device that kept its key', async () => {
    await write(await opened(), MINE, 'part.json', 'card');
    const text = keyRingText(await unlock(disk, PASSPHRASE, COST));
    expect(text.length).toBeLessThan(300);
    expect(await read(new SealedStore(disk, readKeyRing(text)), MINE, 'part.json')).toBe('card');
    for (const damaged of ['', '[]', '[{}]', text.replace('"log2N":4', '"log2N":40'), text.slice(0, -20)])
      expect(() => readKeyRing(damaged)).toThrow(expect.objectContaining({ code: 'passphrase-needed' }));
  });
});
