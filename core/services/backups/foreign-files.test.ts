import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '../clock.ts';
import { nodeFiles } from '../disk/files.ts';
import { openStore } from '../store/open-store.ts';
import { checkData } from './check.ts';
import { openDevice, START, testRoot, type TestDevice } from './data-folder.fixture.ts';
import { unwatched } from '../jobs/work.ts';

let root: ReturnType<typeof testRoot>;
let data: string;
beforeEach(() => {
  root = testRoot();
  data = root.folder('data');
});
afterEach(() => root.dispose());

const HEX = 'a'.repeat(16);
/** Names that look like something of ours, each with what a learner may have put there. */
const FOREIGN_FILES = [
  'photos/2025/beach.jpg',
  'notes.tmp',
  'progress.json.tmp',
  'progress.json.12-3.tmp.bak',
  'progress.9.json.12-3.tmp',
  'Essay.12-3.tmp',
  'x.tmp/inside.txt',
  'unpacked.12-3.tmp/mine.txt',
  'incoming.12-3.tmp/mine.txt',
  'incoming-2.12-3.tmp/mine.txt',
  `cards-${HEX}.bin.12-3.tmp/a-folder.txt`,
  'device.json.12-3.tmp/a-folder.txt',
  'incoming/letter.txt',
  'incoming/journal/diary.txt',
  'incoming-2/letter.txt',
  'backups/holiday.zip.12-3.tmp',
  'backups/mine.tmp',
  'library/.jamdai-temporary',
];
/** Links with names of ours, to a file and a folder outside. */
const LINKS: readonly (readonly [name: string, to: 'file' | 'folder'])[] = [
  ['progress.json.77-1.tmp', 'file'],
  ['device.json.77-1.tmp', 'file'],
  ['unpacked.77-1.tmp', 'folder'],
  ['incoming.77-2.tmp', 'folder'],
  ['incoming-3', 'folder'],
  ['x-link.tmp', 'folder'],
];

function plant(dir: string): void {
  for (const name of FOREIGN_FILES) {
    mkdirSync(join(dir, name, '..'), { recursive: true });
    writeFileSync(join(dir, name), `content of ${name}`);
  }
  const outside = root.folder('outside');
  mkdirSync(join(outside, 'folder'), { recursive: true });
  writeFileSync(join(outside, 'file'), 'outside');
  writeFileSync(join(outside, 'folder', '.jamdai-temporary'), readFileSync(join(outside, 'file')));
  writeFileSync(join(outside, 'folder', 'kept.txt'), 'kept');
  for (const [name, to] of LINKS) symlinkSync(join(outside, to), join(dir, name));
}

function isUntouched(dir: string): void {
  for (const name of FOREIGN_FILES)
    expect(existsSync(join(dir, name)) && readFileSync(join(dir, name), 'utf8'), name).toBe(`content of ${name}`);
  const outside = join(root.root, 'outside');
  for (const [name, to] of LINKS) expect(readlinkSync(join(dir, name)), name).toBe(join(outside, to));
  expect(readFileSync(join(outside, 'file'), 'utf8')).toBe('outside');
  expect(readdirSync(join(outside, 'folder')).sort()).toEqual(['.jamdai-temporary', 'kept.txt']);
}

describe('files of somebody else in the data folder', () => {
  it('bug: incoming/ and all that ends in .tmp was deleted; now they outlast start, merge, backup, restore, check and stop', async () => {
    const other: TestDevice = await openDevice(root.folder('other'));
    await other.answer('b');
    mkdirSync(join(other.dataDir, 'library/deck'), { recursive: true });
    writeFileSync(join(other.dataDir, 'library/deck/one.json'), '{}');
    await other.close();
    const device = await openDevice(data);
    await device.answer('a');
    plant(data);
    await device.restart();
    isUntouched(data);
    const backup = await device.backups.make('asked', unwatched);
    isUntouched(data);
    expect(await device.merge(other.dataDir)).toBe(1);
    expect(readFileSync(join(data, 'library/deck/one.json'), 'utf8')).toBe('{}');
    isUntouched(data);
    await device.restore(join(device.backups.folder, backup.name));
    await checkData(device, device.backups, () => device.clock.now(), unwatched);
    await device.answer('c');
    await device.restart();
    expect(device.store.notices).toEqual([]);
    await device.close();
    isUntouched(data);
    const ours =
      /^(backups|device\.json|incoming|journal|library|progress.*\.json|cards-.*\.bin|photos|notes\.tmp|jamdai\.lock)$/;
    const planted = new Set([...FOREIGN_FILES.map((name) => name.split('/')[0]!), ...LINKS.map(([name]) => name)]);
    expect(readdirSync(data).filter((name) => !ours.test(name) && !planted.has(name))).toEqual([]);
  });

  it('keeps what a link leads to as it is, though the link has the name of a journal, a snapshot or the report', async () => {
    const device = await openDevice(data);
    await device.answer('a');
    const id = device.store.device;
    await device.close();
    const outside = root.folder('outside');
    const links = [`journal/${id}/2026-12.ndjson`, 'progress.1.json', 'quarantine/report.txt', 'backups/kept'];
    links.forEach((name, i) => {
      writeFileSync(join(outside, `${i}`), `not ours\n\0 ${i} without an end`);
      mkdirSync(join(data, name, '..'), { recursive: true });
      symlinkSync(join(outside, `${i}`), join(data, name));
    });
    const again = await openDevice(data, fixedClock(START + 86_400_000, 420));
    await again.answer('b').catch(() => undefined);
    await again.close();
    links.forEach((_, i) =>
      expect(readFileSync(join(outside, `${i}`), 'utf8')).toBe(`not ours\n\0 ${i} without an end`),
    );
  });

  it('goes when it is ours: what a crash left of a write, a backup, a merge and an unpacked archive', async () => {
    const device = await openDevice(data);
    await device.answer('a');
    await device.close();
    const mark = readFileSync(new URL('../disk/marked-folder.ts', import.meta.url), 'utf8');
    const text = /Buffer\.from\('(.*)'\)/.exec(mark)![1]!.replaceAll('\\n', '\n');
    for (const name of ['unpacked.5-1.tmp', 'incoming', 'incoming.5-2.tmp']) {
      mkdirSync(join(data, name, 'journal'), { recursive: true });
      writeFileSync(join(data, name, '.jamdai-temporary'), text);
      writeFileSync(join(data, name, 'journal/half.ndjson'), 'half');
    }
    mkdirSync(join(data, 'unpacked.5-3.tmp'));
    mkdirSync(join(data, 'backups'));
    const files = [
      'progress.json.5-4.tmp',
      'progress.1.json.5-4.tmp',
      'device.json.5-5.tmp',
      `cards-${HEX}.bin.5-6.tmp`,
      'backups/2026-11-20T03-00-00Z-automatic.jamdai.zip.5-7.tmp',
    ];
    for (const name of files) writeFileSync(join(data, name), 'half');
    await (await openDevice(data)).close();
    expect(readdirSync(data).filter((name) => /tmp$|^incoming/.test(name))).toEqual([]);
    expect(readdirSync(join(data, 'backups'))).toEqual([]);
  });
});

