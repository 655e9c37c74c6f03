import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { cpSync, mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashesBelow, openDevice, testRoot } from '../data-folder.fixture.ts';
import { nodeFiles } from '../../disk/files.ts';
import { bundleChild } from '../../disk/torture/bundle-child.ts';
import { BackupPlace } from '../kept/backup-place.ts';
import { encodeKept, readKept } from '../kept/kept-manifest.ts';
import { entryOf, writeCraftedZip, type CraftedEntry } from './crafted-zip.fixture.ts';

const run = promisify(execFile);
const ALLOWED = { ms: 2_000, peakMb: 300 };

let root: ReturnType<typeof testRoot>;
let program: string;
let good: string;
let dataDir: string;
let id: string;
beforeAll(async () => {
  root = testRoot();
  program = await bundleChild(new URL('hostile-child.ts', import.meta.url), root.folder('program'));
  const other = await openDevice(root.folder('good'));
  for (let i = 0; i < 5; i++) await other.answer(`c${i}`);
  id = other.store.device;
  await other.close();
  good = other.dataDir;
  mkdirSync(join(good, 'library/deck'), { recursive: true });
  writeFileSync(join(good, 'library/deck/notes.json'), '{}');
  const own = await openDevice(root.folder('own'));
  await own.answer('mine');
  await own.close();
  dataDir = own.dataDir;
});
afterAll(() => root.dispose());

interface Outcome {
  readonly refused: { readonly code: string; readonly details: Record<string, unknown> } | null;
  readonly ms: number;
  readonly peakMb: number;
}
/** Tries to take a path in, in a process of its own, which answers a card afterwards. */
async function attempt(path: string): Promise<Outcome> {
  const before = {
    library: hashesBelow(join(dataDir, 'library')),
    journals: Object.keys(hashesBelow(join(dataDir, 'journal'))),
  };
  const { stdout } = await run(process.execPath, [program, dataDir, path], { timeout: 60_000 });
  expect({
    library: hashesBelow(join(dataDir, 'library')),
    journals: Object.keys(hashesBelow(join(dataDir, 'journal'))),
  }).toEqual(before);
  return JSON.parse(stdout) as Outcome;
}
async function refused(path: string, code: string, details: Record<string, unknown>): Promise<void> {
  const outcome = await attempt(path);
  expect(outcome.refused, path).toMatchObject({ code, details });
  expect(outcome.ms, path).toBeLessThan(ALLOWED.ms);
  expect(outcome.peakMb, path).toBeLessThan(ALLOWED.peakMb);
}

/** A good folder, and what `spoil` makes of it. */
function spoilt(spoil: (folder: string) => void): string {
  const folder = join(root.root, 'spoilt');
  rmSync(folder, { recursive: true, force: true });
  cpSync(good, folder, { recursive: true });
  spoil(folder);
  return folder;
}
const month = () => `journal/${id}/2026-11.ndjson`;
const deep = Array.from({ length: 30 }, (_, i) => `d${i}`).join('/');

