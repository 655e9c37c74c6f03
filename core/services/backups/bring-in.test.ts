import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCardId } from '../../domain/ids.ts';
import { UNTOUCHED, type CardState } from '../../domain/progress.ts';
import { foldCard } from '../../domain/history/card-fold.ts';
import type { JournalEvent, ReviewEvent } from '../../domain/history/events.ts';
import { MAX_DEVICES } from '../../domain/history/limits.ts';
import { PUBLISHED_PARAMETERS } from '../../domain/history/parameters.ts';
import { DAY_MS } from '../../domain/study/study-day.ts';
import { refOf } from '../../domain/history/events.ts';
import { eventRefOf } from '../../domain/ids.ts';
import { keptOf, review } from '../../domain/study/schedule.ts';
import { unwatched } from '../jobs/work.ts';
import { broughtDevice, broughtFile, broughtLines, type BroughtEvent } from '../store/journal/brought-journal.ts';
import { bringInRead } from './merge.ts';
import { digestOf, START, type TestDevice } from './data-folder.fixture.ts';
import { TestDevices } from './test-devices.fixture.ts';

const CLOCK = { utcOffsetMin: 420, rolloverHour: 4 };
const OPTIONS = { retention: 0.9 };
const FIRST = START - 400 * DAY_MS;

/** Reviews of a few cards that were given elsewhere, the first `count` of an endless history. */
function history(device: string, count: number): BroughtEvent[] {
  const last = new Map<string, { seq: number; state: CardState }>();
  const events: BroughtEvent[] = [];
  for (let i = 0; i < count; i++) {
    const card = parseCardId(`anki/note-${(i * 5) % 7}#0`);
    const at = FIRST + Math.floor(i / 4) * 3 * DAY_MS + i * 60_000;
    const known = last.get(card);
    const memory = review(known?.state.memory ?? null, i % 5 === 4 ? 1 : 3, at, CLOCK, OPTIONS);
    const body: { type: 'review' } & ReviewEvent = {
      ...{ type: 'review', card, prev: known ? eventRefOf(device, known.seq) : null, mode: 'review' },
      ...{ grade: i % 5 === 4 ? 1 : 3, memory: keptOf(memory), retention: 0.9, rolloverHour: 4, elapsedMs: 5_000 },
      ...{ source: `anki:${at}`, course: 'anki-1' },
    };
    events.push({ at, utcOffsetMin: 420, body });
    const event: JournalEvent = { v: 1, device, seq: i + 2, at, order: at, utcOffsetMin: 420, ...body };
    last.set(card, {
      seq: i + 2,
      state: foldCard(known?.state ?? UNTOUCHED, event, () => true, PUBLISHED_PARAMETERS),
    });
  }
  return events;
}

const devices = new TestDevices();

/** A folder with a package in it: its first `count` reviews. */
async function packageOf(name: string, count: number): Promise<string> {
  const device = broughtDevice(name);
  const folder = devices.root.folder(`package-${name}-${count}`);
  const events = history(device, count);
  const told: BroughtEvent = {
    at: events.at(-1)!.at + 1,
    utcOffsetMin: 420,
    body: { type: 'import', id: name.padEnd(64, '0'), set: { name, format: 'anki', reviews: count } },
  };
  mkdirSync(join(folder, 'journal', device), { recursive: true });
  const lines: Buffer[] = [];
  for await (const line of broughtLines(device, told, events)) lines.push(line);
  writeFileSync(join(folder, 'journal', device, broughtFile(told)), Buffer.concat(lines));
  return folder;
}

const take = (device: TestDevice, path: string) => bringInRead(device, path, unwatched);
const reviewsOf = (device: TestDevice) => device.store.progress.reviewsTotal;
const undoOf = (name: string) => eventRefOf(broughtDevice(name), 1);

