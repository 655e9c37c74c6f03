import { describe, expect, it } from 'vitest';
import { barsOf, levelsOf, memberAxis, type MemberState } from './member-bars.ts';

const state = (id: string, ...spans: [string, string | null][]): MemberState => ({
  id,
  name: { th: id, en: id },
  spans: spans.map(([from, to]) => ({ from, to, evidence: [] })),
});
const uzbekistan = state('uzbekistan', ['1992-05-15', '1999-04-02'], ['2006', '2012-12']);
const georgia = state('georgia', ['1993', '1999-04-02']);
const russia = state('russia', ['1992-05-15', null]);
const states = [uzbekistan, georgia, russia];
const axis = memberAxis(states, 2000);

describe('the times of members as bars', () => {
  it('has an axis from the year before the first time to the last year told of', () => {
    expect(axis).toEqual({ first: 1991, last: 2012 });
    expect(memberAxis(states, 2019)).toEqual({ first: 1991, last: 2019 });
  });

  it('draws a bar for each time, rough where only the year is sure, open to the end of the text', () => {
    const [bar] = barsOf(georgia, axis);
    expect(bar?.left).toBeCloseTo(2 / 22);
    expect(bar?.rough).toBeCloseTo(1 / 22);
    expect(barsOf(russia, axis)[0]).toMatchObject({ open: true, rough: 0 });
    expect(barsOf(uzbekistan, axis)).toHaveLength(2);
  });

  it('counts in levels that meet', () => {
    const levels = levelsOf(states, axis);
    expect(levels.map(({ count }) => count)).toEqual([2, 3, 1, 2, 1]);
    for (const [at, level] of levels.slice(1).entries()) {
      const before = levels[at]!;
      expect(before.left + before.width).toBeCloseTo(level.left);
    }
    const last = levels.at(-1)!;
    expect(last.left + last.width).toBeCloseTo(1);
  });
});
