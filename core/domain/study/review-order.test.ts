import { describe, expect, it } from 'vitest';
import { parseCardId } from '../ids.ts';
import { momentAt } from './moment.ts';
import { REVIEW_ORDERS } from '../settings.ts';
import { inReviewOrder, type DueReview } from './review-order.ts';
import { DAY_MS } from './study-day.ts';

const CLOCK = { utcOffsetMin: 420, rolloverHour: 4 };
const NOW = Date.parse('2026-03-01T12:00+07:00');
const moment = momentAt(NOW, CLOCK);

/** Answered so many days ago, due after an interval; with the days in which recall falls to 90 %. */
const card = (name: string, daysAgo: number, intervalDays: number, stabilityDays = intervalDays): DueReview => ({
  cardId: parseCardId(name),
  memory: {
    phase: 'review',
    due: 0,
    stabilityDays,
    difficulty: 5,
    intervalDays,
    step: 0,
    reps: 3,
    lapses: 0,
    lastReview: NOW - daysAgo * DAY_MS,
    lastDay: moment.today - daysAgo,
  },
});

// As they are taught: 10 days late of 100, 2 days late of 2, due today of 5 and hardly known, 3 days late of 30.
const reviews = [card('ten', 110, 100), card('two', 4, 2), card('none', 5, 5, 0.5), card('three', 33, 30)];

const orderOf = (...given: Parameters<typeof inReviewOrder>) => inReviewOrder(...given).map(({ cardId }) => cardId);

describe('the order of reviews', () => {
  it.each([
    ['due', ['ten', 'three', 'two', 'none']],
    ['recall', ['none', 'two', 'ten', 'three']],
    ['overdue', ['two', 'ten', 'three', 'none']],
    ['lesson', ['ten', 'two', 'none', 'three']],
  ] as const)('%s', (order, names) => {
    expect(orderOf(reviews, order, moment, null)).toEqual(names);
  });

  it('drawn at random is the same all day, also after a restart, and another one on other days', () => {
    const many = Array.from({ length: 40 }, (_, index) => card(`c${index}`, 3, 2));
    const drawn = (days: number, hours = 0) =>
      orderOf(many, 'random', momentAt(NOW + days * DAY_MS + hours * 3_600_000, CLOCK), null);
    expect(drawn(0)).toEqual(drawn(0, 5));
    expect(drawn(0)).not.toEqual(drawn(1));
    expect([...drawn(0)].sort()).toEqual(many.map(({ cardId }) => cardId).sort());
  });

  it('keeps the teaching order of what it holds alike, and loses nothing', () => {
    const alike = ['a', 'b', 'c', 'd'].map((name) => card(name, 3, 2));
    for (const order of REVIEW_ORDERS) {
      const names = orderOf(alike, order, moment, null);
      if (order !== 'random') expect(names).toEqual(['a', 'b', 'c', 'd']);
      expect([...names].sort()).toEqual(['a', 'b', 'c', 'd']);
    }
  });
});
