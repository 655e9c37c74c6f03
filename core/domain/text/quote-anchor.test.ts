import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorOf, rangeOf } from './quote-anchor.ts';

const slice = (text: string, range: readonly [number, number] | null) => range && text.slice(...range);
const TEXT = 'Six states signed. Three joined in 1993. In 1999 six states signed the protocol.';
const second = TEXT.lastIndexOf('six states signed');
const anchor = anchorOf(TEXT, [second, second + 'six states signed'.length]);

describe('a passage that was kept by its words', () => {
  it('is found where it was, though its words stand there twice', () => {
    expect(rangeOf(TEXT, anchor)).toEqual([second, second + 17]);
  });

  it('moves with its words when something is written before it', () => {
    const longer = `A new sentence stands here now. ${TEXT}`;
    expect(rangeOf(longer, anchor)).toEqual([second + 32, second + 49]);
  });

  it('is known by what stands around it, not by its place', () => {
    const turned = 'In 1999 six states signed the protocol. Six states signed. Three joined in 1993.';
    expect(rangeOf(turned, anchor)?.[0]).toBe(8);
  });

  it('without anything around it that is the same, the nearest place counts', () => {
    const text = `x abc y${' '.repeat(50)}x abc y`;
    expect(rangeOf(text, { quote: 'abc', before: '', after: '', place: 50 })?.[0]).toBe(59);
  });

  it('stays where the edition changed spaces, quotation marks or what guides the breaking of lines', () => {
    const kept = anchorOf('เมื่อ "15 พฤษภาคม พ.ศ. 2535" นั้น', [6, 28]);
    const text = 'เมื่อ “15\u00a0พฤษภาคม\u00a0พ.ศ.\u00a02535” นั้น';
    expect(slice(text, rangeOf(text, kept))).toBe(text.slice(6, 28));
  });

  it('is not found where a word of it is another one', () => {
    expect(rangeOf(TEXT.replace('six states', 'five states'), { ...anchor, quote: 'In 1999 six states' })).toBeNull();
    expect(rangeOf('ไม่', { quote: 'ไม้', before: '', after: '', place: 0 })).toBeNull();
  });

  it('of blanks alone is nowhere', () => {
    expect(rangeOf('a b', { quote: ' ', before: 'a', after: 'b', place: 1 })).toBeNull();
  });

  it('any range with something in it is found again in the same text, at words that are the same', () => {
    const pieces = fc.array(fc.constantFrom('สนธิสัญญา', 'ก', 'ไม้', ' ', 'treaty', '2535', '\u00a0', '“', '\n'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(pieces, fc.nat(), fc.nat(), (given, one, other) => {
        const text = given.join('');
        const cut = (at: number) => given.slice(0, at % (given.length + 1)).join('').length;
        const range = [Math.min(cut(one), cut(other)), Math.max(cut(one), cut(other))] as const;
        fc.pre(text.slice(...range).trim() !== '');
        const found = rangeOf(text, anchorOf(text, range));
        expect(
          found && rangeOf(text.slice(...found), { quote: text.slice(...range), before: '', after: '', place: 0 }),
        ).not.toBeNull();
      }),
    );
  });
});
