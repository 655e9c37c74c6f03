import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { default_w } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { parseCardId } from '../../domain/ids.ts';
import { UNTOUCHED, type CardState } from '../../domain/progress.ts';
import { foldCard } from '../../domain/history/card-fold.ts';
import type { EventBody, JournalEvent, ReviewEvent } from '../../domain/history/events.ts';
import { MAX_DEVICES } from '../../domain/history/limits.ts';
import { PUBLISHED_PARAMETERS } from '../../domain/history/parameters.ts';
import { DAY_MS } from '../../domain/study/study-day.ts';
import { refOf } from '../../domain/history/events.ts';
import { eventRefOf } from '../../domain/ids.ts';
import { keptOf, review } from '../../domain/study/schedule.ts';
import { unwatched } from '../jobs/work.ts';
import { broughtJournal, type BroughtBody } from '../store/brought.fixture.ts';
import { broughtDevice } from '../store/journal/brought-journal.ts';
import { bringIn, type LaidDown } from './bring-in.ts';
import { bringInRead } from './merge.ts';
import { digestOf, START, type TestDevice } from './data-folder.fixture.ts';
import { TestDevices } from './test-devices.fixture.ts';

const CLOCK = { utcOffsetMin: 420, rolloverHour: 4 };
const OPTIONS = { retention: 0.9 };
/** The past of a card of which nothing is lost or there again. */
const ALL_KNOWN = { knows: () => true, wasAnsweredAt: () => false };
const FIRST = START - 400 * DAY_MS;

/** Reviews of a few cards that were given elsewhere, the first `count` of an endless history. */
function history(device: string, count: number): BroughtBody[] {
  const last = new Map<string, { seq: number; state: CardState }>();
  const events: BroughtBody[] = [];
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
      state: foldCard(known?.state ?? UNTOUCHED, event, ALL_KNOWN, PUBLISHED_PARAMETERS),
    });
  }
  return events;
}

const devices = new TestDevices();

/** A folder that an import of so many reviews was laid down in. */
async function laidDown(name: string, count: number): Promise<LaidDown> {
  const device = broughtDevice(name);
  const folder = devices.root.folder(`package-${name}-${(packages += 1)}`);
  const reviews = history(device, count);
  const at = reviews.at(-1)!.at + 1;
  const told: BroughtBody = {
    at,
    utcOffsetMin: 420,
    body: { type: 'import', id: name.padEnd(64, '0'), set: { name, format: 'anki', reviews: count } },
  };
  const card = parseCardId('anki/note-2#0');
  const standing: EventBody[] = [
    { type: 'card', cards: [card], change: { suspended: true, flag: 3 } },
    { type: 'card', cards: [parseCardId('anki/note-new#0')], change: { marked: true } },
    { type: 'preset', id: 'preset-a', set: { name: 'A', newPerDay: 7 } },
  ];
  const events = [...reviews, ...standing.map((body) => ({ at, utcOffsetMin: 420, body }))];
  const { file, bytes, brought } = broughtJournal(device, told, events);
  mkdirSync(join(folder, 'journal', device), { recursive: true });
  writeFileSync(join(folder, 'journal', device, file), bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { folder, journal: { file, bytes: bytes.length, sha256, brought } };
}
let packages = 0;

/** Both ways in: what was told of the lines is believed where it fits, or they are read. */
const WAYS = {
  told: async (device: TestDevice, laid: LaidDown) => bringIn(device, laid, unwatched),
  read: async (device: TestDevice, { folder }: LaidDown) => void (await bringInRead(device, folder, unwatched)),
};
const eventsOf = ({ store }: TestDevice) => [...store.backwards()].length;
const reviewsOf = (device: TestDevice) => device.store.progress.reviewsTotal;
const undoOf = (name: string) => eventRefOf(broughtDevice(name), 1);

describe.each(['told', 'read'] as const)('what is brought in from elsewhere (%s)', (way) => {
  const take = async (device: TestDevice, name: string, count: number) =>
    WAYS[way](device, await laidDown(name, count));

  it('has its own times, counts for its deck, and is told by an import', async () => {
    const one = await devices.start('one');
    await take(one, 'old', 20);
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
    await take(one, 'old', 20);
    const before = [eventsOf(one), digestOf(one.store.progress)];
    await take(one, 'old', 20);
    expect([eventsOf(one), digestOf(one.store.progress)]).toEqual(before);
  });

  it('counts each review once where a newer copy comes, in either order, on one device or on two', async () => {
    const [one, two, three] = [await devices.start('one'), await devices.start('two'), await devices.start('three')];
    await take(one, 'old', 20);
    await take(one, 'fresh', 33);
    await take(two, 'fresh', 33);
    await take(two, 'old', 20);
    await take(three, 'old', 20);
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
    await take(one, 'old', 20);
    const answers: string[] = [];
    for (let i = 0; i < 7; i++) answers.push(await one.answer(`anki/note-${i}#0`));
    await take(one, 'fresh', 33);
    expect(reviewsOf(one)).toBe(40);
    const plain = digestOf(one.store.progress);
    await one.restart();
    expect(digestOf(one.store.progress)).toBe(plain);
    const found = [...one.store.backwards()].map(refOf);
    expect(answers.every((ref) => found.includes(ref as never))).toBe(true);
  });

  it('goes as a whole by one undo, and comes back by another; a copy of it then counts in its stead', async () => {
    const one = await devices.start('one');
    await take(one, 'old', 20);
    await take(one, 'fresh', 33);
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
    await take(one, 'old', 20);
    for (let i = 0; i < MAX_DEVICES; i++) mkdirSync(join(one.dataDir, 'journal', `other${i}`));
    await one.restart();
    const before = readdirSync(one.dataDir);
    await expect(take(one, 'fresh', 33)).rejects.toMatchObject({
      code: 'import-unreadable',
      details: { why: 'too-many' },
    });
    expect(existsSync(join(one.dataDir, 'journal', broughtDevice('fresh')))).toBe(false);
    expect(readdirSync(one.dataDir)).toEqual(before);
    const known = eventsOf(one);
    await take(one, 'old', 20);
    expect(eventsOf(one)).toBe(known);
  });
});

describe('what is told of a brought journal', () => {
  /** What is known after it was told is what the journals say by themselves, also of what is answered then. */
  async function agrees(before: (device: TestDevice) => Promise<unknown>): Promise<void> {
    const device = await devices.start('one');
    await before(device);
    await WAYS.told(device, await laidDown('old', 40));
    for (let answered = 0; answered < 2; answered++) {
      const told = digestOf(device.store.progress);
      await device.restart();
      expect(digestOf(device.store.progress)).toBe(told);
      await device.close();
      for (const name of readdirSync(device.dataDir))
        if (/^(progress|cards-)/.test(name)) rmSync(join(device.dataDir, name));
      await device.restart();
      expect(digestOf(device.store.progress)).toBe(told);
      await device.answer('anki/note-3#0');
    }
  }

  it('comes to what its lines come to, beside answers to other cards on the same days', () =>
    agrees(async (device) => {
      for (let i = 0; i < 9; i++) await device.answer(`deck/${i % 4}`);
    }));

  it('gives way to its lines where a card is known here already', () =>
    agrees(async (device) => {
      await device.answer('anki/note-1#0');
      await device.answer('anki/note-1#0');
    }));

  it('gives way to its lines where memories follow from own parameters', () =>
    agrees((device) => {
      const weights = default_w.map((weight, i) => (i < 4 ? weight * 1.5 : weight));
      return device.store.append({ type: 'parameters', id: 'current', set: { model: 'FSRS-6', weights } });
    }));
});
