import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCardId } from '../../domain/ids.ts';
import type { Progress } from '../../domain/progress.ts';
import { studyDay } from '../../domain/study/study-day.ts';
import { journalFiles, readJournalFile } from './journal/journal-file.ts';
import { openStore } from './open-store.ts';
import { answerTo } from './torture/answering.ts';
import { namesIn } from './torture/names-in.ts';
import { journalOf, quickFiles, september, snapshotsIn, threeMonths } from './torture/three-months.fixture.ts';
import { copyOf } from './fold/copy-of-progress.fixture.ts';

const clock = september();
let root: string;
let whole: string;
let device: string;
let right: Progress;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'jamdai-disorder-'));
  whole = join(root, 'whole');
  device = await threeMonths(whole, clock);
  const store = await openStore({ dataDir: whole, clock, files: quickFiles });
  right = copyOf(store.progress);
  await store.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Journal = ReturnType<typeof journalOf>;
const [SEP, OCT, NOV] = ['2026-09.ndjson', '2026-10.ndjson', '2026-11.ndjson'] as const;

/** Ways in which files get mixed up without a line being lost. */
const DISORDERS: Record<string, (journal: Journal, dataDir: string) => void> = {
  'two months swapped': (journal) => journal.swap(SEP, OCT),
  'three months in a ring': (journal) => {
    journal.swap(SEP, OCT);
    journal.swap(OCT, NOV);
  },
  'a month doubled under another one’s name': (journal) => cpSync(journal.path(OCT), journal.path('2026-12.ndjson')),
  'a month doubled under the name of none': (journal) => cpSync(journal.path(OCT), journal.path('2026-13.ndjson')),
  'a month doubled by a copying program': (journal) => cpSync(journal.path(NOV), journal.path('2026-11 2.ndjson')),
  'a month appended twice': (journal) => appendFileSync(journal.path(SEP), readFileSync(journal.path(SEP))),
  'the newest month appended twice': (journal) => appendFileSync(journal.path(NOV), readFileSync(journal.path(NOV))),
  'all months in one file, backwards': (journal) => {
    writeFileSync(journal.path(SEP), Buffer.concat([NOV, OCT, SEP].map((name) => readFileSync(journal.path(name)))));
    rmSync(journal.path(OCT));
    rmSync(journal.path(NOV));
  },
  'two months concatenated, both there': (journal) =>
    appendFileSync(journal.path(SEP), readFileSync(journal.path(NOV))),
  'a month renamed to an older one': (journal) => renameSync(journal.path(OCT), journal.path('2025-01.ndjson')),
  'a month renamed to a later one': (journal) => renameSync(journal.path(SEP), journal.path('2027-03.ndjson')),
  'the newest month renamed to a later one': (journal) => renameSync(journal.path(NOV), journal.path('2027-03.ndjson')),
  'a month in another device’s folder': (journal, dataDir) => {
    mkdirSync(join(dataDir, 'journal', 'otherdevice'));
    renameSync(journal.path(OCT), join(dataDir, 'journal', 'otherdevice', OCT));
  },
  'the folder renamed by a synchroniser': (_, dataDir) =>
    renameSync(join(dataDir, 'journal', device), join(dataDir, 'journal', `${device} (conflicted copy)`)),
  'a month beside the folders of devices': (journal, dataDir) =>
    renameSync(journal.path(OCT), join(dataDir, 'journal', OCT)),
  'lines shuffled': (journal) => {
    const lines = readFileSync(journal.path(OCT), 'utf8').trimEnd().split('\n');
    writeFileSync(journal.path(OCT), `${[...lines.slice(20), ...lines.slice(0, 20).reverse()].join('\n')}\n`);
  },
};

describe.each([true, false])('a journal whose files are mixed up, with a snapshot: %s', (withSnapshot) => {
  it.each(Object.keys(DISORDERS))('%s: every line counts once, and answers go on behind them', async (what) => {
    const dataDir = mkdtempSync(join(root, 'mixed-'));
    cpSync(whole, dataDir, { recursive: true });
    if (!withSnapshot) for (const path of snapshotsIn(dataDir)) rmSync(path);
    DISORDERS[what]!(journalOf(dataDir, device), dataDir);
    const store = await openStore({ dataDir, clock, files: quickFiles });
    expect(copyOf(store.progress)).toEqual(right);
    expect(store.notices.filter(({ code }) => code === 'lines-quarantined' || code === 'events-missing')).toEqual([]);
    expect(namesIn(dataDir).size).toBe(90);
    expect(await store.append(answerTo(store, clock, parseCardId('after'), 3))).toBe(`${device}:91`);
    await store.close();
    const again = await openStore({ dataDir, clock, files: quickFiles });
    expect(again.progress.reviewsTotal).toBe(91);
    expect(again.notices).toEqual([]);
    await again.close();
    for (const path of snapshotsIn(dataDir)) rmSync(path);
    const replayed = await openStore({ dataDir, clock, files: quickFiles });
    expect(copyOf(replayed.progress)).toEqual(copyOf(again.progress));
    expect(replayed.notices).toEqual([]);
    await replayed.close();
    // What stands in the journal is in order now: rising numbers, one file after the other.
    const folder = join(dataDir, 'journal', device);
    const seqs = journalFiles(quickFiles, folder).flatMap((name) =>
      [...readJournalFile(quickFiles, join(folder, name), 0)].map(({ event }) => event?.seq),
    );
    expect(seqs).toEqual(Array.from({ length: 91 }, (_, i) => i + 1));
  });
});

describe('a middle month that is gone', () => {
  it.each([true, false])(
    'is told at start with its days, and nothing known is forgotten (snapshot: %s)',
    async (known) => {
      const dataDir = mkdtempSync(join(root, 'gone-'));
      cpSync(whole, dataDir, { recursive: true });
      if (!known) for (const path of snapshotsIn(dataDir)) rmSync(path);
      rmSync(journalOf(dataDir, device).path(OCT));
      const store = await openStore({ dataDir, clock, files: quickFiles });
      expect(store.progress.reviewsTotal).toBe(known ? 90 : 60);
      const day = (date: string) => studyDay(Date.parse(date), { utcOffsetMin: 420, rolloverHour: 4 });
      expect(store.notices.find(({ code }) => code === 'events-missing')).toEqual({
        code: 'events-missing',
        count: 30,
        days: { from: day('2026-09-30T10:00+07:00'), to: day('2026-11-01T10:00+07:00') },
      });
      await store.close();
    },
  );
});
