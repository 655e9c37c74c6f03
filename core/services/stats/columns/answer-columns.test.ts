import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCardId } from '../../../domain/ids.ts';
import { refAt, type ReviewColumns } from '../../../domain/stats/review-columns.ts';
import { DAY_MS } from '../../../domain/study/study-day.ts';
import { openDevice, testRoot, type TestDevice } from '../../backups/data-folder.fixture.ts';
import { nodeFiles } from '../../disk/files.ts';
import type { JournalReader } from '../../ports.ts';
import { AnswerColumns } from './answer-columns.ts';
import type { AnswerStore } from './answer-fold.ts';
import { ANSWER_FIELDS } from './answer-fields.ts';
import { answersPath } from './answers-file.ts';

let root: ReturnType<typeof testRoot>;
let device: TestDevice;
beforeEach(async () => {
  root = testRoot();
  device = await openDevice(root.folder('one'));
});
afterEach(async () => {
  await device.close();
  root.dispose();
});

const over = (store: AnswerStore, dataDir = device.dataDir) => new AnswerColumns(nodeFiles, dataDir, store, 1);

/** A store that counts the events that are read of its journals. */
function counted(store: AnswerStore): { store: AnswerStore; events: () => number } {
  let events = 0;
  const reading = (journal: JournalReader): JournalReader => ({
    source: journal.source,
    reach: () => journal.reach(),
    printOf: (reach) => journal.printOf(reach),
    *within(after, to) {
      for (const event of journal.within(after, to)) {
        events += 1;
        yield event;
      }
    },
  });
  const counting: AnswerStore = {
    find: (ref) => store.find(ref),
    isUndone: (event) => store.isUndone(event),
    eventsOf: (card) => store.eventsOf(card),
    cardsOf: (ref) => store.cardsOf(ref),
    stampedAhead: store.stampedAhead,
    progress: store.progress,
    get journal() {
      return reading(store.journal);
    },
  };
  return { store: counting, events: () => events };
}

/** Rows as they can be compared: names instead of places. */
function rowsOf(columns: ReviewColumns): unknown[] {
  const names = Object.keys(ANSWER_FIELDS).filter((name) => name !== 'card' && name !== 'ref') as 'grade'[];
  return Array.from({ length: columns.length }, (_, row) => ({
    card: columns.cards[columns.card[row]!],
    ref: refAt(columns, row),
    ...Object.fromEntries(names.map((name) => [name, columns[name][row]])),
  }));
}

/** The rows that columns hold which were kept up to date are those that are made of the journals now. */
async function expectFresh(columns: AnswerColumns): Promise<void> {
  const fresh = new AnswerColumns(nodeFiles, root.folder('nowhere'), device.store);
  expect(rowsOf(await columns.columns())).toEqual(rowsOf(await fresh.columns()));
}

async function study(one: TestDevice, answers: number, cards = 'abcde'): Promise<void> {
  for (let i = 0; i < answers; i++) {
    one.clock.advance((i % 3) * DAY_MS);
    await one.answer(`deck/${cards[(i * 7) % cards.length]}`, ((i % 4) + 1) as 1 | 2 | 3 | 4);
  }
}

