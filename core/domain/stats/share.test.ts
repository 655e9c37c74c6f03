import { describe, expect, it } from 'vitest';
import { shareOf, wilson } from './share.ts';

describe('a share', () => {
  it('has the 90 % interval that Wilson gives', () => {
    // 90 of 100: (0.9 + z²/200 ± z √(0.0009 + z²/40000)) / (1 + z²/100), z = 1.6449.
    expect(wilson(90, 100).low).toBeCloseTo(0.83964, 4);
    expect(wilson(90, 100).high).toBeCloseTo(0.93928, 4);
  });

  it('stays between 0 and 1 where all are right, and none', () => {
    expect(wilson(3, 3)).toEqual({ low: expect.closeTo(0.52581, 4) as number, high: 1 });
    expect(wilson(0, 3)).toEqual({ low: 0, high: expect.closeTo(0.47419, 4) as number });
  });

  it('of no answers is none, and of few is not said in words', () => {
    expect(shareOf(0, 0)).toEqual({ answers: 0, right: 0, share: null, low: null, high: null, enough: false });
    expect([shareOf(29, 29).enough, shareOf(30, 30).enough]).toEqual([false, true]);
  });
});
