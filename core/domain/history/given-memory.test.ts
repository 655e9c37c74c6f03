import { describe, expect, it } from 'vitest';
import { keptOf, review } from '../study/schedule.ts';
import { studyDay } from '../study/study-day.ts';
import { parseCardId } from '../ids.ts';
import { UNTOUCHED, type CardState } from '../progress.ts';
import { foldCard } from './card-fold.ts';
import { refOf, type CardChange, type JournalEvent } from './events.ts';
import { PUBLISHED_PARAMETERS } from './parameters.ts';
import { replay } from './replay.ts';

const CARD = parseCardId('anki/n1#0');
const DAY_MS = 86_400_000;
const BEGIN = Date.parse('2026-11-20T10:00+07:00');
const CLOCK = { utcOffsetMin: 420, rolloverHour: 4 };
/** The past of a card of which nothing is lost or there again. */
const ALL_KNOWN = { knows: () => true, wasAnsweredAt: () => false };
const KNOWN = { phase: 'review', stabilityDays: 21.5, difficulty: 6.1, intervalDays: 20 } as const;

const stamp = (device: string, seq: number, day: number) => {
  const at = BEGIN + day * DAY_MS;
  return { v: 1, device, seq, at, order: at, utcOffsetMin: 420 } as const;
};
/** What was known of the card on one day, told on another. */
function given(known: number, told: number, change: CardChange = {}, device = 'brought'): JournalEvent {
  const at = BEGIN + known * DAY_MS;
  const memory = { ...KNOWN, at, lastDay: studyDay(at, CLOCK), reps: 9, lapses: 2 };
  return { ...stamp(device, 1, told), type: 'card', cards: [CARD], change: { ...change, memory } };
}
/** An answer of a device that knows `before`. */
function answered(device: string, day: number, before: CardState, source?: string): JournalEvent {
  const at = BEGIN + day * DAY_MS;
  return {
    ...{ ...stamp(device, day + 10, day), type: 'review', card: CARD, prev: before.last, mode: 'review', grade: 3 },
    ...{ memory: keptOf(review(before.memory, 3, at, CLOCK, { retention: 0.9 })), retention: 0.9 },
    ...{ rolloverHour: 4, elapsedMs: 4_000, ...(source && { source }) },
  };
}
const stateOf = (...events: JournalEvent[]) => replay(events.map((event) => [event])).cards.get(CARD) ?? UNTOUCHED;

describe('a memory that came without its answers', () => {
  it('is the memory of the card, which is in the schedule since then', () => {
    const lastDay = studyDay(BEGIN, CLOCK);
    expect(stateOf(given(0, 5))).toMatchObject({
      memory: { ...KNOWN, lastReview: BEGIN, lastDay, reps: 9, lapses: 2 },
      introducedAt: BEGIN,
      isRecomputed: false,
    });
  });

  it('comes due on the day that was chosen for it', () => {
    const lastDay = studyDay(BEGIN, CLOCK);
    const { memory } = stateOf(given(0, 5, { dueDay: lastDay + 7, suspended: true }));
    expect(memory).toMatchObject({ intervalDays: 7, due: BEGIN + 7 * DAY_MS, stabilityDays: 21.5 });
  });

  it('is what the answers behind it go on from', () => {
    const before = stateOf(given(0, 5));
    const next = answered('ours', 22, before);
    const { memory } = stateOf(given(0, 5), next);
    const elsewhere = review(before.memory, 3, next.at, CLOCK, { retention: 0.9 });
    expect(memory).toEqual(elsewhere);
    expect(memory?.reps).toBe(10);
    expect(memory!.stabilityDays).toBeGreaterThan(21.5);
  });

  it('gives nothing, nor its day, where an answer of that day or a later one is known', () => {
    const first = answered('ours', 3, UNTOUCHED);
    const known = stateOf(first);
    for (const day of [0, 2, 3]) {
      const both = stateOf(first, given(day, 6, { dueDay: 99_999, flag: 3 }));
      expect(both.memory).toEqual(known.memory);
      expect(both.flag).toBe(3);
    }
    expect(stateOf(first, given(4, 6)).memory).toMatchObject({ ...KNOWN, reps: 9 });
  });

  it('bug: a due day that came with a newer copy took back the interval of an answer given here since', () => {
    const first = answered('ours', 3, UNTOUCHED);
    const { memory } = stateOf(first);
    const told = (day: number): JournalEvent => ({
      ...{ ...stamp('brought', 1, 6), type: 'card', cards: [CARD] },
      change: { dueDay: memory!.lastDay + 40, lastDay: memory!.lastDay + day },
    });
    expect(stateOf(first, told(-1)).memory).toEqual(memory);
    expect(stateOf(first, told(0)).memory).toMatchObject({ intervalDays: 40, reps: 1 });
  });

  it('starts the card anew after it was forgotten', () => {
    const first = answered('ours', 3, UNTOUCHED);
    expect(stateOf(first, given(0, 6, { reset: true })).memory).toMatchObject({ ...KNOWN, reps: 9 });
  });

  it('bug: an answer shown from a memory that a merge outdid was taken as it was shown', () => {
    const told = given(0, 5);
    const next = answered('ours', 22, stateOf(told));
    const other = answered('other', 4, UNTOUCHED);
    const merged = stateOf(told, next, other);
    const known = foldCard(UNTOUCHED, other, ALL_KNOWN, PUBLISHED_PARAMETERS);
    expect(merged.memory).toEqual(review(known.memory, 3, next.at, CLOCK, { retention: 0.9 }));
    expect(merged.last).toBe(refOf(next));
  });

  it('goes when it is taken back', () => {
    const told = given(0, 5);
    const undo: JournalEvent = { ...stamp('ours', 90, 90), type: 'undo', of: [refOf(told)] };
    expect(stateOf(told, undo).memory).toBeNull();
  });
});
