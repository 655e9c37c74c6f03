import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../core/domain/course.ts';
import { sectionText } from '../../../../core/domain/block-texts.ts';
import type { LessonSection } from './lesson-reading.svelte.ts';
import { hitsIn, LessonSearch } from './lesson-search.svelte.ts';

const paragraphs = (texts: readonly string[]): Block[] =>
  texts.map((text) => ({ kind: 'paragraph', children: [{ kind: 'text', text }] }));
const section = (id: string, th: string[], en: string[]): LessonSection => ({
  ...{ id, heading: { th: id, en: id }, evidence: [], read: false, inline: [] },
  blocks: { th: paragraphs(th), en: paragraphs(en) },
});
const SECTIONS = [
  section('one', ['สนธิสัญญา พ.ศ. 2535', 'ความมั่นคงร่วม'], ['The Treaty of 1992', 'Collective security']),
  section('two', ['ต่ออายุสนธิสัญญา'], ['The treaty renews', 'itself. Étude']),
];
const found = (query: string, languages: ('th' | 'en')[]) =>
  hitsIn(SECTIONS, query, languages).map(({ sectionId, language, range }) => [
    sectionId,
    sectionText(SECTIONS.find(({ id }) => id === sectionId)!.blocks[language]).slice(...range),
  ]);

describe('search in a lesson', () => {
  it.each([
    [
      'treaty',
      ['en'],
      [
        ['one', 'Treaty'],
        ['two', 'treaty'],
      ],
    ],
    ['2535', ['en'], [['one', '1992']]],
    ['๑๙๙๒', ['th'], [['one', '2535']]],
    [
      'นธิสัญ',
      ['th'],
      [
        ['one', 'นธิสัญ'],
        ['two', 'นธิสัญ'],
      ],
    ],
    ['etude', ['en'], [['two', 'Étude']]],
    [
      'treaty',
      ['th', 'en'],
      [
        ['one', 'Treaty'],
        ['two', 'treaty'],
      ],
    ],
    // Not from one paragraph into the next.
    ['renews itself', ['en'], []],
    ['  ', ['en'], []],
  ] as const)('%j in %j', (query, languages, hits) => {
    expect(found(query, [...languages])).toEqual(hits);
  });

  it('begins at the section that is read, and steps around', () => {
    const search = new LessonSearch({ sections: () => SECTIONS, languages: () => ['en'], sectionId: () => 'two' });
    search.open = true;
    search.look('treaty');
    expect(search.hit?.sectionId).toBe('two');
    search.step(1);
    expect(search.hit?.sectionId).toBe('one');
    search.step(-1);
    expect([search.hit?.sectionId, search.at]).toEqual(['two', 1]);
    search.look('nothing like it');
    expect(search.hit).toBeNull();
    search.step(1);
    expect(search.at).toBe(0);
  });
});
