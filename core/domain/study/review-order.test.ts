import { describe, expect, it } from 'vitest';
import { parseCardId } from '../ids.ts';
import type { Lesson } from '../course.ts';
import { UNTOUCHED, type Progress } from '../progress.ts';
import { dueCards } from './due-cards.ts';
import { momentAt } from './moment.ts';
import { DEFAULT_SETTINGS, REVIEW_ORDERS, type StudyOptions } from '../settings.ts';
import { inReviewOrder } from './review-order.ts';
import type { Memory } from './schedule.ts';
import { DAY_MS } from './study-day.ts';

const CLOCK = { utcOffsetMin: 420, rolloverHour: 4 };
const NOW = Date.parse('2026-03-01T12:00+07:00');
const moment = momentAt(NOW, CLOCK);
const lesson = { id: 'one', requires: [], questions: [] } as unknown as Lesson;

interface Known {
  readonly name: string;
  readonly memory: Memory;
}

/** Answered so many days ago, due after an interval; with the days in which recall falls to 90 %. */
const card = (name: string, daysAgo: number, intervalDays: number, stabilityDays = intervalDays): Known => ({
  name,
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

/** The names of cards in an order, as a session would ask them. */
function orderOf(cards: readonly Known[], order: StudyOptions['reviewOrder'], at = moment): string[] {
  const progress: Progress = {
    cards: new Map(cards.map(({ name, memory }) => [parseCardId(name), { ...UNTOUCHED, introducedAt: 1, memory }])),
    ...{ lessons: new Map(), days: new Map(), settings: DEFAULT_SETTINGS, looks: new Map(), records: new Map() },
    reviewsTotal: 0,
  };
  const course = { id: 'c', lessons: [lesson] };
  const scope = cards.map(({ name }) => ({ cardId: parseCardId(name), course, lesson }));
  return [...inReviewOrder(dueCards(scope, progress, at), order, progress, at)].map(({ cardId }) => cardId);
}

describe('the order of reviews', () => {
  it.each([
    ['due', ['ten', 'three', 'two', 'none']],
    ['recall', ['none', 'two', 'ten', 'three']],
    ['overdue', ['two', 'ten', 'three', 'none']],
    ['lesson', ['ten', 'two', 'none', 'three']],
  ] as const)('%s', (order, names) => {
    expect(orderOf(reviews, order)).toEqual(names);
  });

  it('drawn at random is the same all day, also after a restart, and another one on other days', () => {
    const many = Array.from({ length: 40 }, (_, index) => card(`c${index}`, 3, 2));
    const drawn = (days: number, hours = 0) =>
      orderOf(many, 'random', momentAt(NOW + days * DAY_MS + hours * 3_600_000, CLOCK));
    expect(drawn(0)).toEqual(drawn(0, 5));
    expect(drawn(0)).not.toEqual(drawn(1));
    expect([...drawn(0)].sort()).toEqual(many.map(({ name }) => name).sort());
  });

  it('keeps the teaching order of what it holds alike, and loses nothing', () => {
    const alike = ['a', 'b', 'c', 'd'].map((name) => card(name, 3, 2));
    for (const order of REVIEW_ORDERS) {
      const names = orderOf(alike, order);
      if (order !== 'random') expect(names).toEqual(['a', 'b', 'c', 'd']);
      expect([...names].sort()).toEqual(['a', 'b', 'c', 'd']);
    }
  });
});
