import { describe, expect, it } from 'vitest';
import type { NoteType } from '../note/note-type.ts';
import { cardsMadeBy } from './cards-made.ts';

const type = (fronts: readonly string[], kind: NoteType['kind'] = 'standard'): NoteType => ({
  id: 't',
  name: 't',
  kind,
  fields: [{ name: 'A' }, { name: 'B' }, { name: 'C' }],
  templates: fronts.map((front, i) => ({ name: `Card ${String(i + 1)}`, front, back: '' })),
  css: '',
  sortField: 0,
});

describe('cards of a note', () => {
  it.each<[fronts: string[], fields: string[], ordinals: number[]]>([
    [['{{A}}'], ['a'], [0]],
    [['{{A}}'], [''], []],
    [['{{A}}'], ['<br>'], []],
    [
      ['{{A}}', '{{B}}'],
      ['a', 'b'],
      [0, 1],
    ],
    [['{{A}}', '{{B}}'], ['', 'b'], [1]],
    [['{{A}}', '{{#C}}{{B}}{{/C}}'], ['a', 'b', ''], [0]],
    [
      ['{{A}}', '{{#C}}{{B}}{{/C}}'],
      ['a', 'b', 'y'],
      [0, 1],
    ],
    [['{{A}}', '{{#C}}{{B}}{{/C}}'], ['a', '', 'y'], [0]],
    [['{{^A}}{{B}}{{/A}}'], ['', 'b'], [0]],
    [['{{^A}}{{B}}{{/A}}'], ['a', 'b'], []],
    [['{{A}}{{B}}'], ['', 'b'], [0]],
    [['{{text:A}}'], ['a'], [0]],
    [['{{hint:A}} {{type:B}}'], ['', 'b'], [0]],
    [['only text'], ['a'], []],
    [['{{#A}}text{{/A}}'], ['a'], []],
    [['{{Tags}} {{Deck}}'], ['a'], []],
    [['{{Nobody}}'], ['a'], []],
    [['<!-- {{A}} -->'], ['a'], []],
    [['{{ A }}'], ['a'], [0]],
    [['{{A'], ['a'], []],
  ])('fronts %j, fields %j: %j', (fronts, fields, ordinals) => {
    expect(cardsMadeBy(type(fronts), { fields, tags: ['t'] })).toEqual(ordinals);
  });

  it.each<[front: string, fields: string[], ordinals: number[]]>([
    ['{{cloze:A}}', ['{{c1::x}} {{c3::y}}'], [0, 2]],
    ['{{cloze:A}}', ['{{c2::x {{c1::y}}}}'], [0, 1]],
    ['{{cloze:A}} {{cloze:B}}', ['{{c1::x}}', '{{c2::y}}'], [0, 1]],
    ['{{cloze:A}} {{B}}', ['{{c1::x}}', '{{c2::y}}'], [0]],
    ['{{type:cloze:A}}', ['{{c1::x}}'], [0]],
    ['{{#B}}{{cloze:A}}{{/B}}', ['{{c1::x}}'], [0]],
    ['{{cloze:A}}', ['none'], []],
    ['{{A}}', ['{{c1::x}}'], []],
    [
      '{{cloze:A}}',
      [
        '{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2}}{{c2::image-occlusion:ellipse:left=.1:top=.1:rx=.2:ry=.2}}',
      ],
      [0, 1],
    ],
  ])('of a cloze: front %j, fields %j: %j', (front, fields, ordinals) => {
    expect(cardsMadeBy(type([front], 'cloze'), { fields, tags: [] })).toEqual(ordinals);
  });
});
