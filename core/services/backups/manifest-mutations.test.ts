import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeFiles } from '../disk/files.ts';
import { readWhole } from '../disk/whole-file.ts';
import { openZip } from './archive/zip-reader.ts';
import { hashesBelow, openDevice, testRoot, type TestDevice } from './data-folder.fixture.ts';
import { encodeKept, readKept, type KeptManifest } from './kept/kept-manifest.ts';
import { makeArchive } from './make-archive.ts';
import { entryOf, writeCraftedZip } from './torture/crafted-zip.fixture.ts';
import { unwatched } from '../jobs/work.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** What a field is made into; `undefined` takes it away. */
const WRONG: Readonly<Record<string, unknown>> = {
  missing: undefined,
  null: null,
  'a wrong type': { odd: [true] },
  'another wrong type': 'text of no meaning',
  negative: -7,
  huge: 2 ** 53 - 1,
  'beyond numbers': '1e999',
  'half a number': 0.5,
  'an empty text': '',
  'an empty list': [],
  'an empty object': {},
  unknown: 'unknown-thing',
};

/** Every field at whatever depth; of lists the first. */
function fieldsOf(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (value === null || typeof value !== 'object') return [];
  const keys = Array.isArray(value) ? (value.length > 0 ? [0] : []) : Object.keys(value);
  return keys.flatMap((key) => {
    const below = [...path, key];
    return [below, ...fieldsOf((value as Record<string | number, Json>)[key]!, below)];
  });
}

function withField(value: Json, path: readonly (string | number)[], wrong: unknown): Json {
  const copy = structuredClone(value) as Record<string | number, unknown>;
  let at = copy;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  const last = path.at(-1)!;
  if (wrong !== undefined) at[last] = wrong;
  else if (Array.isArray(at)) at.splice(Number(last), 1);
  else delete at[last];
  return copy as Json;
}

/** What a field may be without anything depending on it: a label, or less than is known of nothing. */
const isHarmless = (path: readonly (string | number)[], wrong: unknown): boolean =>
  path.join('.') === 'device.name' && typeof wrong === 'string';

const REFUSED = ['data-corrupt', 'foreign-data', 'data-too-new'];
let root: ReturnType<typeof testRoot>;
let device: TestDevice;
let from: string;
beforeAll(async () => {
  root = testRoot();
  const other = await openDevice(root.folder('other'));
  for (let i = 0; i < 4; i++) await other.answer(`c${i}`);
  mkdirSync(join(other.dataDir, 'library/deck'), { recursive: true });
  writeFileSync(join(other.dataDir, 'library/deck/notes.json'), '{}');
  await makeArchive(other, join(root.root, 'good.zip'), 'export', unwatched);
  from = (await other.backups.make('asked', unwatched)).name;
  await other.close();
  device = await openDevice(root.folder('data'));
  await device.answer('mine');
});
afterAll(async () => {
  await device.close();
  root.dispose();
});

/** Refused by name, and the folder is as it was. */
async function expectRefused(path: string, what: string): Promise<void> {
  const before = hashesBelow(device.dataDir);
  const outcome = await device.restore(path).then(
    () => 'restored',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
  expect(REFUSED, `${what}: ${outcome}`).toContain(outcome);
  expect(hashesBelow(device.dataDir), what).toEqual(before);
}

describe('a field that is wrong', () => {
  it('in manifest.json of an archive is refused by name and changes nothing; the app goes on', async () => {
    const zip = await openZip(nodeFiles, join(root.root, 'good.zip'));
    const contents = new Map<string, Buffer>();
    for (const [name, entry] of zip.entries) {
      const pieces: Buffer[] = [];
      for await (const piece of zip.pieces(entry)) pieces.push(piece);
      contents.set(name, Buffer.concat(pieces));
    }
    zip.close();
    const good = JSON.parse(contents.get('manifest.json')!.toString()) as Json;
    const path = join(root.root, 'wrong.zip');
    const write = (manifest: Json) =>
      writeCraftedZip(
        path,
        [...contents].map(([name, bytes]) =>
          entryOf(name, name === 'manifest.json' ? JSON.stringify(manifest) : bytes),
        ),
      );
    let tried = 0;
    for (const field of fieldsOf(good))
      for (const [what, wrong] of Object.entries(WRONG)) {
        if (isHarmless(field, wrong)) continue;
        write(withField(good, field, wrong));
        await expectRefused(path, `${field.join('.')} ${what}`);
        tried++;
      }
    write({ ...(good as object), surplus: 1 });
    await expectRefused(path, 'a field too many');
    expect(tried).toBeGreaterThan(150);
    await device.answer('mine');
    write(good);
    expect(await device.restore(path)).toMatchObject({ added: 4 });
  }, 120_000);

  it('in a backup, sealed anew, is refused by name and changes nothing', async () => {
    const folder = join(root.root, 'other/backups');
    const good = readKept(nodeFiles, join(folder, from)) as unknown as Json;
    const sealed = readWhole(nodeFiles, join(folder, from))!;
    for (const field of fieldsOf(good))
      for (const [what, wrong] of Object.entries(WRONG)) {
        if (isHarmless(field, wrong)) continue;
        writeFileSync(join(folder, from), encodeKept(withField(good, field, wrong) as unknown as KeptManifest));
        await expectRefused(join(folder, from), `${field.join('.')} ${what}`);
      }
    writeFileSync(join(folder, from), sealed);
    expect(await device.restore(join(folder, from))).toMatchObject({ added: 0 });
  }, 120_000);
});