describe('a folder from elsewhere is refused by name', () => {
  const put = (path: string, make: (path: string) => void) => (folder: string) => {
    rmSync(join(folder, path), { recursive: true, force: true });
    mkdirSync(join(folder, path, '..'), { recursive: true });
    make(join(folder, path));
  };
  const link = (to: string) => (path: string) => symlinkSync(to, path);
  const pipe = (path: string) => void execFileSync('mkfifo', [path]);
  const file = (path: string) => writeFileSync(path, 'x');

  it.each<[string, string, (path: string) => void, string]>([
    ['a link to a folder of the system', 'library/etc', link('/etc'), 'link'],
    ['a link to a file', 'library/deck/passwd', link('/etc/passwd'), 'link'],
    ['the library as a link', 'library', link('/etc'), 'link'],
    ['a link in a circle', 'library/deck/self', link('.'), 'link'],
    ['a link to nothing', 'library/deck/gone', link('/nowhere'), 'link'],
    ['the name of the device as a link', 'device.json', link('/etc/passwd'), 'link'],
    ['a journal as a link', 'journal/abcdefgh', link('/etc'), 'link'],
    ['a pipe', 'library/deck/pipe', pipe, 'no-file'],
    ['the name of the device as a pipe', 'device.json', pipe, 'no-file'],
    ['a deep path', `library/${deep}/file`, file, 'too-deep'],
    ['a name no other system has', 'library/deck/CON.txt', file, 'name'],
    ['a name with a colon', 'library/deck/a:b', file, 'name'],
    ['a name with a dot at its end', 'library/deck/notes.', file, 'name'],
    ['a name with a line break', 'library/deck/a\nb', file, 'name'],
    ['a long name', `library/deck/${'n'.repeat(250)}`, file, 'name'],
    ['two names that are one elsewhere', 'library/deck/NOTES.json', file, 'same-name'],
  ])('%s', async (_what, path, make, reason) => {
    await refused(spoilt(put(path, make)), 'foreign-data', { reason });
  });

  it('a journal file that is a link or a pipe', async () => {
    await refused(
      spoilt((folder) => put(month(), link('/etc/passwd'))(folder)),
      'foreign-data',
      { file: month(), reason: 'link' },
    );
    await refused(
      spoilt((folder) => put(month(), pipe)(folder)),
      'foreign-data',
      { file: month(), reason: 'no-file' },
    );
  });

  it('a journal of gigabytes, or of one line without an end', async () => {
    const [last, first] = [`journal/${id}/2026-12.ndjson`, `journal/${id}/2026-01.ndjson`];
    const grown = (file: string, bytes: number) => (folder: string) => {
      writeFileSync(join(folder, file), '');
      truncateSync(join(folder, file), bytes);
    };
    await refused(spoilt(grown(last, 3 * 2 ** 30)), 'foreign-data', { file: last, reason: 'too-large' });
    await refused(spoilt(grown(first, 700 * 2 ** 20)), 'data-corrupt', { file: first });
  });

  it('a socket', async () => {
    const server = createServer();
    const folder = spoilt(() => undefined);
    await new Promise<void>((resolve) => server.listen(join(folder, 'library/deck/s'), resolve));
    await refused(folder, 'foreign-data', { file: 'library/deck/s', reason: 'no-file' });
    server.close();
  });

  it.skipIf(process.getuid?.() !== 0)('a device', async () => {
    const folder = spoilt((path) => void execFileSync('mknod', [join(path, 'library/deck/zero'), 'c', '1', '5']));
    await refused(folder, 'foreign-data', { file: 'library/deck/zero', reason: 'no-file' });
  });

  it('but is taken in where it is one of ours', async () => {
    const copy = root.folder('copy');
    cpSync(dataDir, copy, { recursive: true });
    const { stdout } = await run(process.execPath, [program, copy, spoilt(() => undefined)]);
    expect((JSON.parse(stdout) as Outcome).refused).toBeNull();
    expect(Object.keys(hashesBelow(join(copy, 'library')))).toEqual(['deck/notes.json']);
  });
});

const sha = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
function manifest(files: { path: string; bytes: number; sha256: string }[], more: object = {}): string {
  const head = { format: 'jamdai-archive', version: 1, at: 1, reason: 'export', device: { id: 'abcdefgh', name: '' } };
  return JSON.stringify({ ...head, reached: {}, events: 0, reviews: 0, digest: sha(''), files, ...more });
}
function zip(entries: readonly CraftedEntry[]): string {
  const path = join(root.root, 'crafted.zip');
  writeCraftedZip(path, entries);
  return path;
}
const ZEROS = Buffer.alloc(8 << 20);
const named = (path: string, content: Buffer | string) => ({
  path,
  bytes: Buffer.byteLength(content),
  sha256: sha(content),
});

