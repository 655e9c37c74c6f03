import { describe, expect, it } from 'vitest';
import { memberCounts, tookPart } from './members-at.ts';

const founder = { spans: [{ from: '1992-05-15' }] };
const returned = {
  spans: [
    { from: '1992-05-15', to: '1999-04-02' },
    { from: '2006', to: '2012-12' },
  ],
};
const newcomer = { spans: [{ from: '1993', to: null }] };

describe('who took part when', () => {
  it.each([
    ['1992', true],
    ['1992-05-14', false],
    ['1999-04-01', true],
    ['1999-04-02', false],
    ['2003', false],
    ['2006-06', true],
    ['2012-09-28', true],
    ['2012-12', false],
    ['2019', false],
  ])('on %s the state that left and came back took part: %s', (date, expected) => {
    expect(tookPart(returned, date)).toBe(expected);
  });

  it('has a state without an end take part to the end', () => {
    expect(tookPart(newcomer, '2019-05-20')).toBe(true);
  });

  it('counts by year, with the latest date of the change', () => {
    expect(memberCounts([founder, returned, newcomer])).toEqual([
      { date: '1992-05-15', count: 2 },
      { date: '1993', count: 3 },
      { date: '1999-04-02', count: 2 },
      { date: '2006', count: 3 },
      { date: '2012-12', count: 2 },
    ]);
  });

  it('leaves out a year in which as many came as went', () => {
    const leaving = { spans: [{ from: '1992', to: '2001-01' }] };
    const coming = { spans: [{ from: '2001-02' }] };
    expect(memberCounts([leaving, coming])).toEqual([{ date: '1992', count: 1 }]);
  });
});