describe('what is brought in from elsewhere', () => {
  it('has its own times, counts for its deck, and is told by an import', async () => {
    const one = await devices.start('one');
    await take(one, await packageOf('old', 20));
    expect(reviewsOf(one)).toBe(20);
    expect(one.store.progress.records.get(`import/${'old'.padEnd(64, '0')}`)).toMatchObject({ reviews: 20 });
    const days = [...one.store.progress.days.values()];
    expect(days.reduce((sum, { reviews }) => sum + reviews, 0)).toBe(20);
    expect(days.flatMap(({ courses = [] }) => courses.map(({ id }) => id)).every((id) => id === 'anki-1')).toBe(true);
    await one.restart();
    expect(reviewsOf(one)).toBe(20);
  });

  it('changes nothing when it is brought again', async () => {
    const one = await devices.start('one');
    await take(one, await packageOf('old', 20));
    const before = digestOf(one.store.progress);
    const again = await take(one, await packageOf('old', 20));
    expect([again.added, digestOf(one.store.progress)]).toEqual([0, before]);
  });

  it('counts each review once where a newer copy comes, in either order, on one device or on two', async () => {
    const [old, fresh] = [await packageOf('old', 20), await packageOf('fresh', 33)];
    const [one, two, three] = [await devices.start('one'), await devices.start('two'), await devices.start('three')];
    await take(one, old);
    await take(one, fresh);
    await take(two, fresh);
    await take(two, old);
    await take(three, old);
    expect([reviewsOf(one), reviewsOf(two)]).toEqual([33, 33]);
    expect(digestOf(two.store.progress)).toBe(digestOf(one.store.progress));
    await three.merge(two.dataDir);
    expect(reviewsOf(three)).toBe(33);
    for (const device of [one, two, three]) {
      await device.restart();
      expect(reviewsOf(device)).toBe(33);
    }
  });

  it('comes beside answers that were given here meanwhile, and none is lost', async () => {
    const one = await devices.start('one');
    await take(one, await packageOf('old', 20));
    const answers: string[] = [];
    for (let i = 0; i < 7; i++) answers.push(await one.answer(`anki/note-${i}#0`));
    await take(one, await packageOf('fresh', 33));
    expect(reviewsOf(one)).toBe(40);
    const plain = digestOf(one.store.progress);
    await one.restart();
    expect(digestOf(one.store.progress)).toBe(plain);
    const found = [...one.store.backwards()].map(refOf);
    expect(answers.every((ref) => found.includes(ref as never))).toBe(true);
  });

  it('goes as a whole by one undo, and comes back by another; a copy of it then counts in its stead', async () => {
    const one = await devices.start('one');
    await take(one, await packageOf('old', 20));
    await take(one, await packageOf('fresh', 33));
    const both = reviewsOf(one);
    const undone = await one.store.undo(undoOf('old'));
    expect([both, reviewsOf(one)]).toEqual([33, 33]);
    await one.store.undo(undoOf('fresh'));
    expect(reviewsOf(one)).toBe(0);
    expect([...one.store.progress.records.keys()].filter((key) => key.startsWith('import/'))).toEqual([]);
    const undo = [...one.store.backwards()].find((event) => event.type === 'undo' && event.of.includes(undone.ref));
    await one.store.undo(refOf(undo!));
    expect(reviewsOf(one)).toBe(20);
    await one.restart();
    expect(reviewsOf(one)).toBe(20);
  });

  it('is refused, with nothing changed, where a history can hold no other device', async () => {
    const one = await devices.start('one');
    await take(one, await packageOf('old', 20));
    for (let i = 0; i < MAX_DEVICES; i++) mkdirSync(join(one.dataDir, 'journal', `other${i}`));
    await one.restart();
    const before = readdirSync(one.dataDir);
    await expect(take(one, await packageOf('fresh', 33))).rejects.toMatchObject({
      code: 'import-unreadable',
      details: { why: 'too-many' },
    });
    expect(existsSync(join(one.dataDir, 'journal', broughtDevice('fresh')))).toBe(false);
    expect(readdirSync(one.dataDir)).toEqual(before);
    expect((await take(one, await packageOf('old', 20))).added).toBe(0);
  });
});
