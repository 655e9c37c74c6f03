import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { studyDay } from '../../domain/study/study-day.ts';
import { cardIdOfNote, noteKeyOf } from '../library/card-ids.ts';
import { DAY_MS, startStudyApp, type StudyApp } from '../study-app.fixture.ts';
import { madePackage } from '../transfer/anki/made-package.fixture.ts';
import { rawCollection } from '../transfer/anki/raw-collection.fixture.ts';
import { hasSharedDecks, sharedDeck } from '../transfer/anki/shared-decks.fixture.ts';

const day = (date: string) => Date.parse(`${date}T00:00Z`) / DAY_MS;

/**
 * The files that hold reviews; the day their due days are counted from, which is that on which the collection was made where its learner
 * lives; how many cards are in review, in steps, and hold an FSRS memory. All of them are as the file says.
 */
const FILES = [
  { file: '785244d6', dayZero: '2023-04-11', inReview: 13, inSteps: 0, remembered: 13 },
  { file: '7dede56d', dayZero: '2020-04-08', inReview: 1, inSteps: 0, remembered: 0 },
  { file: '4988f837', dayZero: '2025-12-05', inReview: 0, inSteps: 2, remembered: 0 },
  { file: '49436153', dayZero: '2019-05-24', inReview: 1, inSteps: 0, remembered: 0 },
  { file: '7fa227a0', dayZero: '2019-05-24', inReview: 1, inSteps: 0, remembered: 0 },
  { file: '2acbbef0', dayZero: '2019-04-18', inReview: 3, inSteps: 0, remembered: 0 },
  { file: 'd42527e3', dayZero: '2019-04-18', inReview: 3, inSteps: 0, remembered: 0 },
];
/** Of cards: everything beyond is a fault. */
const MOST_APART = 0.01;

type Type = 'new' | 'steps' | 'review';
interface RawCard {
  readonly cardId: string;
  readonly type: Type;
  readonly dueDay: number;
  readonly stability: number | null;
  readonly difficulty: number | null;
}

const TYPES: readonly Type[] = ['new', 'steps', 'review', 'steps'];
const CARDS = 'select n.guid, c.ord, c.type, c.due, c.data from cards c join notes n on n.id = c.nid';

async function rawCards(file: string, dayZero: number): Promise<RawCard[]> {
  const rows = await rawCollection(sharedDeck(file));
  return rows(CARDS).map(([guid, ord, type, due, data]) => {
    const { s = null, d = null } = JSON.parse(String(data) || '{}') as { s?: number; d?: number };
    const cardId = cardIdOfNote(noteKeyOf('anki', String(guid)), Number(ord));
    return { cardId, type: TYPES[Number(type)]!, dueDay: dayZero + Number(due), stability: s, difficulty: d };
  });
}

const isNear = (got: number, wanted: number) => Math.abs(got - wanted) <= 0.01 * wanted;

let app: StudyApp;
afterEach(() => app.dispose());

async function memories(cards: readonly RawCard[]) {
  const found = await Promise.all(cards.map(({ cardId }) => app.call('card.info', { cardId })));
  return cards.map((raw, i) => ({ raw, phase: found[i]!.phase, memory: found[i]!.memory }));
}

describe.skipIf(!hasSharedDecks)('a schedule that is kept (skipped without ../shared/decks)', () => {
  it.each(FILES)('$file: has the phases, due days and memory of the file', async ({ file, dayZero, ...wanted }) => {
    app = await startStudyApp();
    const options = { schedule: 'keep', presets: true } as const;
    await app.call('library.import', { path: sharedDeck(file).path, options });
    const cards = await memories(await rawCards(file, day(dayZero)));
    const of = (type: Type) => cards.filter(({ raw }) => raw.type === type);
    expect([of('review').length, of('steps').length]).toEqual([wanted.inReview, wanted.inSteps]);
    expect(of('new').every(({ memory }) => memory === null)).toBe(true);
    expect(of('steps').every(({ phase }) => phase === 'learning' || phase === 'relearning')).toBe(true);
    const [bangkok, rolloverHour] = [420, 4];
    const dueDay = (due: number) => studyDay(due, { utcOffsetMin: bangkok, rolloverHour });
    const otherDay = of('review').filter(({ raw, memory }) => raw.dueDay !== dueDay(memory!.due));
    expect(otherDay.length).toBeLessThanOrEqual(MOST_APART * cards.length);
    const held = cards.filter(({ raw }) => raw.stability !== null);
    const apart = held.filter(
      ({ raw, memory }) =>
        !isNear(memory!.stabilityDays, raw.stability!) || !isNear(memory!.difficulty, raw.difficulty!),
    );
    expect(held.length).toBe(wanted.remembered);
    expect(apart.length).toBeLessThanOrEqual(MOST_APART * held.length);
  });

  it('without its options, a file of another model has the days of the file, and the memory that our model has of its reviews', async () => {
    app = await startStudyApp();
    await app.call('library.import', { path: sharedDeck('785244d6').path, options: { schedule: 'keep' } });
    const cards = await memories(await rawCards('785244d6', day('2023-04-11')));
    // Two answers Good within a day, by the published weights.
    expect(new Set(cards.map(({ memory }) => memory!.stabilityDays.toFixed(2)))).toEqual(new Set(['2.31']));
    expect(cards.map(({ memory }) => memory!.intervalDays).sort()).toEqual([
      10, 10, 11, 11, 11, 11, 12, 12, 13, 13, 14, 14, 14,
    ]);
  });
});

describe('a card that came without its reviews', () => {
  it('and was learned again in steps of minutes, is due at once, not after the interval behind them', async () => {
    app = await startStudyApp();
    const change =
      'delete from revlog; update cards set type = 3, queue = 1, due = 1700000600, ivl = 30, factor = 2000, reps = 9, lapses = 1, left = 1001';
    const { path } = await madePackage(join(app.dataDir, '..', 'made.apkg'), change);
    await app.call('library.import', { path, options: { schedule: 'keep' } });
    const { courses } = await app.call('library.list', {});
    const { cards } = await app.call('deck.cards', {
      deckId: courses.find(({ kind }) => kind === 'deck')!.id,
      from: 0,
      most: 1,
    });
    const { phase, memory } = await app.call('card.info', { cardId: cards[0]!.cardId });
    expect([phase, memory!.stabilityDays]).toEqual(['relearning', 12.5]);
    expect(memory!.due).toBeLessThanOrEqual(app.clock.now());
  });
});
