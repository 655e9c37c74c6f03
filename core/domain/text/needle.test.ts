import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, needleOf, typedQuery } from './needle.ts';
import { searchForm } from './search-form.ts';
import { yearsIn } from './years.ts';

const finds = (typed: string, text: string) => contains(searchForm(text), needleOf(typed));

describe('a needle', () => {
  it.each([
    ['สามาร', 'ความสามารถ'],
    ['ฎหมาย', 'ฐานกฎหมาย'],
    ['น\u0E49\u0E4D\u0E32', 'น้ำแข็ง'],
    ['cafe', 'le Café'],
    ['2535', 'พ.ศ. ๒๕๓๕'],
    ['๑๙๙๒', '1992'],
    ['', 'anything'],
  ])('%j is found in %j', (typed, text) => {
    expect(finds(typed, text)).toBe(true);
  });

  it.each([
    ['ขาว', 'ข้าว'],
    ['ปา', 'ป่า'],
    ['ab', 'a b'],
  ])('%j is not found in %j', (typed, text) => {
    expect(finds(typed, text)).toBe(false);
  });
});

describe('a year', () => {
  it.each([
    ['2535', 'Signed in 1992.'],
    ['1992', 'ลงนาม พ.ศ. 2535'],
    ['1992', 'ลงนามปี 2535'],
    ['2535', '15.5.1992'],
    ['2535', '1992-05-15'],
    ['2535', '1992–1999'],
    ['2535', '1992,1993'],
    ['2535', 'the 1992s'],
    ['พ.ศ. 2535', 'ใน ค.ศ. 1992'],
    ['พ.ศ.2535', 'in 1992'],
    ['1992 CE', 'พ.ศ. 2535'],
    ['2535 B.E.', 'AD 1992'],
    ['1767', 'เสียกรุง พ.ศ. 2310'],
    ['พฤษภาคม 1992', '15 พฤษภาคม 2535'],
    ['ค.ศ. 1449', 'พ.ศ. 1992'],
    ['1992 be', 'in 1992 before'],
  ])('%j is found in %j', (typed, text) => {
    expect(finds(typed, text)).toBe(true);
  });

  it.each([
    ['2535', '1992 km'],
    ['2535', 'ทหาร 1992 คน'],
    ['2535', '1992 soldiers'],
    ['2535', '1992 %'],
    ['2535', '$1992'],
    ['2535', 'หน้า 1992'],
    ['2535', '1992.5'],
    ['2535', '3.1992'],
    ['2535', '11992'],
    ['2535', '1992000'],
    ['2535', '1992,000'],
    ['2535', 's1992'],
    ['253', 'in 1992'],
    ['25351', 'in 1992'],
    ['1992 km', '2535'],
    ['2535', 'พ.ศ. 1992'],
    ['1992', 'ค.ศ. 2535'],
  ])('%j is not found in %j, which is no such year', (typed, text) => {
    expect(finds(typed, text)).toBe(false);
  });

  it('of the other era finds the first one again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 2100 }), (year) => {
        expect(finds(String(year), `พ.ศ. ${year + 543}`)).toBe(true);
        expect(finds(`พ.ศ. ${year + 543}`, `in ${year}`)).toBe(true);
      }),
    );
  });

  it('stands where it is said to', () => {
    expect(yearsIn('ระหว่าง พ.ศ. 2535 และ 1999')).toEqual([
      { at: 8, length: 9, value: 2535, era: 'BE' },
      { at: 22, length: 4, value: 1999, era: 'CE' },
    ]);
  });
});

describe('what was typed', () => {
  const wordsOf = (text: string) => typedQuery(text)?.words.map(({ readings }) => readings[0].text) ?? null;
  it.each([
    ['tashkent  Treaty', ['tashkent', 'treaty']],
    ['"collective security" treaty', ['collective security', 'treaty']],
    ['ลงนาม พ.ศ. 2535', ['ลงนาม', 'พ.ศ. 2535']],
    ['"open quote', ['open quote']],
    ['a a', ['a']],
    ['  ', null],
    ['""', null],
  ])('%j has the words %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});
