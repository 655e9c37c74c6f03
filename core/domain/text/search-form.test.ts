import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mappedForm, searchForm } from './search-form.ts';

/** What is easily typed in several ways, in any order: most runs are no words, which is the point. */
const PIECES = [
  ...'กขงนมรวอสเแโะาำัิีึืุู็่้๊๋์ํๆฯ๐๑๒๙',
  ...'aAéÉßİΣςйЁæŁ１Ａ－“”’-.,"`Iı ',
  ...[
    '\u200B',
    '\u2060',
    '\uFEFF',
    '\u00AD',
    '\u00A0',
    '\n',
    '\t',
    '\u0301',
    '\u0307',
    '\u0338',
    '漢',
    '😀',
    '\u1112\u1161\u11AB',
  ],
];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 16 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 16 }),
  fc.string({ unit: 'grapheme', maxLength: 16 }),
);

describe('the search form', () => {
  it.each([
    ['ABC', 'abc'],
    ['Café ÉTÉ', 'cafe ete'],
    ['Łódź, Straße, Ærø', 'lodz, strasse, aero'],
    ['ＡＢＣ１２', 'abc12'],
    ['๒๕๓๕', '2535'],
    ['نسخه ۱۴۰۰', 'نسخه 1400'],
    ['a\u00A0b\n\tc', 'a b c'],
    ['สวัส\u200Bดี', 'สวัสดี'],
    ['co\u00ADop', 'coop'],
    ['1992–1999', '1992-1999'],
    ['“x” ‘y’ «z»', '"x" \'y\' "z"'],
    ['ÐØ', 'ðo'],
  ])('of %j is %j', (text, form) => {
    expect(searchForm(text)).toBe(form);
  });

  it.each([
    ['น\u0E4D\u0E32', 'นำ'],
    ['น\u0E49\u0E4D\u0E32', 'น้ำ'],
    ['น\u0E4D\u0E49\u0E32', 'น้ำ'],
    ['เเก', 'แก'],
    ['เ\u200Bเก', 'แก'],
    ['ก\u0E48\u0E35', 'กี่'],
  ])('spells %j in one way', (text, form) => {
    expect(searchForm(text)).toBe(searchForm(form));
  });

  it.each([
    ['ข้าว', 'ขาว'],
    ['เสือ', 'เสื่อ'],
    ['ปา', 'ป่า'],
    ['й', 'и'],
    ['กฎ', 'กฏ'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(searchForm(one)).not.toBe(searchForm(other));
  });

  it('is a form of itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(searchForm(searchForm(text))).toBe(searchForm(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the form with its places', () => {
  it('is the search form', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(mappedForm(text).form).toBe(searchForm(text));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['ถนน Straße', 'ss', 'ß'],
    ['ดื่มน\u0E49\u0E4D\u0E32แล้ว', 'น้ำ', 'น\u0E49\u0E4D\u0E32'],
    ['พ.ศ. ๒๕๓๕', '2535', '๒๕๓๕'],
    ['ก\u200Bขค', 'ขค', 'ขค'],
    ['a\u00A0\n b', 'a b', 'a\u00A0\n b'],
  ])('in %j finds %j as %j', (text, form, written) => {
    const mapped = mappedForm(text);
    const at = mapped.form.indexOf(form);
    expect(text.slice(mapped.starts[at], mapped.ends[at + form.length - 1])).toBe(written);
  });
});
