import { rmSync } from 'node:fs';
import type { Course, Lesson } from '../core/domain/course.ts';
import { createCatalog } from '../core/services/courses/catalog.ts';
import { nodeFiles } from '../core/services/disk/files.ts';
import { AnswerColumns } from '../core/services/stats/columns/answer-columns.ts';
import { answersPath } from '../core/services/stats/columns/answers-file.ts';
import { createStatsPage } from '../core/services/stats/stats-page.ts';
import { openStore } from '../core/services/store/open-store.ts';
import { accepting } from './accept.ts';
import { clock } from './clock.ts';
import { cardName } from './collection.ts';
import { AT_CLOSE_ONLY } from './snapshot.ts';
import { blocksOf, cpuMs, millis, rounded, spreadOf } from './timing.ts';

const PAGES = 9;
/** Answers of a day that come between two looks at the statistics. */
const ANSWERS = 200;
const CARDS_A_LESSON = 100;

const text = { th: '', en: '' };

function lessonOf(number: number, cards: number): Lesson {
  const id = `l${number}`;
  const section = { id: 's', heading: text, blocks: { th: [], en: [] }, text, evidence: [] };
  const first = number * CARDS_A_LESSON;
  return {
    ...{ id, number, title: text, subtitle: text, objectives: [], summary: [], requires: [], sections: [section] },
    questions: Array.from({ length: Math.min(CARDS_A_LESSON, cards - first) }, (_, i) => ({
      id: cardName(first + i).split('/')[1]!,
      ...{ lessonId: id, sectionId: 's', prompt: text, explanation: text, inline: false, evidence: [] },
      ...{ kind: 'card', back: text },
    })),
  };
}

/** The cards of the bench as a course: what statistics are told of. */
const courseOf = (cards: number): Course => ({
  ...{ id: 'bench', title: text, source: text, paragraphs: [], glossary: [], pictures: null },
  lessons: Array.from({ length: Math.ceil(cards / CARDS_A_LESSON) }, (_, i) => lessonOf(i, cards)),
});

/**
 * Statistics over a collection: the columns of answers made of the journals, written, read at another start, and grown by the answers
 * of a day; and a page of all charts, of everything and of a year.
 */
export async function measureStats(dataDir: string, cards: number) {
  const store = await openStore({ dataDir, clock, snapshots: AT_CLOSE_ONLY });
  const catalog = createCatalog({ courses: [courseOf(cards)] });
  const open = () => new AnswerColumns(nodeFiles, dataDir, store, 1);
  rmSync(answersPath(dataDir), { force: true });
  let answers = open();
  let [buildMs, writeMs, readMs] = [0, 0, 0];
  const blocked = await blocksOf(async () => {
    [buildMs] = await millis(() => answers.columns());
    [writeMs] = await millis(() => answers.write());
  });
  answers = open();
  const readBlocked = await blocksOf(async () => void ([readMs] = await millis(() => answers.columns())));
  const answer = accepting({ store, cards });
  for (let i = 0; i < ANSWERS; i++) await answer(i)();
  const [growMs] = await millis(() => answers.columns());
  const bytes = Object.values(await answers.columns()).reduce<number>(
    (sum, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0),
    0,
  );
  const noSearch = () => Promise.reject(new Error('nothing is searched here'));
  const { 'stats.page': page } = createStatsPage({ catalog, store, clock, find: noSearch }, answers);
  const timed = async (range: 'all' | '1y') => {
    const times: number[] = [];
    const cpus: number[] = [];
    const blocks = await blocksOf(async () => {
      for (let i = 0; i < PAGES; i++) {
        const before = cpuMs();
        times.push((await millis(() => page({ range })))[0]);
        cpus.push(cpuMs() - before);
      }
    });
    const [ms, cpu] = [spreadOf(times).p50, spreadOf(cpus).p50];
    return { ms: rounded(ms), cpuMs: rounded(cpu), blockMs: rounded(blocks.longest) };
  };
  const [all, year] = [await timed('all'), await timed('1y')];
  const { length } = await answers.columns();
  return {
    statsAllMs: all.ms,
    statsAllCpuMs: all.cpuMs,
    statsYearMs: year.ms,
    statsYearCpuMs: year.cpuMs,
    statsBlockMs: Math.max(all.blockMs, year.blockMs),
    columnsBuildMs: Math.round(buildMs),
    columnsWriteMs: Math.round(writeMs),
    columnsBuildBlockMs: rounded(blocked.longest),
    columnsReadMs: Math.round(readMs),
    columnsReadBlockMs: rounded(readBlocked.longest),
    columnsGrowMs: rounded(growMs),
    columnsBytesAReview: rounded(bytes / length),
  };
}
