import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Course } from '../domain/course.ts';
import { QUESTION_KINDS } from '../domain/question.ts';
import { checkCourse, sourceDocument } from './check.ts';
import { compileFolder } from './compile-folder.ts';
import { coverageTable, placesOfRight, uncovered } from './coverage.ts';
import { createCourseFolder, type CourseFolder } from './course.fixture.ts';
import { dumpCourse } from './dump.ts';
import { toBlocks } from './blocks.ts';
import { expandRanges } from './paragraph-ids.ts';

let folder: CourseFolder;
let course: Course;
beforeAll(() => {
  folder = createCourseFolder();
  const compiled = compileFolder(folder.folder);
  if (!compiled.course) throw new Error(JSON.stringify(compiled.problems));
  course = compiled.course;
});
afterAll(() => folder.dispose());
const question = (id: string) => course.lessons[0]?.questions.find((entry) => entry.id === id);

describe('compileFolder', () => {
  it('joins both languages of a lesson, section by section', () => {
    expect(course.lessons[0]).toMatchObject({
      id: 'begin',
      number: 1,
      title: { th: 'บทที่หนึ่ง', en: 'Lesson begin' },
      subtitle: { th: 'แม่น้ำ', en: 'the river' },
      objectives: [{ th: 'บอกความยาวของแม่น้ำ', en: 'Say how long the river is.' }],
      requires: [],
      sections: [{ id: 'the-river', heading: { th: 'แม่น้ำ', en: 'The river' }, evidence: ['p001', 'p002'] }],
    });
    expect(course.lessons[1]).toMatchObject({ id: 'later', number: 2, requires: ['begin'] });
  });

  it('turns text into blocks: terms, stress, citations and lists; a soft line end between Thai letters is nothing', () => {
    const section = course.lessons[0]?.sections[0];
    expect(section?.blocks.en.slice(0, 2)).toEqual([
      {
        kind: 'paragraph',
        children: [
          { kind: 'text', text: 'The ' },
          { kind: 'term', termId: 'river', children: [{ kind: 'text', text: 'river' }] },
          { kind: 'text', text: ' is ' },
          { kind: 'strong', children: [{ kind: 'text', text: 'very long' }] },
          { kind: 'text', text: '.' },
          { kind: 'cite', paragraphs: ['p001', 'p002'] },
        ],
      },
      {
        kind: 'list',
        ordered: false,
        items: [
          [{ kind: 'text', text: 'one' }],
          [
            { kind: 'text', text: 'two ' },
            { kind: 'em', children: [{ kind: 'text', text: 'towns' }] },
          ],
        ],
      },
    ]);
    expect(section?.blocks.th).toHaveLength(1);
  });

  it('bug: a citation of a range stood there as text, and nobody was told', () => {
    const messages: string[] = [];
    const report = (_line: number, message: string) => void messages.push(message);
    expect(toBlocks('So it is. [p001 p003-p005]', report)).toEqual([
      {
        kind: 'paragraph',
        children: [
          { kind: 'text', text: 'So it is.' },
          { kind: 'cite', paragraphs: ['p001', 'p003', 'p004', 'p005'] },
        ],
      },
    ]);
    expect(messages).toEqual([]);
    toBlocks('And so. [p001; p002]', report);
    expect(messages).toEqual(['"[p001; p002]" is no citation: write [p001 p003-p005]']);
  });

  it('compiles every kind of question', () => {
    // What is asked on pictures has a test of its own.
    const kinds = QUESTION_KINDS.filter((kind) => kind !== 'label');
    expect(course.lessons[0]?.questions.map(({ kind }) => kind)).toEqual(kinds);
    expect(question('bg-card')).toEqual({
      id: 'bg-card',
      kind: 'card',
      lessonId: 'begin',
      sectionId: 'the-river',
      prompt: { th: 'แม่น้ำเป็นอย่างไร', en: 'What is the river like?' },
      explanation: { th: 'เพราะเนื้อหาบอกไว้เช่นนั้น', en: 'Because the text says so in its first part.' },
      inline: false,
      evidence: ['p001'],
      back: { th: 'ยาว', en: 'long' },
    });
    expect(question('bg-one')).toMatchObject({
      inline: true,
      answer: ['a'],
      options: [{ id: 'a' }, { id: 'b', why: { en: 'It is not.' } }, { id: 'c' }],
    });
    expect(question('bg-many')).toMatchObject({ answer: ['a', 'b'] });
    expect(question('bg-gaps')).toMatchObject({
      blanks: [
        { as: 'number', answer: 600 },
        { as: 'text', accept: { en: ['the sea'] } },
      ],
    });
    expect(question('bg-name')).toMatchObject({
      accept: { th: ['ทะเลสาบ'], en: ['great ocean', 'the big water'] },
      hint: { en: 'It is salty.' },
    });
    expect(question('bg-length')).toMatchObject({ answer: 600, tolerance: 5, unit: { en: 'kilometres' } });
    expect(question('bg-day')).toMatchObject({ answer: '1992-05-15' });
    expect(question('bg-steps')).toMatchObject({
      items: [{ id: 'a', text: { en: 'spring' } }, { id: 'b' }, { id: 'c' }],
    });
    expect(question('bg-pairs')).toMatchObject({
      answer: { la: 'ra', lb: 'rb', lc: 'rc' },
      right: [{}, {}, {}, { id: 'rd', text: { en: 'right d' } }],
    });
  });

  it('keeps which questions give each other away', () => {
    const source = createCourseFolder();
    source.change('lessons/01-begin/questions.yaml', '  kind: card', '  reveals: [bg-one, lt-one]\n  kind: card');
    const compiled = compileFolder(source.folder).course!;
    source.dispose();
    expect(compiled.lessons[0]?.questions[0]?.reveals).toEqual(['bg-one', 'lt-one']);
    expect(
      dumpCourse(compiled)
        .lessons[0]?.questions.map(({ reveals }) => reveals)
        .slice(0, 2),
    ).toEqual([['bg-one', 'lt-one'], undefined]);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(course))).toEqual(course);
  });

  it('gives no course where course.yaml can not be read', () => {
    const broken = createCourseFolder();
    broken.write('course.yaml', 'id: [');
    expect(compileFolder(broken.folder)).toMatchObject({ course: null, lessons: [] });
    broken.dispose();
  });
});

