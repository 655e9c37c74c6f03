import { describe, expect, it } from 'vitest';
import { BestFew } from './best-few.ts';
import { histogramOf } from './histogram.ts';
import { bitOf, pickedIn } from './picked.ts';
import { longestPause } from './days-tally.ts';

describe('a histogram', () => {
  it('counts from an edge up to the next, and knows mean and median', () => {
    const { cards, mean, median, bins } = histogramOf(Float64Array.of(0, 1, 1, 6, 400), [0, 1, 5]);
    expect([cards, mean, median]).toEqual([5, 81.6, 1]);
    expect(bins).toEqual([
      { from: 0, to: 1, cards: 1 },
      { from: 1, to: 5, cards: 2 },
      { from: 5, to: null, cards: 2 },
    ]);
  });

  it('of nothing has bins and no middle', () => {
    expect(histogramOf(new Float64Array(0), [0])).toEqual({
      ...{ cards: 0, mean: null, median: null },
      bins: [{ from: 0, to: null, cards: 0 }],
    });
  });
});

describe('the first few of many', () => {
  it('are those that sorting would put first', () => {
    const few = new BestFew<number>(3, (a, b) => a - b);
    for (const number of [5, 9, 1, 7, 1, 8]) few.add(number);
    expect(few.inOrder).toEqual([1, 1, 5]);
  });
});

describe('options picked', () => {
  it('are a bit each by their letter; what is typed is none', () => {
    expect([bitOf('a'), bitOf('c'), bitOf('p'), bitOf('q'), bitOf('la')]).toEqual([1, 4, 32_768, 0, 0]);
    expect([pickedIn('b'), pickedIn(['a', 'd']), pickedIn('hill'), pickedIn({ la: 'a' }), pickedIn(undefined)]).toEqual(
      [2, 9, 0, 0, 0],
    );
  });
});

describe('the longest pause', () => {
  it('lies between two days of study, the latest of those as long', () => {
    const days = [1, 5, 6, 10].map((day) => ({ day }));
    expect(longestPause(days)).toEqual({ days: 3, from: 7, to: 9 });
    expect(longestPause([{ day: 1 }, { day: 2 }])).toBeNull();
  });
});
