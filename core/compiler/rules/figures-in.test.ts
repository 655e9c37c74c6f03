import { expect, it } from 'vitest';
import { figuresIn } from './figures-in.ts';

/** days, months, years, other figures, figures in words. */
it.each<[string, string[], string[], string[], number[], number[]]>([
  ['signed on 15 May 1992 (B.E. 2535)', ['1992-05-15'], ['1992-05'], ['1992'], [], []],
  ['ลงนามเมื่อ 15 พฤษภาคม พ.ศ. 2535 (ค.ศ. 1992)', ['1992-05-15'], ['1992-05'], ['1992'], [], []],
  ['ในเดือนพฤษภาคม พ.ศ. 2535', [], ['1992-05'], ['1992'], [], []],
  // The end of a year is no day of the month behind it.
  ['มิถุนายน พ.ศ. 2552 พ.ศ. 2557 กันยายน พ.ศ. 2558', [], ['2009-06', '2015-09'], ['2009', '2014', '2015'], [], []],
  ['1,500 people in 4 battalions', [], [], [], [1500, 4], []],
  ['the sixth of Chapter VIII, and two more', [], [], [], [], [2, 6, 8]],
  ['p003 and {{2}} say nothing', [], [], [], [], []],
  ['หกรัฐใน ค.ศ. 1999', [], [], ['1999'], [], [6]],
])('%s', (text, days, months, years, numbers, words) => {
  const found = figuresIn(text);
  expect([...found.days]).toEqual(days);
  expect([...found.months]).toEqual(months);
  expect([...found.years].sort()).toEqual(years);
  expect([...found.numbers]).toEqual(numbers);
  expect([...found.words].sort()).toEqual(words);
});
