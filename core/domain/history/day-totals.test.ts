import { describe, expect, it } from 'vitest';
import { parseCardId } from '../ids.ts';
import { UNTOUCHED } from '../progress.ts';
import { daysRightAfter } from './card-fold.ts';
import { plusShare, withReview } from './day-totals.ts';
import type { ReviewEvent, Stamp } from './events.ts';

const NOON = Date.parse('2026-03-01T12:00+07:00');
const answer = (more: Partial<Stamp & ReviewEvent> = {}): Stamp & ReviewEvent => ({
  ...{ v: 1, device: 'device', seq: 1, at: NOON, order: 1, utcOffsetMin: 420, type: 'review', prev: null },
  ...{ card: parseCardId('csto/a'), mode: 'review', grade: 3, memory: null, retention: 0.9, rolloverHour: 4 },
  elapsedMs: 5000,
  ...more,
});

describe('what counts against the limits of a day', () => {
  const day = [
    withReview(undefined, answer(), null),
    withReview(undefined, answer({ card: parseCardId('deck/x') }), 'review'),
    withReview(undefined, answer({ mode: 'practice' }), 'review'),
    withReview(undefined, answer(), 'learning'),
  ];
  const all = day.reduce((sum, share) => plusShare(sum, share, 1)!);

  it('is counted by course: new cards, and cards that had left their steps; no practice', () => {
    expect(all).toMatchObject({ reviews: 3, fresh: 1, dueReviews: 1, practice: 1 });
    expect(all.courses).toEqual([
      { id: 'csto', fresh: 1, dueReviews: 0 },
      { id: 'deck', fresh: 0, dueReviews: 1 },
    ]);
    expect(day[3]!.courses).toBeUndefined();
  });

  it('goes away with what was taken back, and the day with its last answer', () => {
    expect(plusShare(all, day[1]!, -1)!.courses).toEqual([{ id: 'csto', fresh: 1, dueReviews: 0 }]);
    expect(plusShare(day[0], day[0]!, -1)).toBeNull();
  });
});

describe('the days on which a card was answered right', () => {
  const after = (...events: (Stamp & ReviewEvent)[]) =>
    events.reduce((card, event) => daysRightAfter(card, event), { daysRight: 0, lastDayRight: 0 });
  const on = (days: number, more: Partial<ReviewEvent> = {}) => answer({ at: NOON + days * 86_400_000, ...more });

  it('are counted once a day, in every mode, and never for a wrong answer', () => {
    expect(after(on(0), on(0), on(1, { grade: 1 }), on(2, { grade: 2, mode: 'practice' })).daysRight).toBe(2);
    expect(after(on(0, { grade: 1 })).daysRight).toBe(UNTOUCHED.daysRight);
  });

  it('end where the learner has their night, not at midnight', () => {
    const late = answer({ at: Date.parse('2026-03-02T02:00+07:00') });
    expect(after(on(0), late).daysRight).toBe(1);
    expect(after(on(0), answer({ at: Date.parse('2026-03-02T05:00+07:00') })).daysRight).toBe(2);
  });
});
