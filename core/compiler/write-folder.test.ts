import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blockTexts } from '../domain/block-texts.ts';
import type { Course, Section } from '../domain/course.ts';
import type { Question } from '../domain/question.ts';
import { toBlocks } from './blocks.ts';
import { compileCourse } from './compile-course.ts';
import { writeFolder } from './write-folder.ts';

const both = (text: string) => ({ th: text, en: text });
const own = (text: string) => toBlocks(text, () => undefined, true).filter(({ kind }) => kind !== 'medium');

function courseOf(texts: readonly string[], questions: readonly Question[] = []) {
  const sections = texts.map((text, i): Section => {
    const blocks = own(text);
    return {
      ...{ id: `s-${i}`, heading: both('Heading'), text: both(text), evidence: [] },
      blocks: { th: blocks, en: blocks },
    };
  });
  const lesson = {
    id: 'l-1',
    number: 1,
    title: both('Lesson'),
    subtitle: both(''),
    objectives: [],
    summary: [],
    requires: [],
  };
  return { id: 'own', title: both('Own'), source: both(''), lessons: [{ ...lesson, sections, questions }] };
}
const manner = { languages: ['en'], media: [], idOf: ({ id }: Question) => id } as const;
function again(texts: readonly (readonly [string, string])[]): Course {
  const files = new Map(texts.map(([path, text]) => [path, Buffer.from(text)]));
  return compileCourse({ paths: [...files.keys()], faults: [], read: (path) => files.get(path) ?? null }, null).course!;
}

const PIECES = [
  ...[
    '# Title',
    '## Two {#s-0}',
    '---',
    '***',
    '> quoted',
    '> - in a quote',
    '- one',
    '  - below',
    '1. first',
    '10) tenth',
  ],
  ...[
    '| a | b |',
    '|---|---|',
    '| 1 | 2 \\| 3 |',
    '```',
    'code # x',
    '    indented',
    '<b>html</b>',
    '<!-- x',
    '-->',
    '&amp; &lt;',
  ],
  ...[
    '[link](https://example.org)',
    '![](picture.png)',
    'a ![in](x.png) line',
    '[term](term:x)',
    '[p001]',
    '[^1]: note',
    '[a]: /b',
  ],
  ...[
    '**bold** *em* ***both***',
    '**half',
    '_x_ __y__',
    '~~gone~~',
    '`code`',
    '\\# escaped',
    'line  ',
    '',
    '',
    'ภาษาไทย **หนา**ต่อ',
    '{#id}',
    '=== ',
    '+ plus',
    '- [ ] todo',
  ],
];

it('whatever the Markdown of a lesson of one’s own holds, its folder is compiled again', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }), (lines) => {
      const course = courseOf([lines.join('\n')]);
      const { texts, refused } = writeFolder(course, manner);
      expect(refused.size).toBe(0);
      const plain = (section: Section) => blockTexts(section.blocks.en).join(' ').replace(/\s+/g, '');
      expect(plain(again(texts).lessons[0]!.sections[0]!)).toBe(plain(course.lessons[0]!.sections[0]!));
    }),
    { numRuns: 300 },
  );
});

it('leaves out what the format does not take, and nothing else', () => {
  const base = {
    lessonId: 'l-1',
    sectionId: 's-0',
    prompt: both('?'),
    explanation: both(''),
    inline: false,
    evidence: [],
  };
  const option = (id: string, text: string) => ({ id, text: both(text) });
  const questions: Question[] = [
    { ...base, id: 'right', kind: 'card', back: both('!\n- so') },
    { ...base, id: 'no-back', kind: 'card', back: both(' ') },
    { ...base, id: 'twins', kind: 'choice', options: [option('1', 'a'), option('2', 'a')], answer: ['1'] },
    { ...base, id: 'no-year', kind: 'date', answer: '' },
    { ...base, id: 'last', kind: 'number', answer: 4, tolerance: 0 },
  ];
  const { texts, refused } = writeFolder(courseOf(['x'], questions), manner);
  expect([...refused].map(({ id }) => id).sort()).toEqual(['no-back', 'no-year', 'twins']);
  expect(again(texts).lessons[0]!.questions.map(({ id }) => id)).toEqual(['right', 'last']);
});

it('a course without lessons, and a lesson without sections, are written too', () => {
  expect(again(writeFolder({ ...courseOf([]), lessons: [] }, manner).texts).lessons).toEqual([]);
  expect(again(writeFolder(courseOf([]), manner).texts).lessons).toHaveLength(1);
});