describe('an archive is refused by name', () => {
  it('whose entries share bytes (372 kB that declare 6 GB)', async () => {
    const kernel = entryOf('library/0', ZEROS.subarray(0, 60_000));
    const sharing = Array.from({ length: 2_000 }, (_, i) => ({ ...kernel, name: `library/${i + 1}`, sharesWith: 0 }));
    await refused(zip([kernel, ...sharing]), 'data-corrupt', { file: expect.stringContaining('library/') });
  });

  it('that holds more than it can be true of its length: one file, or all together', async () => {
    await refused(zip([entryOf('library/zeros', ZEROS)]), 'data-corrupt', { file: 'library/zeros' });
    const many = Array.from({ length: 500 }, (_, i) => entryOf(`library/${i}`, ZEROS.subarray(0, 900_000)));
    await refused(zip(many), 'data-corrupt', { file: expect.stringContaining('library/') });
  });

  it('whose manifest is huge', async () => {
    const bytes = 3 * 2 ** 30;
    const sparse: CraftedEntry = {
      ...{ name: 'manifest.json', stored: Buffer.alloc(0), method: 0, crc: 0 },
      ...{ compressedSize: bytes, uncompressedSize: bytes, hole: bytes },
    };
    await refused(zip([sparse]), 'data-corrupt', { file: 'manifest.json' });
    const spaces = entryOf('manifest.json', Buffer.alloc(900_000, ' '));
    await refused(zip([spaces]), 'data-corrupt', { file: 'manifest.json' });
  });

  it('whose list lies about lengths', async () => {
    const lie = { compressedSize: deflateRawSync(ZEROS).length, stored: deflateRawSync(ZEROS), uncompressedSize: 10 };
    const files = [{ path: 'library/a', bytes: 10, sha256: sha(ZEROS) }];
    await refused(zip([entryOf('library/a', 'x', lie), entryOf('manifest.json', manifest(files))]), 'data-corrupt', {
      file: 'library/a',
    });
    const other = [{ ...named('library/a', 'abc'), bytes: 4 }];
    await refused(zip([entryOf('library/a', 'abc'), entryOf('manifest.json', manifest(other))]), 'data-corrupt', {
      file: 'library/a',
    });
    await refused(zip([entryOf('manifest.json', manifest([named('library/gone', 'x')]))]), 'data-corrupt', {
      file: 'library/gone',
    });
    await refused(zip([entryOf('manifest.json', manifest([], { events: 7 }))]), 'data-corrupt', { field: 'events' });
  });

  it('whose names lead out, stand twice, or are one file elsewhere', async () => {
    for (const name of ['../out', '/out', 'library/../../out', 'library\\..\\out'])
      await refused(zip([entryOf(name, 'x')]), 'data-corrupt', {});
    await refused(zip([entryOf('library/a', 'x'), entryOf('library/a', 'y')]), 'data-corrupt', { file: 'library/a' });
    for (const [a, b] of [
      ['library/a', 'library/A'],
      ['library/é', 'library/e\u0301'],
      ['library/a', 'library/a/b'],
    ] as const) {
      const all = [
        entryOf(a, 'x'),
        entryOf(b, 'x'),
        entryOf('manifest.json', manifest([named(a, 'x'), named(b, 'x')])),
      ];
      await refused(zip(all), 'data-corrupt', { file: expect.any(String) });
    }
    for (const path of ['library/CON', 'library/a:b', `library/${deep}`, 'elsewhere/a', 'device.json/../x'])
      await refused(zip([entryOf('manifest.json', manifest([named(path, 'x')]))]), 'data-corrupt', {
        field: 'files.0.path',
      });
  });

  it('that is no file, or another program’s', async () => {
    const pipe = join(root.root, 'pipe.zip');
    execFileSync('mkfifo', [pipe]);
    await refused(pipe, 'foreign-data', { reason: 'no-file' });
    await refused('/dev/zero', 'foreign-data', { reason: 'no-file' });
    const sparse = join(root.root, 'sparse.zip');
    writeFileSync(sparse, '');
    truncateSync(sparse, 5 * 2 ** 30);
    await refused(sparse, 'foreign-data', {});
    await refused(zip([entryOf('readme.txt', 'x')]), 'foreign-data', {});
  });
});

describe('a backup from elsewhere is refused by name', () => {
  let folder: string;
  let name: string;
  beforeEach(async () => {
    folder = join(root.root, 'kept');
    for (const path of [folder, join(root.root, 'kept-data')]) rmSync(path, { recursive: true, force: true });
    const device = await openDevice(root.folder('kept-data'));
    for (let i = 0; i < 20; i++) await device.answer('a');
    ({ name } = await device.backups.make('asked', () => undefined));
    cpSync(device.backups.folder, folder, { recursive: true });
    await device.close();
  });
  /** Objects of its longest journal file: their paths. */
  const objectsOfJournal = () => {
    const files = [...readKept(nodeFiles, join(folder, name)).files].sort((a, b) => b.bytes - a.bytes);
    return files[0]!.objects.map((hash) => join(folder, 'objects', hash.slice(0, 2), `${hash}.gz`));
  };
  const OBJECT = { file: expect.stringContaining('objects/') as string };

  it('that lacks its objects, or has a link in their place', async () => {
    renameSync(join(folder, 'objects'), join(folder, 'elsewhere'));
    await refused(join(folder, name), 'data-corrupt', OBJECT);
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'objects'));
    await refused(join(folder, name), 'data-corrupt', OBJECT);
  });

  it('whose objects hold something else, or unpack to more than an object may', async () => {
    const [path] = objectsOfJournal();
    for (const content of [Buffer.from('another content'), Buffer.alloc(200 << 20)]) {
      writeFileSync(path!, gzipSync(content));
      await refused(join(folder, name), 'data-corrupt', OBJECT);
    }
  });

  it('that unpacks to more than can be true of its objects: one of 256 kB of zeros, named 40 000 times', async () => {
    const zeros = Buffer.alloc(256 << 10);
    const hash = await new BackupPlace(nodeFiles, folder).objects.put(zeros);
    const kept = readKept(nodeFiles, join(folder, name));
    const bytes = 40_000 * zeros.length;
    const bomb = { path: `journal/${kept.device.id}/2026-10.ndjson`, bytes, objects: Array<string>(40_000).fill(hash) };
    const files = [...kept.files, { ...bomb, writtenAt: 1 }];
    writeFileSync(join(folder, name), encodeKept({ ...kept, files, bytes: kept.bytes + bytes }));
    await refused(join(folder, name), 'data-corrupt', { bytes: expect.any(Number) });
  });

  it('whose file is gigabytes', async () => {
    writeFileSync(join(folder, name), '{"sha256":"');
    truncateSync(join(folder, name), 2 * 2 ** 30);
    await refused(join(folder, name), 'data-corrupt', { bytes: 2 * 2 ** 30 });
  });
});
