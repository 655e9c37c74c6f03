import { describe, expect, it } from 'vitest';
import { lateCards, minutesWithoutBudget, speedsOf, workOff, type BacklogDays } from './backlog.ts';
import { daysAhead, recallOn, type PlannedCard } from './days-ahead.ts';
import { forgettingOf } from './forgetting.ts';

const forgetting = forgettingOf(null);
const MINUTE = 60_000;
const NEW = { cards: 100_000, ms: 30_000, reviewMs: 12_000 };

/** A deck after so many days of `perDay` new cards. Its last day is the day before `days`. */
const deckAfter = (days: number, perDay: number, minutes: number, seed: string): readonly PlannedCard[] =>
  daysAhead([], {
    today: 0,
    days,
    budgetMs: () => minutes * MINUTE,
    retention: 0.9,
    fresh: { ...NEW, perDay },
    forgetting,
    seed,
  }).cards;

const plan = (today: number, more: Partial<BacklogDays> = {}): BacklogDays => ({
  today,
  retention: 0.9,
  fresh: { ...NEW, perDay: 20 },
  forgetting,
  seed: 'back',
  isOff: () => false,
  ...more,
});

function last<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('after thirty days away', () => {
  const seeds = Array.from({ length: process.env['JAMDAI_LONG'] ? 200 : 5 }, (_, at) => `seed ${at}`);

  it('no day is above its minutes, nothing new is asked before the end, and the deck is back at target within 14 days', () => {
    for (const [at, seed] of seeds.entries()) {
      const perDay = 5 + ((at * 7) % 16);
      const days = 90 + ((at * 53) % 150);
      const before = deckAfter(days, perDay, perDay * 3, seed);
      const today = days + 30;
      const away = recallOn(before, today, forgetting)!;
      const minutes = last(minutesWithoutBudget(before, plan(today, { seed }), 1));
      const speeds = last(speedsOf(before, plan(today, { seed }), minutes));
      const normal = speeds.find(({ speed }) => speed === 'normal')!;
      expect(normal.days, seed).toBeLessThanOrEqual(14);
      const budgetMs = () => normal.minutes * MINUTE;
      const back = daysAhead(before, { ...plan(today, { seed }), budgetMs, days: 14 });
      for (const { ms, left, fresh } of back.days) {
        expect(ms.reviews + ms.late + ms.fresh, seed).toBeLessThanOrEqual(normal.minutes * MINUTE);
        if (left > 0) expect(fresh, seed).toBe(0);
      }
      expect(back.days[normal.days - 1]?.left, seed).toBe(0);
      const recall = recallOn(back.cards, today + 14, forgetting)!;
      expect(recall, seed).toBeGreaterThan(away);
      expect(recall, seed).toBeGreaterThan(recallOn(before, days, forgetting)! - 0.01);
    }
  });

  it('is three speeds: the faster, the more minutes and the fewer days', () => {
    const cards = deckAfter(120, 15, 40, 'three');
    for (const minutes of [25, 40]) {
      const speeds = last(speedsOf(cards, plan(150), minutes));
      expect(speeds.map(({ speed }) => speed)).toEqual(['gentle', 'normal', 'fast']);
      const [gentle, normal, fast] = speeds as [(typeof speeds)[0], (typeof speeds)[0], (typeof speeds)[0]];
      expect(normal.minutes).toBe(minutes);
      expect(gentle.minutes).toBeLessThan(normal.minutes);
      expect(fast.minutes).toBeGreaterThan(normal.minutes);
      expect(gentle.days).toBeGreaterThan(normal.days);
      expect(fast.days).toBeLessThanOrEqual(Math.ceil(normal.days / 2));
    }
  });

  it('is worked off in the usual time where that is enough', () => {
    const cards = deckAfter(60, 5, 20, 'usual');
    expect(last(minutesWithoutBudget(cards, plan(90), 45))).toBe(45);
    expect(last(minutesWithoutBudget(cards, plan(90), 1))).toBeGreaterThan(1);
  });

  it('says so where the learner’s own minutes never end it', () => {
    const cards = deckAfter(120, 20, 60, 'never');
    expect(last(workOff(cards, plan(150), 2))).toBeNull();
    expect(last(speedsOf(cards, plan(150), 2)).map(({ speed }) => speed)).toEqual(['fast']);
  });
});

it('nothing is done on a day off, and nothing falls due on it', () => {
  const cards = deckAfter(60, 10, 30, 'off');
  const isOff = (day: number) => day >= 63 && day < 70;
  const budgetMs = (day: number) => (isOff(day) ? 0 : 30 * MINUTE);
  const ahead = daysAhead(cards, { ...plan(60), budgetMs, days: 20 });
  for (const { day, reviews, late, fresh } of ahead.days) if (isOff(day)) expect(reviews + late + fresh).toBe(0);
  const later = daysAhead(cards, { ...plan(60), budgetMs, days: 3 }).cards.filter(({ lastDay }) => lastDay >= 60);
  expect(later.length).toBeGreaterThan(20);
  expect(later.filter(({ dueDay }) => isOff(dueDay))).toEqual([]);
});

it('late cards are those of the days before', () => {
  const card = { stabilityDays: 5, difficulty: 5, lastDay: 1, ms: 1 };
  const cards = [4, 9, 10, 11].map((dueDay) => ({ ...card, dueDay }));
  expect(lateCards(cards, 10).map(({ dueDay }) => dueDay)).toEqual([4, 9]);
});
