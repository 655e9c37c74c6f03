import { describe, expect, it } from 'vitest';
import { UNTOUCHED, type CardState } from '../progress.ts';
import { recallOf } from './recall.ts';
import type { Memory } from './schedule.ts';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-01-01T12:00+07:00');
const memory = (more: Partial<Memory>): Memory => ({
  phase: 'review',
  due: 0,
  stabilityDays: 10,
  difficulty: 5,
  intervalDays: 10,
  step: 0,
  reps: 3,
  lapses: 0,
  lastReview: NOW,
  lastDay: Math.floor(NOW / DAY_MS),
  ...more,
});
const known = (more: Partial<Memory> = {}): CardState => ({ ...UNTOUCHED, introducedAt: 1, memory: memory(more) });
const unasked: CardState = { ...UNTOUCHED, introducedAt: 1 };

describe('predicted recall', () => {
  it('is 1 just after an answer, and 0.9 after as many days as the stability says', () => {
    expect(recallOf([known()], NOW).today).toEqual({ introduced: 1, all: 1 });
    expect(recallOf([known({ stabilityDays: 7 })], NOW).in7Days.all).toBeCloseTo(0.9, 5);
    expect(recallOf([known({ stabilityDays: 30 })], NOW).in30Days.all).toBeCloseTo(0.9, 5);
  });

  it('"100 % remembered" a year later is not 100 %: having left the learning steps is no recall', () => {
    const { today } = recallOf([known({ lastReview: NOW - 365 * DAY_MS })], NOW);
    expect(today.introduced).toBeGreaterThan(0.4);
    expect(today.introduced).toBeLessThan(0.7);
  });

  it('falls without study', () => {
    const { today, in7Days, in30Days } = recallOf([known(), known({ stabilityDays: 2 })], NOW);
    expect(in7Days.all).toBeLessThan(today.all);
    expect(in30Days.all).toBeLessThan(in7Days.all);
  });

  it('counts what was read and never asked as 0, and what was never read in the whole only', () => {
    const { today } = recallOf([known(), unasked, UNTOUCHED, undefined], NOW);
    expect(today).toEqual({ introduced: 0.5, all: 0.25 });
  });

  it('is not known before anything was read', () => {
    expect(recallOf([undefined, UNTOUCHED], NOW).today).toEqual({ introduced: null, all: 0 });
    expect(recallOf([], NOW).today).toEqual({ introduced: null, all: 0 });
  });
});
