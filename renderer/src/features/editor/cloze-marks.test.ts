import { describe, expect, it } from 'vitest';
import { dropGap, markFieldGap, markGap } from './cloze-marks.ts';
import { emptyQuestion } from './question-form.ts';

const formWith = (th: string, en: string) => Object.assign(emptyQuestion(), { prompt: { th, en } });
const select = (text: string, part: string): [number, number] => [text.indexOf(part), text.indexOf(part) + part.length];

describe('a gap in a prompt', () => {
  it('takes the next number, and what stood there is its answer', () => {
    const form = formWith('', 'Signed in 1992 at Tashkent.');
    markGap(form, 'en', ...select(form.prompt.en, '1992'));
    const { text, caret } = markGap(form, 'en', ...select(form.prompt.en, 'Tashkent'));
    expect(text).toBe('Signed in {{1}} at {{2}}.');
    expect(text.slice(0, caret)).toBe('Signed in {{1}} at {{2}}');
    expect(form.gaps.map(({ accept }) => accept.en)).toEqual(['1992', 'Tashkent']);
  });

  it('leaves the blanks at the ends of what is selected where they stand', () => {
    const form = formWith('', 'returns every 76 years');
    const { text, caret } = markGap(form, 'en', ...select(form.prompt.en, ' 76 '));
    expect(text).toBe('returns every {{1}} years');
    expect(text.slice(caret)).toBe(' years');
    const field = 'returns every 76 years';
    expect(markFieldGap(field, ...select(field, '76 '), [field], false).text).toBe('returns every {{c1::76}} years');
  });

  it('in the other language is the first that it has not, and gets an answer of its own', () => {
    const form = formWith('ลงนามที่ทาชเคนต์', 'Signed at Tashkent');
    markGap(form, 'en', ...select(form.prompt.en, 'Tashkent'));
    markGap(form, 'th', ...select(form.prompt.th, 'ทาชเคนต์'));
    expect(form.prompt).toEqual({ th: 'ลงนามที่{{1}}', en: 'Signed at {{1}}' });
    expect(form.gaps.map(({ accept }) => accept)).toEqual([{ th: 'ทาชเคนต์', en: 'Tashkent' }]);
  });

  it('taken out gives its words back, and those behind it move up', () => {
    const form = formWith('', 'a b c');
    for (const word of ['a', 'b', 'c']) markGap(form, 'en', ...select(form.prompt.en, word));
    dropGap(form, 1);
    expect(form.prompt.en).toBe('{{1}} b {{2}}');
    expect(form.gaps.map(({ accept }) => accept.en)).toEqual(['a', 'c']);
  });
});

describe('a gap in a field', () => {
  it('takes the next number of all fields', () => {
    const { text, caret } = markFieldGap('one two', 4, 7, ['one two', '{{c2::x}} {{c1::y}}'], false);
    expect(text).toBe('one {{c3::two}}');
    expect(caret).toBe(text.length);
  });
  it('may be asked with the last one', () => {
    expect(markFieldGap('{{c1::a}} b', 10, 11, ['{{c1::a}} b'], true).text).toBe('{{c1::a}} {{c1::b}}');
    expect(markFieldGap('b', 0, 1, ['b'], true).text).toBe('{{c1::b}}');
  });
  it('of nothing is written in', () => {
    const { text, caret } = markFieldGap('ab', 1, 1, ['ab'], false);
    expect(text.slice(0, caret)).toBe('a{{c1::');
    expect(text.slice(caret)).toBe('}}b');
  });
});
