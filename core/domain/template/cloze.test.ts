import { describe, expect, it } from 'vitest';
import { clozeNumbers } from './cloze.ts';
import { front, gap, made } from './template.fixture.ts';

/** Shorter to read: `<?…>` is the asked gap on the front, `<!…>` on the back, `<n…>` another one. */
const short = (html: string) =>
  html
    .replace(/<span class="cloze" data-cloze="[^"]*" data-ordinal="[\d,]+">/g, '<?')
    .replace(/<span class="cloze" data-ordinal="[\d,]+">/g, '<!')
    .replace(/<span class="cloze-inactive" data-ordinal="([\d,]+)">/g, '<$1 ')
    .replaceAll('</span>', '>');

describe('gaps', () => {
  it.each<[text: string, number: number, front: string, back: string]>([
    ['{{c1::a}}', 1, '<?[...]>', '<!a>'],
    ['x {{c1::a}} y', 1, 'x <?[...]> y', 'x <!a> y'],
    ['{{c1::a::hint}}', 1, '<?[hint]>', '<!a>'],
    ['{{c1::a::}}', 1, '<?[]>', '<!a>'],
    ['{{c1::a::b::c}}', 1, '<?[b::c]>', '<!a>'],
    ['{{c1::a}} {{c2::b}}', 1, '<?[...]> <2 b>', '<!a> <2 b>'],
    ['{{c1::a}} {{c2::b}}', 2, '<1 a> <?[...]>', '<1 a> <!b>'],
    ['{{c1::a}} {{c1::b}}', 1, '<?[...]> <?[...]>', '<!a> <!b>'],
    ['{{c1::a}}', 2, '', ''],
    ['no gap', 1, '', ''],
    ['{{c1::a {{c2::b}} c}}', 1, '<?[...]>', '<!a <2 b> c>'],
    ['{{c1::a {{c2::b}} c}}', 2, '<1 a <?[...]> c>', '<1 a <!b> c>'],
    ['{{c1::a {{c2::b::in}} c::out}}', 1, '<?[out]>', '<!a <2 b> c>'],
    ['{{c1::a {{c2::b::in}} c::out}}', 2, '<1 a <?[in]> c>', '<1 a <!b> c>'],
    ['{{c1::{{c2::{{c3::x}}}}}}', 3, '<1 <2 <?[...]>>>', '<1 <2 <!x>>>'],
    ['{{c1::{{c1::x}}}}', 1, '<?[...]>', '<!<!x>>'],
    ['{{c1,2::a}} {{c2::b}}', 1, '<?[...]> <2 b>', '<!a> <2 b>'],
    ['{{c1,2::a}} {{c2::b}}', 2, '<?[...]> <?[...]>', '<!a> <!b>'],
    ['{{c1::<b>a</b>}}', 1, '<?[...]>', '<!<b>a</b>>'],
    ['<b>{{c1::a}}</b>', 1, '<b><?[...]></b>', '<b><!a></b>'],
    ['{{c1::line<br>line}}', 1, '<?[...]>', '<!line<br>line>'],
    ['{{c1::a\nb}}', 1, '<?[...]>', '<!a\nb>'],
    ['{{c12::a}}', 12, '<?[...]>', '<!a>'],
    ['{{c1:a}} {{c1::b}}', 1, '{{c1:a}} <?[...]>', '{{c1:a}} <!b>'],
    ['{{C1::a}} {{c1::b}}', 1, '{{C1::a}} <?[...]>', '{{C1::a}} <!b>'],
    ['{{ c1::a}} {{c1::b}}', 1, '{{ c1::a}} <?[...]>', '{{ c1::a}} <!b>'],
    ['{{c1::a}} }} {{x}}', 1, '<?[...]> }} {{x}}', '<!a> }} {{x}}'],
    ['{{c1::a}} {{c2::open', 1, '<?[...]> {{c2::open', '<!a> {{c2::open'],
    ['{{c2::open::h {{c1::a}}', 1, '{{c2::open<?[...]>::h ', '{{c2::open<!a>::h '],
    ['{{c1::}}', 1, '<?[...]>', '<!>'],
    ['{{c1::ก}}ข', 1, '<?[...]>ข', '<!ก>ข'],
  ])('%j, card %i: %j | %j', (text, number, shownFront, shownBack) => {
    expect(short(gap(text, number, 'front'))).toBe(shownFront);
    expect(short(gap(text, number, 'back'))).toBe(shownBack);
  });

  it('the asked gap carries its text for those who hear or click, as an attribute that can not break out', () => {
    expect(gap('{{c1::<b title="q">a</b>}}', 1, 'front')).toBe(
      '<span class="cloze" data-cloze="&lt;b title=&quot;q&quot;&gt;a&lt;/b&gt;" data-ordinal="1">[...]</span>',
    );
  });

  it.each<[text: string, number: number, front: string, back: string]>([
    ['x {{c1::a}} y', 1, '...', 'a'],
    ['{{c1::a::h}} {{c1::b}}', 1, 'h, ...', 'a, b'],
    ['{{c1::a {{c2::b}}}}', 2, '...', 'b'],
    ['{{c1::a {{c2::b}}}}', 1, '...', 'a b'],
    ['{{c1::a}}', 2, '', ''],
  ])('alone: %j, card %i: %j | %j', (text, number, shownFront, shownBack) => {
    expect(gap(text, number, 'front', 'cloze-only')).toBe(shownFront);
    expect(gap(text, number, 'back', 'cloze-only')).toBe(shownBack);
  });

  it.each<[filters: string, shown: string]>([
    ['text:cloze', 'x [...]'],
    ['cloze:text', 'x <?[...]>'],
    ['hint:cloze', '<details class="hint"><summary>Text</summary><i>x</i> <?[...]></details>'],
    ['cloze:hint', '<details class="hint"><summary>Text</summary><i>x</i> <?[...]></details>'],
  ])('in a chain: %s → %s', (filters, shown) => {
    expect(short(gap('<i>x</i> {{c1::<b>a</b>}}', 1, 'front', filters))).toBe(shown);
  });

  it.each<[template: string, number: number, shown: string]>([
    ['{{#c1}}one{{/c1}}{{#c2}}two{{/c2}}', 1, 'one'],
    ['{{#c1}}one{{/c1}}{{#c2}}two{{/c2}}', 2, 'two'],
    ['{{^c1}}other{{/c1}}', 2, 'other'],
    ['{{^c1}}other{{/c1}}', 1, ''],
  ])('sections ask for the number: %s, card %i → %j', (template, number, shown) => {
    const fields = { T: '{{c1::a}}{{c2::b}}' };
    expect(front(template, fields, { kind: 'cloze', ordinal: number - 1 })).toBe(shown);
  });

  it('a field shown without the filter shows its marks', () => {
    expect(front('{{T}}', { T: '{{c1::a}}' }, { kind: 'cloze' })).toBe('{{c1::a}}');
  });

  it('tells of a number that no gap of the note has', () => {
    const card = made({ front: '{{cloze:T}}', fields: { T: '{{c1::a}}' }, kind: 'cloze', ordinal: 6 });
    expect(card.problems).toEqual([{ code: 'missing-cloze', side: 'front', name: '7' }]);
  });
});

describe('numbers of gaps', () => {
  it.each<[text: string, numbers: number[]]>([
    ['{{c2::a}} {{c1::b}}', [1, 2]],
    ['{{c1::a {{c3::b}}}}', [1, 3]],
    ['{{c1::a}}{{c1::b}}', [1]],
    ['{{c2,5::a}}', [2, 5]],
    ['{{c0::a}}', []],
    ['{{c501::a}}{{c500::b}}', [500]],
    ['{{c1::open', []],
    ['none', []],
  ])('%s: %j', (text, numbers) => {
    expect(clozeNumbers(text)).toEqual(numbers);
  });
});