describe('dumpCourse', () => {
  it('has the shape other programs rely on (design.md 4)', () => {
    const dump = dumpCourse(course);
    expect(Object.keys(dump)).toEqual(['id', 'title', 'glossary', 'lessons']);
    for (const lesson of dump.lessons) {
      expect(Object.keys(lesson)).toEqual(['id', 'title', 'sections', 'questions']);
      for (const section of lesson.sections)
        expect(Object.keys(section)).toEqual(['id', 'heading', 'text', 'evidence']);
      for (const entry of lesson.questions) {
        const keys = Object.keys(entry);
        for (const key of ['id', 'kind', 'prompt', 'answer', 'explanation', 'evidence']) expect(keys).toContain(key);
        for (const key of keys)
          expect(['id', 'kind', 'prompt', 'options', 'answer', 'accept', 'unit', 'explanation', 'evidence']).toContain(
            key,
          );
      }
    }
  });

  it('gives the answer of each kind in the form it is answered in', () => {
    const answers = Object.fromEntries(
      dumpCourse(course).lessons[0]?.questions.map((entry) => [entry.id, (entry as { answer?: unknown }).answer]) ?? [],
    );
    expect(answers).toEqual({
      'bg-card': { th: 'ยาว', en: 'long' },
      'bg-gaps': [
        { as: 'number', answer: 600 },
        { as: 'text', accept: { th: ['ทะเล'], en: ['the sea'] } },
      ],
      'bg-one': ['a'],
      'bg-many': ['a', 'b'],
      'bg-name': { th: 'ทะเลสาบ', en: 'great ocean' },
      'bg-length': 600,
      'bg-day': '1992-05-15',
      'bg-steps': ['a', 'b', 'c'],
      'bg-pairs': { la: 'ra', lb: 'rb', lc: 'rc' },
    });
  });
});

describe('coverage', () => {
  it('counts what nothing cites, headings aside', () => {
    expect(uncovered(course)).toEqual([]);
    expect(uncovered({ ...course, lessons: [] })).toEqual(['p001', 'p002']);
  });

  it('counts the place of the right option', () => {
    expect([...placesOfRight(course)]).toEqual([[3, [2, 0, 0]]]);
  });

  it('lists paragraphs and totals', () => {
    const table = coverageTable(course);
    expect(table).toMatch(/^p001 .* 1\/the-river 2\/the-river bg-card/m);
    expect(table).toMatch(/^all( +2){9} +0 +18$/m);
    expect(table).toMatch(/^ {2}the-river .* \d+$/m);
    expect(table).toContain('right option stands: of 3 options at 2 / 0 / 0');
  });
});

describe('expandRanges', () => {
  it.each([
    [' p001', ['p001']],
    [' p001 p003-p005', ['p001', 'p003', 'p004', 'p005']],
    [' p009–p010, p002', ['p009', 'p010', 'p002']],
    [' p099-p101', ['p099', 'p100', 'p101']],
    ['', []],
  ])('"%s"', (ranges, ids) => {
    expect(expandRanges(ranges)).toEqual(ids);
  });
});

describe('the shipped courses', () => {
  const content = join(import.meta.dirname, '../../content');
  const folders = readdirSync(content).filter((name) => existsSync(join(content, name, 'course.yaml')));

  it('are there', () => {
    expect(folders).toContain('csto');
  });

  it.each(folders)('%s has no problem, and every rule of the checklist holds', (name) => {
    const { course: shipped, problems } = checkCourse(
      join(content, name),
      sourceDocument(process.env['COURSE_SOURCE']),
    );
    expect(problems).toEqual([]);
    expect(shipped?.id).toBe(name);
    const ids = shipped?.lessons.flatMap(({ questions }) => questions.map(({ id }) => id)) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    for (const lesson of shipped?.lessons ?? []) {
      expect(lesson.questions.length, lesson.id).toBeGreaterThanOrEqual(25);
      expect(
        lesson.questions.some(({ inline }) => inline),
        lesson.id,
      ).toBe(true);
    }
  });
});