describe('columns of answers', () => {
  it('name the event of each row, and tell what stood before it', async () => {
    await device.answer('deck/a', 3);
    device.clock.advance(3 * DAY_MS);
    const ref = await device.answer('deck/a', 1);
    const columns = await over(device.store).columns();
    expect(refAt(columns, 1)).toBe(ref);
    expect(columns.cards[columns.card[1]!]).toBe('deck/a');
    expect([columns.placeOf(parseCardId('deck/a')), columns.placeOf(parseCardId('deck/b'))]).toEqual([0, -1]);
    expect([columns.phase[0], columns.recall[0], columns.elapsedDays[0]]).toEqual([0, NaN, 0]);
    expect([columns.reps[1], columns.elapsedDays[1], columns.grade[1]]).toEqual([1, 3, 1]);
    // FSRS-6: the first Good leaves a stability of 2.3065 days.
    expect(columns.stabilityDays[1]).toBeCloseTo(2.3065, 4);
    expect(columns.recall[1]).toBeCloseTo((1 + ((0.9 ** (-1 / 0.1542) - 1) * 3) / 2.3065) ** -0.1542, 6);
  });

  it('read only what came since', async () => {
    await study(device, 20);
    const { store, events } = counted(device.store);
    const columns = over(store);
    expect((await columns.columns()).length).toBe(20);
    const made = events();
    await study(device, 3);
    expect((await columns.columns()).length).toBe(23);
    expect(events()).toBe(made + 3);
  });

  it('are read from their file at the next start, and grow from there', async () => {
    await study(device, 30);
    const first = over(device.store);
    await first.columns();
    await first.write();
    await study(device, 4);
    await device.restart();
    const { store, events } = counted(device.store);
    const again = over(store);
    expect((await again.columns()).length).toBe(34);
    expect(events()).toBe(4);
    await expectFresh(again);
  });

  it('take an undo back that came after the file was written', async () => {
    await study(device, 12);
    const first = over(device.store);
    await first.columns();
    await first.write();
    await device.store.undo();
    await device.restart();
    const again = over(device.store);
    expect((await again.columns()).standing[11]).toBe(0);
    await expectFresh(again);
  });

  it('leave the file of few answers out', async () => {
    await study(device, 3);
    const columns = new AnswerColumns(nodeFiles, device.dataDir, device.store);
    await columns.columns();
    await columns.write();
    expect(existsSync(answersPath(device.dataDir))).toBe(false);
  });

  describe('are made again where their file', () => {
    const spoiled: [what: string, spoil: (path: string) => void | Promise<void>][] = [
      ['is gone', (path) => rmSync(path)],
      ['is cut short', (path) => truncateSync(path, 100)],
      ['is empty', (path) => truncateSync(path, 0)],
      [
        'has one other bit',
        (path) => {
          const bytes = readFileSync(path);
          bytes[bytes.length >> 1]! ^= 4;
          writeFileSync(path, bytes);
        },
      ],
      [
        'is of another folder',
        async (path) => {
          const other = await openDevice(root.folder('other'));
          await study(other, 40, 'xyz');
          const columns = over(other.store, other.dataDir);
          await columns.columns();
          await columns.write();
          await other.close();
          copyFileSync(answersPath(other.dataDir), path);
        },
      ],
    ];
    it.each(spoiled)('%s', async (_what, spoil) => {
      await study(device, 30);
      const first = over(device.store);
      await first.columns();
      await first.write();
      await spoil(answersPath(device.dataDir));
      await device.restart();
      const again = over(device.store);
      expect((await again.columns()).length).toBe(30);
      await expectFresh(again);
    });

    it('goes further than the journals, which are an older copy', async () => {
      await study(device, 10);
      await device.restart();
      const [name] = nodeFiles.list(join(device.dataDir, 'journal', device.store.device));
      const journal = join(device.dataDir, 'journal', device.store.device, name!);
      const older = readFileSync(journal);
      await study(device, 2, 'z');
      const first = over(device.store);
      await first.columns();
      await first.write();
      await device.restart();
      await device.close();
      writeFileSync(journal, older);
      for (const file of nodeFiles.list(device.dataDir))
        if (/^(progress|cards-)/.test(file)) rmSync(join(device.dataDir, file));
      device = await openDevice(device.dataDir, device.clock);
      const again = over(device.store);
      expect((await again.columns()).length).toBe(10);
      await expectFresh(again);
    });
  });

  it('stay right over merge, restore, and a clock put right', async () => {
    const other = await openDevice(root.folder('other'));
    const columns = over(device.store);
    try {
      await study(device, 15);
      await columns.columns();
      const backup = await device.backups.make('asked', () => undefined);
      await study(other, 15);
      await other.store.undo();
      await device.merge(other.dataDir);
      expect((await columns.columns()).length).toBe(30);
      await expectFresh(columns);
      await study(device, 5);
      await device.restore(join(device.backups.folder, backup.name));
      expect((await columns.columns()).standing.subarray(0, 35).reduce((sum, one) => sum + one, 0)).toBe(15);
      await expectFresh(columns);
      const spans = [{ device: device.store.device, from: 1, to: 4, days: 2 }];
      const ref = await device.store.appendBatch([{ type: 'clock', spans }], 4);
      await expectFresh(columns);
      await device.store.undo(ref!);
      await expectFresh(columns);
    } finally {
      await other.close();
    }
  });
});
