import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '../core/api/client.ts';
import { seededRandom } from '../core/domain/random.ts';
import { contains, needleOf } from '../core/domain/text/needle.ts';
import { createApp } from '../core/services/app.ts';
import { fixedClock } from '../core/services/clock.ts';
import { nodeFiles } from '../core/services/disk/files.ts';
import { readTextIndex, textIndexPath } from '../core/services/search/index-file.ts';
import { formsOf, noteTexts } from '../core/services/search/note-texts.ts';
import { breathe } from '../core/services/jobs/slices.ts';
import { openStore } from '../core/services/store/open-store.ts';
import { clock } from './clock.ts';
import { madeUpNotes, writeNotes } from './search-notes.ts';
import { blocksOf, cpuMs, millis, rounded, roundedSpread, spreadOf } from './timing.ts';

const QUERIES = 200;
const ROUNDS = 3;
const random = seededRandom('queries');
const upTo = (most: number): number => Math.floor(random() * most);

/** Cut words of Thai and of English, one sign and two, digits, and years of both eras: a tenth to a quarter of each. */
function queries(forms: readonly string[]): string[] {
  const cut = (of: RegExp, length: number): string => {
    for (;;) {
      const runs = forms[upTo(forms.length)]!.match(of) ?? [];
      const run = runs[upTo(runs.length)] ?? '';
      if (run.length >= length) return run.slice(upTo(run.length - length + 1)).slice(0, length);
    }
  };
  const ways = [
    () => cut(/[\u0E01-\u0E4E]+/g, 3 + upTo(6)),
    () => cut(/[a-z]+(?: [a-z]+)*/g, 3 + upTo(9)),
    () => cut(/[a-z\u0E01-\u0E2E]/g, 1),
    () => cut(/[a-z\u0E01-\u0E4E]{2}/g, 2),
    () => cut(/\d{2,}/g, 2 + upTo(2)),
    () => String(1897 + upTo(130)),
    () => String(2440 + upTo(130)),
    () => cut(/[\u0E01-\u0E4E]+/g, 4 + upTo(8)),
  ];
  return Array.from({ length: QUERIES }, (_, i) => ways[i % ways.length]!());
}

async function withNotes(dataDir: string, notes: number): Promise<string> {
  const pack = await writeNotes(dataDir, notes);
  const store = await openStore({ dataDir, clock, adopt: true });
  await store.append({ type: 'import', id: 'bench', set: { pack, name: 'bench', takenInAt: 1 } });
  await store.close();
  return pack;
}

const coursesDir = join(fileURLToPath(import.meta.url), '../../courses');
const openApp = (dataDir: string) =>
  createApp({ dataDir, coursesDir, clock: fixedClock(0, 420), shell: 'cli', version: 'bench', log: console.error });

/**
 * Search over so many notes: the index against a plain scan of the same forms, query by query in turn, both in processor time; and
 * `search.find` whole, through the router.
 */
export async function measureSearch(root: string, notes: number) {
  const dataDir = join(root, 'search');
  mkdirSync(dataDir);
  const pack = await withNotes(dataDir, notes);
  const forms = Array.from(madeUpNotes(notes), (fields) =>
    formsOf(noteTexts({ kind: 'fields', typeId: '', fields })).join('\n'),
  );
  const asked = queries(forms);
  const whole = await measureWhole(dataDir, asked);
  const [readMs, index] = await millis(() => readTextIndex(nodeFiles, dataDir, pack, notes));
  if (!index) throw new Error('the index was not written');
  const [times, scans]: [number[], number[]] = [[], []];
  let missed = 0;
  for (let round = 0; round < ROUNDS; round++)
    for (const text of asked) {
      const needle = needleOf(text);
      let began = cpuMs();
      const found = index.find(needle);
      times.push(cpuMs() - began);
      began = cpuMs();
      const scanned = forms.map((form) => contains(form, needle));
      scans.push(cpuMs() - began);
      if (round === 0) scanned.forEach((isIn, note) => (missed += isIn === found.has(note) ? 0 : 1));
    }
  const [search, scan] = [spreadOf(times), spreadOf(scans)];
  return {
    searchNotes: notes,
    ...whole,
    searchMs: roundedSpread(search),
    scanMs: roundedSpread(scan),
    searchRatio: rounded(search.p95 / scan.p95),
    searchMissed: missed,
    searchReadMs: Math.round(readMs),
    searchFileMb: Math.round(statSync(join(dataDir, textIndexPath(pack))).size / 1e6),
  };
}

/** Making the index ready, opening it at another start, and answering, as the interface asks. */
async function measureWhole(dataDir: string, asked: readonly string[]) {
  const timed = async (work: (find: (query: string) => Promise<boolean>) => Promise<void>) => {
    const app = await openApp(dataDir);
    const call = createClient((method, input) => app.router(method, input));
    await work(async (query) => (await call('search.find', { query, language: 'th', limit: 5 })).isComplete);
    await app.close();
  };
  let [buildMs, openMs] = [0, 0];
  await timed(async (find) => {
    [buildMs] = await millis(async () => {
      while (!(await find('a')));
    });
  });
  const times: number[] = [];
  let blockMs = 0;
  await timed(async (find) => {
    [openMs] = await millis(() => find('a'));
    blockMs = (
      await blocksOf(async () => {
        for (const query of asked) {
          const began = cpuMs();
          await find(query);
          times.push(cpuMs() - began);
          await breathe();
        }
      })
    ).longest;
  });
  return {
    searchBuildMs: Math.round(buildMs),
    searchOpenMs: Math.round(openMs),
    searchWholeCpuMs: roundedSpread(spreadOf(times)),
    searchBlockMs: rounded(blockMs),
  };
}
