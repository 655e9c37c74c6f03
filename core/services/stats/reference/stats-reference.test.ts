import { appendFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Input, Output } from '../../../api/contract.ts';
import { refOf, type JournalEvent } from '../../../domain/history/events.ts';
import { eventRefOf } from '../../../domain/ids.ts';
import { randomFrom } from '../../../domain/random.ts';
import { DAY_MS } from '../../../domain/study/study-day.ts';
import { fixedClock } from '../../clock.ts';
import { createCatalog } from '../../courses/catalog.ts';
import { nodeFiles } from '../../disk/files.ts';
import type { DataStore } from '../../store/data-store.ts';
import { fileNameAt } from '../../store/journal/journal-file.ts';
import { encodeLine } from '../../store/journal/journal-line.ts';
import { openStore } from '../../store/open-store.ts';
import { AnswerColumns } from '../columns/answer-columns.ts';
import { answersPath } from '../columns/answers-file.ts';
import { createStatsPage } from '../stats-page.ts';
import { plainPage } from './plain-page.fixture.ts';
import { RandomLearner, randomJournals } from './random-history.fixture.ts';
import { STATS_COURSE } from './stats-course.fixture.ts';

const HISTORIES = process.env['JAMDAI_LONG'] ? 3_000 : 200;
const catalog = createCatalog({ courses: [STATS_COURSE] });

function writeJournals(dataDir: string, journals: readonly JournalEvent[][]): void {
  for (const events of journals) {
    // An older month never stands behind a newer one.
    let newest = '';
    for (const event of events) {
      const folder = join(dataDir, 'journal', event.device);
      mkdirSync(folder, { recursive: true });
      const name = fileNameAt(event.at);
      if (name > newest) newest = name;
      appendFileSync(join(folder, newest), encodeLine(event));
    }
  }
}

/** Where two values differ by more than the last digits of a 32-bit number, as paths; columns keep such numbers. */
function differences(a: unknown, b: unknown, path = ''): string[] {
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= 1e-5 * Math.max(1, Math.abs(a)) ? [] : [`${path}: ${a} is not ${b}`];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return Object.is(a, b) ? [] : [`${path}: ${JSON.stringify(a)} is not ${JSON.stringify(b)}`];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.flatMap((key) =>
    differences((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], `${path}.${key}`),
  );
}

/** A folder with a history of two other devices, and everything over it. */
class Studied {
  readonly root = mkdtempSync(join(tmpdir(), 'jamdai-stats-'));
  readonly dataDir = join(this.root, 'data');
  readonly clock = fixedClock(0, 420);
  readonly learner: RandomLearner;
  store!: DataStore;
  answers!: AnswerColumns;
  page!: (input: Input<'stats.page'>) => Promise<Output<'stats.page'>>;

  constructor(readonly seed: number) {
    this.learner = new RandomLearner(randomFrom(seed));
    const steps = seed % 25 === 0 ? 700 : 10 + this.learner.below(70);
    const journals = randomJournals(this.learner, steps);
    writeJournals(this.dataDir, journals);
    this.clock.set(Math.max(...journals.flat().map(({ at }) => at)) + this.learner.below(40) * DAY_MS);
  }

  async open(): Promise<void> {
    const { dataDir, clock } = this;
    this.store = await openStore({ dataDir, clock, adopt: true });
    this.answers = new AnswerColumns(nodeFiles, dataDir, this.store, 1);
    const { 'stats.page': page } = createStatsPage(
      { catalog, store: this.store, clock, find: () => Promise.reject(new Error('nothing is searched here')) },
      this.answers,
    );
    this.page = page;
  }

  async close(): Promise<void> {
    await this.answers.write();
    await this.store.close();
  }

  /** One more thing that the learner does on this device. */
  async step(): Promise<void> {
    const { learner, store, clock } = this;
    clock.advance(learner.below(3) === 0 ? learner.below(2 * DAY_MS) : learner.below(600_000));
    const at = clock.now();
    const luck = learner.random();
    const [latest] = store.backwards();
    if (luck < 0.1) await store.undo().catch(() => undefined);
    else if (luck < 0.15) await this.#takeBack();
    else if (luck < 0.25 && latest?.type === 'review')
      await store.append(learner.answer(at, { corrects: refOf(latest), card: latest.card }));
    else if (luck < 0.35) await store.append(learner.other(at));
    else if (luck < 0.45) await store.appendBatch([learner.answer(at), learner.answer(at), learner.answer(at)]);
    else {
      const body = learner.answer(at);
      learner.note(await store.append(body), body);
    }
  }

  /** Takes back anything, of any device, an undo or a word on the clock too. */
  async #takeBack(): Promise<void> {
    const { device, seq } = this.learner.pick([...this.store.backwards()]);
    await this.store.undo(eventRefOf(device, seq)).catch(() => undefined);
  }

  /** @param most scopes at the most */
  async compare(most: number): Promise<void> {
    const scopes: Input<'stats.page'>[] = [
      { range: 'all' },
      { range: this.learner.pick(['30d', 'all']), courseId: 'stats', lessonId: 'l1' },
      { range: this.learner.pick(['30d', '90d', '1y']), ...(this.learner.below(2) === 0 && { courseId: 'stats' }) },
    ];
    for (const wanted of scopes.slice(-most)) {
      const page = await this.page(wanted);
      const found = differences(page, plainPage({ catalog, store: this.store, clock: this.clock }, wanted));
      expect(found, `seed ${this.seed}, ${JSON.stringify(wanted)}`).toEqual([]);
    }
  }
}

describe('statistics', () => {
  it(`are what slow and obvious code counts, for ${HISTORIES} random histories`, { timeout: 600_000 }, async () => {
    for (let seed = 1; seed <= HISTORIES; seed++) {
      const studied = new Studied(seed);
      await studied.open();
      try {
        await studied.compare(3);
        for (let round = 0; round < 3; round++) {
          for (let i = 0; i < 5; i++) await studied.step();
          await studied.compare(1 + (round % 2));
        }
        await studied.close();
        expect(existsSync(answersPath(studied.dataDir))).toBe(true);
        await studied.open();
        await studied.step();
        await studied.compare(1);
      } finally {
        await studied.store.close();
        rmSync(studied.root, { recursive: true });
      }
    }
  });
});
