import { describe, expect, it } from 'vitest';
import { UNTOUCHED, type CardState } from '../progress.ts';
import type { Grade } from '../grade.ts';
import { keptOf, review } from '../study/schedule.ts';
import { parseCardId, type EventRef } from '../ids.ts';
import { foldCard } from './card-fold.ts';
import { refOf, type JournalEvent, type ReviewEvent, type Stamp } from './events.ts';
import { PUBLISHED_PARAMETERS } from './parameters.ts';
import { replay } from './replay.ts';

const CARD = parseCardId('c');
const DAY_MS = 86_400_000;
const BEGIN = Date.parse('2026-11-20T10:00+07:00');
const CLOCK = { utcOffsetMin: 420, rolloverHour: 4 };

/** An answer to one card, as a device writes it that knows `before`. */
function answered(device: string, seq: number, day: number, grade: Grade, before: CardState): Stamp & ReviewEvent {
  const at = BEGIN + day * DAY_MS;
  return {
    ...({ v: 1, type: 'review', card: CARD, mode: 'review', retention: 0.9, elapsedMs: 4_000 } as const),
    ...{ device, seq, at, order: at, ...CLOCK, grade, prev: before.last },
    memory: keptOf(review(before.memory, grade, at, CLOCK, { retention: 0.9 })),
  };
}
const foldAll = (events: readonly (Stamp & ReviewEvent)[]): CardState => {
  const known = new Set(events.map(refOf));
  const past = { knows: (ref: EventRef) => known.has(ref), wasAnsweredAt: () => false };
  return events.reduce((state, event) => foldCard(state, event, past, PUBLISHED_PARAMETERS), UNTOUCHED);
};
/** Answers of one device, each knowing those before it. */
const alone = (device: string, days: readonly number[]) =>
  days.reduce<(Stamp & ReviewEvent)[]>(
    (events, day, i) => [...events, answered(device, i + 1, day, 3, foldAll(events))],
    [],
  );

describe('bug: an answer forgot what a merge put further back than its predecessor', () => {
  it.each([
    ['before all of ours', [0]],
    ['between the first and the second', [2]],
    ['in several places', [0, 2, 5, 9]],
  ])('reviews of another device %s count in every memory behind them', (_where, days) => {
    const ours = alone('ours', [1, 3, 7, 20]);
    const others = alone('other', days);
    const all = [...ours, ...others].sort((a, b) => a.at - b.at);
    const merged = foldAll(all);
    expect(merged.memory?.reps).toBe(all.length);
    // As if one device had known all of them when they were given.
    const known = all.reduce<(Stamp & ReviewEvent)[]>(
      (events, { at, grade }, i) => [...events, answered('one', i + 1, (at - BEGIN) / DAY_MS, grade, foldAll(events))],
      [],
    );
    expect(merged.memory).toEqual(foldAll(known).memory);
  });

  it('what was shown is taken where nothing came between, and where a line before it is lost', () => {
    const ours = alone('ours', [1, 3, 7, 20]);
    expect(foldAll(ours).memory).toMatchObject(ours[3]!.memory!);
    for (const lost of [0, 1, 2]) {
      const left = ours.filter((_, i) => i !== lost);
      expect(foldAll(left).memory).toMatchObject(ours[3]!.memory!);
    }
  });
});

describe('bug: an answer that was taken back still counted in the memory of those behind its successor', () => {
  const undoOf = (events: readonly (Stamp & ReviewEvent)[], place: number): JournalEvent => {
    const { at, seq, device, utcOffsetMin } = events.at(-1)!;
    return {
      ...{ v: 1, type: 'undo', device, utcOffsetMin, at, order: at + 1, seq: seq + 1 },
      of: [refOf(events[place]!)],
    };
  };
  const days = [1, 2, 5, 9, 30];
  const memoryOf = (events: readonly JournalEvent[]) => replay([events]).cards.get(CARD)?.memory;

  it.each([0, 1, 2, 3, 4])('undone answer %i of five counts as never given', (place) => {
    const events = alone('ours', days);
    const never = alone(
      'ours',
      days.filter((_, i) => i !== place),
    );
    expect(memoryOf([...events, undoOf(events, place)])).toEqual(memoryOf(never));
  });

  it('answers after it are taken as they were shown', () => {
    const events: JournalEvent[] = alone('ours', days);
    events.push(undoOf(alone('ours', days), 0));
    const before = replay([events]).cards.get(CARD)!;
    const next = answered('ours', 7, 60, 3, before);
    const shown = { ...next, memory: { ...next.memory!, stabilityDays: 99 } };
    expect(before.isRecomputed).toBe(true);
    const agreed = replay([[...events, next]]).cards.get(CARD)!;
    expect(agreed).toMatchObject({ isRecomputed: false, memory: next.memory });
    const later = { ...answered('ours', 8, 90, 3, agreed), memory: shown.memory };
    expect(replay([[...events, next, later]]).cards.get(CARD)?.memory?.stabilityDays).toBe(99);
  });
});
