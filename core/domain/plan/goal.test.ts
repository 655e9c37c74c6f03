import { describe, expect, it } from 'vitest';
import { daysAhead } from './days-ahead.ts';
import { forgettingOf } from './forgetting.ts';
import { expectedOn, outlookOf, type GoalDays } from './goal.ts';

const forgetting = forgettingOf(null);
const NEW = { ms: 30_000, reviewMs: 12_000 };
const plan = (today: number, cards: number, minutes = 60): GoalDays => ({
  today,
  budgetMs: () => minutes * 60_000,
  retention: 0.9,
  fresh: { ...NEW, cards },
  forgetting,
  seed: 'goal',
});
const learned = (cards: number) =>
  daysAhead([], { ...plan(0, cards), days: 20, fresh: { ...NEW, cards, perDay: 20 } }).cards;

function last<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('a goal', () => {
  it('is as far as the new cards a day bring it: a question that is never asked is not remembered', () => {
    const some = last(expectedOn(30, [], plan(20, 400), 10));
    expect(some.expected).toBeGreaterThan(0.2);
    expect(some.expected).toBeLessThan(0.25);
    expect(last(expectedOn(20, [], plan(20, 400), 10)).expected).toBe(0);
  });

  it('says the least number of new cards a day that reaches it, to the card', () => {
    const cards = learned(100);
    const goal = { examDay: 50, target: 0.85 };
    const found = last(outlookOf(goal, cards, plan(20, 300), 3));
    const wanted = found.newPerDayWanted!;
    expect(wanted).toBeGreaterThan(8);
    expect(wanted).toBeLessThan(12);
    expect(last(expectedOn(50, cards, plan(20, 300), wanted)).expected).toBeGreaterThanOrEqual(0.85);
    expect(last(expectedOn(50, cards, plan(20, 300), wanted - 1)).expected).toBeLessThan(0.85);
    expect(found.expected).toBeLessThan(0.85);
    expect(found.newPerDay).toBe(3);
  });

  it('is on track where no more are wanted than are learned a day', () => {
    const found = last(outlookOf({ examDay: 50, target: 0.85 }, learned(100), plan(20, 300), 20));
    expect(found.expected).toBeGreaterThan(0.9);
    expect(found.newPerDayWanted).toBeLessThanOrEqual(20);
    expect(found.low).toBeLessThan(found.expected);
    expect(found.high).toBeGreaterThan(found.expected);
  });

  it('that can not be reached in its time says how far one gets', () => {
    const found = last(outlookOf({ examDay: 22, target: 0.95 }, [], plan(20, 400, 10), 20));
    expect(found.newPerDayWanted).toBeNull();
    expect(found.best).toBeLessThan(0.15);
    expect(found.best).toBeGreaterThan(0.05);
  });

  it('of a course without questions expects nothing', () => {
    expect(last(expectedOn(30, [], plan(20, 0), 10))).toEqual({ expected: 0, low: 0, high: 0 });
  });
});
