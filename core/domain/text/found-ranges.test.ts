import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, foundRanges } from './found-ranges.ts';
import { contains, needleOf } from './needle.ts';
import { searchForm } from './search-form.ts';

const marked = (text: string, ...typed: string[]) =>
  foundRanges(text, typed.map(needleOf)).map(([from, to]) => text.slice(from, to));

describe('what is marked', () => {
  it.each([
    ['The Treaty of Tashkent', ['treaty', 'of'], ['Treaty', 'of']],
    ['Café au Café', ['cafe'], ['Café', 'Café']],
    ['ลงนาม ค.ศ. 1992 ที่ทาชเคนต์', ['2535'], ['1992']],
    ['พ.ศ. ๒๕๓๕', ['1992'], ['๒๕๓๕']],
    ['ดื่มน\u0E49\u0E4D\u0E32', ['น้ำ'], ['น\u0E49\u0E4D\u0E32']],
    ['aaaa', ['aa'], ['aaaa']],
    ['abc', ['ab', 'bc'], ['abc']],
    ['abc', ['x', ''], []],
  ])('in %j for %j is %j', (text, typed, found) => {
    expect(marked(text, ...typed)).toEqual(found);
  });

  it('is there exactly where the needle is contained', () => {
    const piece = fc.constantFrom('ก', 'น', '้', 'ำ', 'a', 'É', ' ', '1992', '2535', '๕', 'เ', '.');
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (haystack, typed) => {
        const needle = needleOf(typed);
        fc.pre(needle.readings[0].text !== '');
        expect(foundRanges(haystack, [needle]).length > 0).toBe(contains(searchForm(haystack), needle));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an excerpt', () => {
  const LONG = `${'word '.repeat(60)}needle${' tail'.repeat(60)}`;
  it('shows what was found, and where it was cut', () => {
    const { text, marks } = excerptOf(LONG, foundRanges(LONG, [needleOf('needle')]), 80);
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['needle']);
    expect(text).toMatch(/^… word .* tail.* …$/);
    expect(text.length).toBeLessThan(90);
  });

  it('of a short text is all of it', () => {
    expect(excerptOf('short', [[0, 2]], 80)).toEqual({ text: 'short', marks: [[0, 2]] });
  });

  it('of Thai begins and ends with a whole letter', () => {
    const text = `${'ที่ประชุมเก่า'.repeat(20)}กฎบัตร${'ที่นี่เมื่อ'.repeat(20)}`;
    const cut = excerptOf(text, foundRanges(text, [needleOf('กฎบัตร')]), 60);
    expect(cut.text).toMatch(/^… (?![\p{M}ะาำ])/u);
    expect(cut.marks.map(([from, to]) => cut.text.slice(from, to))).toEqual(['กฎบัตร']);
  });
});
