import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFound, openToWrite, usableFolder } from './open-folder.ts';
import { PlainStore } from './plain-store.ts';
import { readAll } from './sync-store.ts';

/** Cheap to make: what is tried here does not depend on the cost. */
const cost = 4;
const passphrase = 'น้ำขึ้นให้รีบตัก';
const DEVICE = 'k3j9d8s7a6f5';
const refused = (reason: string) =>
  expect.objectContaining({ code: 'bad-input', details: expect.objectContaining({ reason }) });

let place: string;
let folder: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'jamdai-sync-folder-'));
  folder = join(place, 'mirrored');
  mkdirSync(folder);
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const card = async (opening: Parameters<typeof openToWrite>[1]) => {
  const { store } = await openToWrite(folder, opening);
  await store.write(DEVICE, 'part.json', [Buffer.from('card')]);
};

describe('a folder that is to be synced with', () => {
  it('is refused where it lies in the data folder, or around it', async () => {
    const data = join(folder, 'data');
    mkdirSync(join(data, 'inside'), { recursive: true });
    await expect(usableFolder(data, join(data, 'inside'))).rejects.toEqual(refused('inside'));
    await expect(usableFolder(data, data)).rejects.toEqual(refused('inside'));
    await expect(usableFolder(data, folder)).rejects.toEqual(refused('around'));
    await expect(usableFolder(data, join(place, 'nothing'))).rejects.toMatchObject({ code: 'not-found' });
    mkdirSync(join(place, 'data2'));
    expect(await usableFolder(data, join(place, 'data2'))).toBe(join(place, 'data2'));
  });

  it('is nobody’s while it is empty, plain where somebody writes plainly, sealed where somebody seals', async () => {
    expect(await openFound(folder, {})).toMatchObject({ seal: null });
    await card({});
    expect(await openFound(folder, {})).toMatchObject({ seal: 'plain' });
    rmSync(join(folder, 'jamdai-sync'), { recursive: true });
    await card({ passphrase, cost });
    expect(await openFound(folder, {})).toBeNull();
    expect(await openFound(folder, { passphrase, cost })).toMatchObject({ seal: 'sealed' });
  });

  it('is sealed for all once one device seals it, and opened by its key from then on', async () => {
    const { key } = await openToWrite(folder, { passphrase, cost });
    expect(readdirSync(folder)).toEqual([]);
    await card({ key });
    const second = await openToWrite(folder, { passphrase, cost });
    expect((await readAll(second.store, DEVICE, 'part.json', 100)).toString()).toBe('card');
    await expect(openToWrite(folder, {})).rejects.toMatchObject({ code: 'passphrase-needed' });
    await expect(openToWrite(folder, { passphrase: 'another one of mine', cost })).rejects.toMatchObject({
      code: 'passphrase-wrong',
    });
    await expect(openToWrite(folder, { key: 'damaged' })).rejects.toMatchObject({ code: 'passphrase-needed' });
  });

  it('stays sealed for who has its key, though everything in it was deleted', async () => {
    const { key } = await openToWrite(folder, { passphrase, cost });
    await card({ key });
    rmSync(join(folder, 'jamdai-sync'), { recursive: true });
    expect(await openToWrite(folder, { key })).toMatchObject({ seal: 'sealed' });
    await card({ key });
    expect(await new PlainStore(folder).parts()).not.toContain(DEVICE);
  });

  it('takes no passphrase that would seal nothing, or that is guessed', async () => {
    await expect(openToWrite(folder, { passphrase: 'short', cost })).rejects.toEqual(refused('short'));
    await card({});
    await expect(openToWrite(folder, { passphrase, cost })).rejects.toEqual(refused('plain'));
  });
});
