import { describe, expect, it } from 'vitest';
import { front, made } from './template.fixture.ts';

const JAPANESE = {
  F: '<b>bold</b> &amp; <i>more</i>',
  R: ' 日本[にほん]で 食[た]べる',
  Tag: '<b>漢字[かんじ]</b>',
  Nb: 'x&nbsp;字[じ]',
  Sound: '字[じ][sound:ji.mp3]',
  H: 'a <u>hint</u>',
  E: '',
};

describe('filters', () => {
  it.each<[template: string, shown: string]>([
    ['{{text:F}}', 'bold &amp; more'],
    ['{{ text:F }}', 'bold &amp; more'],
    ['{{text: F}}', 'bold &amp; more'],
    ['{{text :F}}', 'bold &amp; more'],
    ['{{text::F}}', 'bold &amp; more'],
    ['{{:F}}', '<b>bold</b> &amp; <i>more</i>'],
    ['{{text:E}}', ''],
    ['{{shout:F}}', '<b>bold</b> &amp; <i>more</i>'],
    ['{{shout:text:F}}', 'bold &amp; more'],
    ['{{text:shout:F}}', 'bold &amp; more'],
    ['{{furigana:R}}', '<ruby><rb>日本</rb><rt>にほん</rt></ruby>で<ruby><rb>食</rb><rt>た</rt></ruby>べる'],
    ['{{kanji:R}}', '日本で食べる'],
    ['{{kana:R}}', 'にほんでたべる'],
    ['{{furigana:Tag}}', '<b><ruby><rb>漢字</rb><rt>かんじ</rt></ruby></b>'],
    ['{{kanji:Tag}}', '<b>漢字</b>'],
    ['{{kana:Nb}}', 'xじ'],
    ['{{kana:F}}', '<b>bold</b> &amp; <i>more</i>'],
    ['{{text:furigana:Tag}}', '漢字かんじ'],
    ['{{furigana:text:Tag}}', '<ruby><rb>漢字</rb><rt>かんじ</rt></ruby>'],
    ['{{hint:H}}', '<details class="hint"><summary>H</summary>a <u>hint</u></details>'],
    ['{{hint:text:H}}', '<details class="hint"><summary>H</summary>a hint</details>'],
    ['{{hint:E}}', ''],
    ['{{hint:kana:Tag}}', '<details class="hint"><summary>Tag</summary><b>かんじ</b></details>'],
    ['{{nc:F}}', '<b>bold</b> &amp; <i>more</i>'],
    ['{{tts-voices:}}', ''],
  ])('%s → %s', (template, shown) => {
    expect(front(template, JAPANESE)).toBe(shown);
  });

  it.each<[field: string, filter: string, shown: string]>([
    ['字[じ]', 'kana', 'じ'],
    ['a[]b[c]', 'kana', 'c'],
    ['[x]', 'kana', '[x]'],
    ['a [b', 'kana', 'a [b'],
    ['字[じ] 字[じ]', 'kanji', '字字'],
    ['字[じ]  字[じ]', 'kanji', '字 字'],
    ['字[じ\n]', 'kana', '字[じ\n]'],
    ['<br>字[じ]', 'furigana', '<br><ruby><rb>字</rb><rt>じ</rt></ruby>'],
    ['<!-- c --><style>b{}</style>x<br>y', 'text', 'xy'],
    ['a<b', 'text', 'a<b'],
    ['1 < 2 > 0', 'text', '1 < 2 > 0'],
    ['<img alt="a>b" src=x>t', 'text', 't'],
    ['&lt;b&gt;', 'text', '&lt;b&gt;'],
  ])('%j with %s → %j', (field, filter, shown) => {
    expect(front(`{{${filter}:F}}`, { F: field })).toBe(shown);
  });

  it('a sound beside a reading stays a sound', () => {
    const { html, sounds } = made({ front: '{{kana:Sound}}', fields: JAPANESE }).front;
    expect(sounds).toEqual([{ kind: 'file', name: 'ji.mp3' }]);
    expect(html).toMatch(/^じ<span class="replay-button"/);
  });
});

describe('the typed answer', () => {
  const typed = (template: string, fields: Record<string, string>, kind: 'standard' | 'cloze' = 'standard') =>
    made({ front: template, fields, kind }).typed;

  it.each<[template: string, field: string, expected: { isNc: boolean; expected: string } | null]>([
    ['{{type:B}}', 'cat', { isNc: false, expected: 'cat' }],
    ['{{type: B}}', 'cat', { isNc: false, expected: 'cat' }],
    ['{{type:nc:B}}', 'ไม้', { isNc: true, expected: 'ไม้' }],
    ['{{type:B}}', '<b>a</b>&nbsp;&amp; b', { isNc: false, expected: 'a & b' }],
    ['{{type:B}}', '<div>one</div><div>two</div>', { isNc: false, expected: 'one two' }],
    ['{{type:B}}', 'cat[sound:cat.mp3]', { isNc: false, expected: 'cat' }],
    ['{{type:B}}', '', null],
    ['{{type:B}}', '<br>', null],
    ['{{B}}', 'cat', null],
  ])('%s of %j: %j', (template, field, expected) => {
    expect(typed(template, { B: field })).toEqual(expected === null ? undefined : { field: 'B', ...expected });
  });

  it('has one place in the front', () => {
    const place = '<span class="typed-answer" data-typed=""></span>';
    expect(front('{{type:A}}-{{type:B}}', { A: 'a', B: 'b' })).toBe(`${place}-`);
    expect(front('{{type:A}}!', { A: '' })).toBe('!');
  });

  it.each<[text: string, number: number, expected: string | undefined]>([
    ['{{c1::Bangkok}} is in {{c2::Thailand}}', 1, 'Bangkok'],
    ['{{c1::Bangkok}} is in {{c2::Thailand}}', 2, 'Thailand'],
    ['{{c1::a}} and {{c1::b}}', 1, 'a, b'],
    ['{{c1::same}} and {{c1::same}}', 1, 'same'],
    ['{{c1::in {{c2::side}}}}', 1, 'in side'],
    ['{{c1::word::hint}}', 1, 'word'],
    ['{{c1::word}}', 2, undefined],
  ])('of the gaps in %s, card %i: %s', (text, number, expected) => {
    const card = made({ front: '{{type:cloze:T}}', fields: { T: text }, kind: 'cloze', ordinal: number - 1 });
    expect(card.typed?.expected).toBe(expected);
  });
});