describe('a folder that was never ours', () => {
  const clock = fixedClock(START, 420);
  const shape = (dir: string): string[] =>
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => `${name} ${lstatSync(join(dir, name)).mtimeMs}`);

  it.each([
    ['photos', () => plant(data)],
    ['one text', () => writeFileSync(join(data, 'diary.txt'), 'dear diary')],
    ['one empty folder', () => mkdirSync(join(data, 'Photos'))],
    ['a foreign journal', () => (mkdirSync(join(data, 'journal')), writeFileSync(join(data, 'journal/may.md'), ''))],
    ['a foreign progress.json', () => writeFileSync(join(data, 'progress.json'), '{"level":3}')],
    ['a foreign library', () => (mkdirSync(join(data, 'library')), writeFileSync(join(data, 'library/a.js'), ''))],
  ])('with %s in it is asked about, before anything is made in it', async (_name, put) => {
    put();
    const before = shape(data);
    await expect(openStore({ dataDir: data, clock })).rejects.toMatchObject({ code: 'foreign-folder' });
    expect(shape(data)).toEqual(before);
    const store = await openStore({ dataDir: data, clock, adopt: true });
    await store.append({ type: 'setting', set: { newPerDay: 5 } });
    await store.close();
    const again = await openStore({ dataDir: data, clock });
    expect(again.progress.settings.newPerDay).toBe(5);
    await again.close();
  });

  it.each([
    ['nothing', () => undefined],
    [
      'what systems put anywhere',
      () =>
        ['.DS_Store', 'desktop.ini', '.stfolder', 'lost+found'].forEach((name) => writeFileSync(join(data, name), '')),
    ],
    [
      'a first start that was cut short',
      () => {
        writeFileSync(join(data, 'jamdai.lock'), '');
        writeFileSync(join(data, 'device.json.9-1.tmp'), '{"id":');
        mkdirSync(join(data, 'incoming.9-2.tmp'));
      },
    ],
    [
      'only a backup left',
      () => {
        mkdirSync(join(data, 'backups'));
        writeFileSync(join(data, 'backups/2026-11-20T03-00-00Z-automatic.jamdai.zip'), '');
      },
    ],
    ['only a damaged device.json left', () => writeFileSync(join(data, 'device.json'), '{"id":null}')],
    [
      'only a journal left',
      () => {
        mkdirSync(join(data, 'journal/abcdef'), { recursive: true });
        writeFileSync(join(data, 'journal/abcdef/2026-01.ndjson'), '');
        writeFileSync(join(data, 'diary.txt'), '');
      },
    ],
  ])('is ours without a question: %s', async (_name, put) => {
    put();
    const store = await openStore({ dataDir: data, clock });
    await store.append({ type: 'setting', set: { newPerDay: 5 } });
    await store.close();
  });

  it('does not follow a link out of the folder when it removes one of its own', () => {
    const outside = root.folder('outside');
    writeFileSync(join(outside, 'kept.txt'), 'kept');
    mkdirSync(join(data, 'gone'));
    symlinkSync(outside, join(data, 'gone/link'));
    symlinkSync(outside, join(data, 'link'));
    nodeFiles.remove(join(data, 'gone'));
    nodeFiles.remove(join(data, 'link'));
    expect(readdirSync(data)).toEqual([]);
    expect(readFileSync(join(outside, 'kept.txt'), 'utf8')).toBe('kept');
  });
});
