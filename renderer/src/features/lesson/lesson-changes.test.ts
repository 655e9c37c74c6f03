import { describe, expect, it } from 'vitest';
import { changesOf } from './lesson-changes.ts';

const both = (text = '') => ({ th: '', en: text });
const section = (id: string, text: string) => ({ id, heading: both(id), text: both(text) });
const lesson = { title: both('Nouns'), sections: [section('a', 'one'), section('b', 'two')] };

describe('what is sent of a lesson that was written', () => {
  it.each([
    ['nothing where nothing is other', lesson, null],
    ['a title in its language', { ...lesson, title: { th: 'คำ', en: 'Nouns' } }, { title: { th: 'คำ' } }],
    [
      'one text of one section',
      { ...lesson, sections: [section('a', 'one'), section('b', '2')] },
      { sections: [{ id: 'b', text: { en: '2' } }] },
    ],
    ['an order', { ...lesson, sections: [...lesson.sections].reverse() }, { order: ['b', 'a'] }],
    ['what is gone', { ...lesson, sections: [section('a', 'one')] }, { removed: ['b'] }],
    [
      'a new section in its place, also an empty one',
      { ...lesson, sections: [section('a', 'one'), { id: 'n', heading: both(), text: both() }, section('b', 'two')] },
      { sections: [{ id: 'n' }], order: ['a', 'n', 'b'] },
    ],
  ])('is %s', (_, after, expected) => {
    expect(changesOf(lesson, after)).toEqual(expected);
  });
});
