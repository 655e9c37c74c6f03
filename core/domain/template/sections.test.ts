import { describe, expect, it } from 'vitest';
import { isEmptyField } from './fields.ts';
import { front, made } from './template.fixture.ts';

const FIELDS = {
  F: 'f',
  G: 'g',
  E: '',
  Br: '<br>',
  Div: '<div><br /></div>',
  Nbsp: '&nbsp;',
  Img: '<img src="a.png">',
};

describe('sections', () => {
  it.each<[template: string, shown: string]>([
    ['{{#F}}yes{{/F}}', 'yes'],
    ['{{#E}}yes{{/E}}', ''],
    ['{{^F}}no{{/F}}', ''],
    ['{{^E}}no{{/E}}', 'no'],
    ['{{#F}}{{F}}{{/F}}', 'f'],
    ['{{# F }}yes{{/ F }}', 'yes'],
    ['{{ #F }}yes{{ /F }}', 'yes'],
    ['{{^ E}}no{{/E }}', 'no'],
    ['a {{#F}} b {{/F}} c', 'a  b  c'],
    ['{{#F}}\n<b>x</b>\n{{/F}}', '\n<b>x</b>\n'],
    ['{{#F}}{{#G}}both{{/G}}{{/F}}', 'both'],
    ['{{#F}}{{#E}}both{{/E}}one{{/F}}', 'one'],
    ['{{#F}}{{^E}}f only{{/E}}{{/F}}', 'f only'],
    ['{{^E}}{{^F}}x{{/F}}{{#G}}y{{/G}}{{/E}}', 'y'],
    ['{{#F}}1{{/F}}{{#F}}2{{/F}}', '12'],
    ['{{#F}}{{#F}}twice{{/F}}{{/F}}', 'twice'],
    ['{{#E}}{{Nobody}}{{/E}}', ''],
    ['{{#F}}{{/F}}', ''],
    ['{{#Br}}x{{/Br}}', ''],
    ['{{#Div}}x{{/Div}}', ''],
    ['{{#Nbsp}}x{{/Nbsp}}', 'x'],
    ['{{#Img}}x{{/Img}}', 'x'],
    ['{{#Nobody}}x{{/Nobody}}', ''],
    ['{{^Nobody}}x{{/Nobody}}', 'x'],
    ['{{#F}}never closed', 'never closed'],
    ['{{#F}}a{{#G}}b{{/F}}', 'ab'],
    ['{{/F}}x', 'x'],
    ['{{#E}}a{{/F}}b{{/E}}c', 'c'],
    ['{{#}}', ''],
  ])('%s → %s', (template, shown) => {
    expect(front(template, FIELDS)).toBe(shown);
  });

  it.each<[field: string, isEmpty: boolean]>([
    ['', true],
    [' \t\n', true],
    ['<br>', true],
    ['<BR/>', true],
    ['<br />', true],
    ['<div></div>', true],
    ['<div><br></div>\n', true],
    ['&nbsp;', false],
    ['<p></p>', false],
    ['<div class="a"></div>', false],
    ['<img src="x.png">', false],
    ['0', false],
    ['<br>a', false],
  ])('the field %j holds nothing: %s', (field, isEmpty) => {
    expect(isEmptyField(field)).toBe(isEmpty);
  });
});

describe('what is wrong with a template', () => {
  it.each<[template: string, problems: [code: string, name: string][]]>([
    ['{{F}}{{Nobody}}', [['unknown-field', 'Nobody']]],
    ['{{F}}{{text:Nobody}}', [['unknown-field', 'Nobody']]],
    ['{{F}}{{#Nobody}}x{{/Nobody}}', [['unknown-section', 'Nobody']]],
    ['{{F}}{{shout:F}}', [['unknown-filter', 'shout']]],
    ['{{F}}{{F', [['unclosed-tag', '{{F']]],
    ['{{F}}{{#F}}x', [['unclosed-section', 'F']]],
    ['{{F}}{{/F}}', [['unopened-section', 'F']]],
    [
      '{{F}}{{#F}}{{#G}}x{{/F}}',
      [
        ['unopened-section', 'F'],
        ['unclosed-section', 'F'],
        ['unclosed-section', 'G'],
      ],
    ],
    ['{{E}}', [['blank-front', 'Card 1']]],
    ['only text', [['blank-front', 'Card 1']]],
    ['{{F}}\\(\\frac{1\\)', [['bad-formula', '\\frac{1']]],
    ['{{F}}{{Nobody}}{{Nobody}}', [['unknown-field', 'Nobody']]],
    ['{{F}}', []],
  ])('%s: %j', (template, problems) => {
    const found = made({ front: template, back: '{{F}}', fields: FIELDS }).problems;
    expect(found).toEqual(problems.map(([code, name]) => ({ code, side: 'front', name })));
  });

  it('says which side', () => {
    expect(made({ front: '{{F}}', back: '{{X}}', fields: FIELDS }).problems).toEqual([
      { code: 'unknown-field', side: 'back', name: 'X' },
    ]);
  });

  it('a card of a template that is not there has empty sides', () => {
    const card = made({ front: '{{F}}', fields: FIELDS, ordinal: 4 });
    expect(card.problems).toEqual([{ code: 'missing-template', side: 'front', name: '5' }]);
    expect(card.front.html + card.back.html).toBe('');
  });
});
