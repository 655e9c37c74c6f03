import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCourse } from './check.ts';
import { createCourseFolder, type CourseFolder } from './course.fixture.ts';

const QUESTIONS = 'lessons/01-begin/questions.yaml';
const ENGLISH = 'lessons/01-begin/lesson.en.md';
const THAI = 'lessons/01-begin/lesson.th.md';

let course: CourseFolder;
beforeEach(() => (course = createCourseFolder()));
afterEach(() => course.dispose());

describe('a course that is right', () => {
  it('has no problem', () => {
    const { course: compiled, problems } = checkCourse(course.folder, null);
    expect(problems).toEqual([]);
    expect(compiled?.lessons.map(({ id }) => id)).toEqual(['begin', 'later']);
  });

  it('has none either where git wrote Windows line ends', () => {
    for (const file of [ENGLISH, THAI, QUESTIONS]) {
      course.change(file, '', '\n');
      const lines = course.lineOf(file, '\n\n');
      expect(lines).toBeGreaterThan(0);
    }
    course.change(ENGLISH, 'title: Lesson begin\n', 'title: Lesson begin\r\n');
    expect(checkCourse(course.folder, null).problems).toEqual([]);
  });
});

/** What is changed, then what is reported: file, text on the line, message, field. */
interface Mistake {
  readonly file: string;
  readonly find: string;
  readonly by: string;
  readonly at?: string;
  readonly in?: string;
  readonly within?: string;
  readonly field?: string;
  readonly message: RegExp;
}
// One mistake a line.
// prettier-ignore
const MISTAKES: Readonly<Record<string, Mistake>> = {
  'a YAML syntax error': { file: QUESTIONS, find: 'kind: card', by: 'kind: [card', message: /flow|comma|bracket|expected/i },
  'a key twice': { file: QUESTIONS, find: '  kind: card', by: '  kind: card\n  kind: card', message: /unique/i },
  'an unknown key': { file: QUESTIONS, find: '  kind: card', by: '  colour: red\n  kind: card', at: '- id: bg-card', field: '0', message: /colour/ },
  'a tag with a blank': { file: QUESTIONS, find: '  kind: card', by: '  tags: [two words]\n  kind: card', at: 'tags: [two words]', field: '0.tags.0', message: /no blanks/ },
  'a bad id': { file: QUESTIONS, find: 'bg-card', by: 'bg_Card', at: 'bg_Card', field: '0.id', message: /hyphens/ },
  'an unknown kind': { file: QUESTIONS, find: 'kind: card', by: 'kind: essay', at: 'kind: essay', field: '0.kind', message: /./ },
  'a text in one language only': { file: QUESTIONS, find: '{ th: ยาว, en: long }', by: '{ th: ยาว }', at: 'back:', field: '0.back.en', message: /./ },
  'a blank text': { file: QUESTIONS, find: '{ th: ยาว, en: long }', by: "{ th: ยาว, en: ' ' }", at: 'back:', field: '0.back.en', message: /./ },
  'a date there is not': { file: QUESTIONS, find: 'answer: 1992-05-15', by: 'answer: 1992-13-15', at: 'answer: 1992-13-15', field: '6.answer', message: /a date such as/ },
  'a duplicate question id': { file: QUESTIONS, find: 'bg-one', by: 'bg-card', at: '- id: bg-card', within: 'kind: cloze', message: /"bg-card" stands in/ },
  'a question id of another lesson': { file: QUESTIONS, find: 'bg-card', by: 'lt-own', at: 'id: lt-own', message: /must begin with "bg-"/ },
  'an id used in another lesson too': { file: QUESTIONS, find: 'bg-card', by: 'lt-card', in: 'lessons/02-later/questions.yaml', at: 'id: lt-card', message: /stands in lessons\/01-begin/ },
  'an unknown question that is revealed': { file: QUESTIONS, find: '  kind: card', by: '  reveals: [bg-one, bg-lost]\n  kind: card', at: 'reveals: [bg-one, bg-lost]', message: /no other question "bg-lost"/ },
  'a question that reveals itself': { file: QUESTIONS, find: '  kind: card', by: '  reveals: [bg-card]\n  kind: card', at: 'reveals: [bg-card]', message: /no other question "bg-card"/ },
  'an unknown section': { file: QUESTIONS, find: 'section: the-river', by: 'section: the-lake', at: 'section: the-lake', message: /no section "the-lake"/ },
  'an unknown paragraph of a question': { file: QUESTIONS, find: 'evidence: [p001]', by: 'evidence: [p001, p009]', at: 'evidence: [p001, p009]', message: /no paragraph "p009"/ },
  'an unknown paragraph of a section': { file: ENGLISH, find: '{#the-river p001-p002}', by: '{#the-river p001-p002 p009}', at: '## The river', message: /no paragraph "p009"/ },
  'an unknown citation': { file: ENGLISH, find: '[p001 p002]', by: '[p001 p009]', at: '## The river', message: /no paragraph "p009"/ },
  'an unknown term': { file: ENGLISH, find: 'term:river', by: 'term:lake', at: '## The river', message: /no term "lake"/ },
  'an unknown prerequisite': { file: 'course.yaml', find: 'requires: [begin]', by: 'requires: [nothing]', message: /no earlier lesson for "later" "nothing"/ },
  'a prerequisite that comes later': { file: 'course.yaml', find: 'requires: []', by: 'requires: [later]', message: /no earlier lesson for "begin" "later"/ },
  'a duplicate paragraph': { file: 'source.yaml', find: 'id: p002', by: 'id: p001', message: /"p001" is used twice/ },
  'an unknown paragraph of the glossary': { file: 'glossary.yaml', find: '[p001]', by: '[p009]', message: /"p009"/ },
  'a paragraph nothing cites': { file: 'source.yaml', find: '- id: p003', by: '- id: p004\n  gist: { th: ก, en: a }\n  kind: fact\n- id: p003', message: /cites p004/ },
  'a section in one language only': { file: ENGLISH, find: '', by: `\n## More {#more p001}\n\n${'word '.repeat(90)}\n`, message: /sections differ/ },
  'sections on different paragraphs': { file: ENGLISH, find: 'p001-p002}', by: 'p001}', at: '## The river', message: /evidence differs/ },
  'a section without evidence': { file: THAI, find: ' p001-p002}', by: '}', at: '## แม่น้ำ', message: /draws on no paragraph/ },
  'a section twice': { file: THAI, find: '', by: '\n## แม่น้ำ {#the-river p001-p002}\n\nข้อความ\n', at: '## แม่น้ำ', within: 'และไหล', message: /"the-river" is used twice/ },
  'a heading without id': { file: THAI, find: ' {#the-river p001-p002}', by: '', at: '## แม่น้ำ', message: /section heading looks like/ },
  'a deeper heading': { file: ENGLISH, find: '- one', by: '### Deeper\n\n- one', at: '### Deeper', message: /section heading looks like/ },
  'text before the first section': { file: ENGLISH, find: '## The river', by: 'Too early.\n\n## The river', at: 'Too early', message: /before the first section/ },
  'no front matter': { file: ENGLISH, find: '---\n', by: '', at: 'title:', message: /front matter/ },
  'a missing line in the front matter': { file: ENGLISH, find: 'subtitle: the river\n', by: '', at: 'title:', field: 'subtitle', message: /./ },
  'an unknown key in the front matter': { file: ENGLISH, find: 'subtitle:', by: 'author: x\nsubtitle:', message: /author/ },
  'objectives in one language only': { file: ENGLISH, find: 'summary:', by: '  - Another.\nsummary:', field: 'objectives', message: /2 here, 1 in Thai/ },
  HTML: { file: ENGLISH, find: '- one', by: '<img src=x onerror=alert(1)>\n\n- one', at: '<img', message: /"html" is not allowed/ },
  'HTML inside a line': { file: ENGLISH, find: 'is **very', by: 'is <b onclick=x>so</b> **very', at: 'is <b', message: /"html" is not allowed/ },
  'HTML inside a list': { file: ENGLISH, find: '- one', by: '- <div onclick=x>one</div>', at: '- <div', message: /not allowed/ },
  'a list inside a list': { file: ENGLISH, find: '- one', by: '- one\n  - half', at: '- one', message: /not allowed/ },
  'code inside a list': { file: ENGLISH, find: '- one', by: '- one\n\n      code', at: '- one', message: /not allowed/ },
  'a list inside a quotation': { file: ENGLISH, find: '- one', by: '> said\n>\n> - lost\n\n- one', at: '> said', message: /not allowed/ },
  'an image': { file: ENGLISH, find: '- one', by: '![x](a.png)\n\n- one', at: '![x]', message: /the image "a.png" is not allowed/ },
  'a link elsewhere': { file: ENGLISH, find: '(term:river)', by: '(https://example.org)', at: 'The [river]', message: /example\.org" is not allowed/ },
  'a link that runs': { file: ENGLISH, find: '(term:river)', by: '(javascript:x)', at: 'The [river]', message: /javascript:x" is not allowed/ },
  'a section that is too short': { file: ENGLISH, find: Array.from('abcdefghijabcdefghijabcdefghij', (letter) => `begin${letter}`).join(' '), by: '', at: '## The river', message: /words; 80 to 280/ },
  'Thai letters in English': { file: ENGLISH, find: 'very long', by: 'ยาว long', at: '## The river', message: /Thai letters/ },
  'gap numbers that are wrong': { file: QUESTIONS, find: 'It is {{1}} at {{2}}', by: 'It is {{1}} at {{3}}', at: '- id: bg-gaps', message: /en prompt has the gaps \{\{1\}\} \{\{3\}\}/ },
  'a gap that is missing': { file: QUESTIONS, find: 'ยาว {{1}} ถึง {{2}}', by: 'ยาว {{1}} ถึงทะเล', at: '- id: bg-gaps', message: /th prompt has the gaps/ },
  'a gap twice': { file: QUESTIONS, find: 'It is {{1}} at {{2}}', by: 'It is {{1}} at {{1}} {{2}}', at: '- id: bg-gaps', message: /en prompt has the gaps/ },
  'two right options': { file: QUESTIONS, find: '{ th: ตื้น, en: shallow }', by: '{ th: ตื้น, en: shallow, right: true }', at: '- id: bg-one', message: /2 options are right/ },
  'no right option': { file: QUESTIONS, find: 'en: long, right: true', by: 'en: long', at: '- id: bg-one', message: /0 options are right/ },
  'two options that are the same': { file: QUESTIONS, find: 'en: shallow', by: 'en: long', at: '- id: bg-one', message: /two options are the same/ },
  'all of the above': { file: QUESTIONS, find: 'en: shallow', by: 'en: all of the above', at: '- id: bg-one', message: /all of the above/ },
  'a reason on a right option': { file: QUESTIONS, find: 'en: long, right: true', by: 'en: long, right: true, why: { th: ก, en: a }', at: '- id: bg-one', message: /this one is right/ },
  'a figure that stands in no cited paragraph': { file: QUESTIONS, find: 'answer: 600\n', by: 'answer: 700\n', at: 'evidence:', within: 'bg-length', message: /700 of the answer stands in none of p001/ },
  'a date that stands in no cited paragraph': { file: QUESTIONS, find: 'answer: 1992-05-15', by: 'answer: 1992-05-16', at: 'evidence:', within: 'bg-day', message: /1992-05-16 of the answer stands in none/ },
  'a figure in an option': { file: QUESTIONS, find: 'en: long, right: true', by: 'en: long as 700, right: true', at: 'evidence:', within: 'bg-one', message: /700 of the answer/ },
  'a false abbreviation in the text': { file: THAI, find: 'และไหล', by: 'และ คสช. ไหล', at: '## แม่น้ำ', message: /"คสช\." is a false abbreviation/ },
  'a false abbreviation in a question': { file: QUESTIONS, find: '{ th: ยาว, en: long }', by: '{ th: ก.พ. ยาว, en: long }', at: '- id: bg-card', message: /"ก\.พ\." is a false abbreviation/ },
  'a false abbreviation in the glossary': { file: 'glossary.yaml', find: 'น้ำที่ไหลลงทะเล', by: 'น้ำของ คสช. ที่ไหลลงทะเล', message: /"คสช\." is a false abbreviation/ },
  'a false abbreviation in a gist': { file: 'source.yaml', find: 'gist: { th: ', by: 'gist: { th: กสทช. ', message: /"กสทช\." is a false abbreviation/ },
  'a negative stem that is not marked': { file: QUESTIONS, find: 'Which word fits', by: 'Which word does not fit', at: '- id: bg-one', message: /negative stem/ },
  'a negative stem in Thai': { file: QUESTIONS, find: 'คำใดเหมาะกับ', by: 'ข้อใดไม่เหมาะกับ', at: '- id: bg-one', message: /negative stem/ },
  'an item with its year': { file: QUESTIONS, find: 'en: spring', by: 'en: spring of 1993', at: '- id: bg-steps', message: /gives its own year away/ },
  'an item with its Thai year': { file: QUESTIONS, find: 'th: ต้นน้ำ', by: 'th: ต้นน้ำ พ.ศ. 2536', at: '- id: bg-steps', message: /gives its own year away/ },
  'two sides that are the same': { file: QUESTIONS, find: 'en: left b', by: 'en: left a', at: '- id: bg-pairs', message: /entries of one side are the same/ },
  'a prompt with its own answer': { file: QUESTIONS, find: 'en: [great ocean, the big water]', by: 'en: [river]', at: '- id: bg-name', message: /holds its own answer/ },
  'an explanation that is too short': { file: QUESTIONS, find: 'Because the text says so in its first part.', by: 'It is so.', at: '- id: bg-card', message: /too short/ },
  'a prompt without Thai': { file: QUESTIONS, find: 'แม่น้ำเป็นอย่างไร', by: 'What is it?', at: '- id: bg-card', message: /no Thai/ },
};

describe('a mistake is reported with file, line and field', () => {
  it.each(Object.entries(MISTAKES))('%s', (_name, { file, find, by, at, in: other, within, field, message }) => {
    course.change(file, find, by);
    const { problems } = checkCourse(course.folder, null);
    const found = problems.filter((problem) => problem.file === (other ?? file) && message.test(problem.message));
    expect(found, JSON.stringify(problems)).not.toEqual([]);
    if (at !== undefined) expect(found.map(({ line }) => line)).toContain(course.lineOf(other ?? file, at, within));
    if (field !== undefined) expect(found.map((problem) => problem.field)).toContain(field);
  });

  it.each(['course.yaml', THAI, ENGLISH])('a missing file: %s', (file) => {
    course.remove(file);
    expect(checkCourse(course.folder, null).problems).toContainEqual({ file, message: 'the file is missing' });
  });

  it('one mistake in the writing of a file is one problem, not one for every line behind it', () => {
    course.change(QUESTIONS, '- id: bg-one', '<<<<<<<\n- id: bg-one');
    expect(checkCourse(course.folder, null).problems.filter(({ file }) => file === QUESTIONS)).toHaveLength(1);
  });

  it('several at once, in the order of files and lines', () => {
    course.change(QUESTIONS, 'answer: 600\n', 'answer: 700\n');
    course.change(QUESTIONS, 'en: spring', 'en: spring of 1993');
    course.change(ENGLISH, 'term:river', 'term:lake');
    const places = checkCourse(course.folder, null).problems.map(({ file, line }) => `${file}:${line}`);
    expect(places).toHaveLength(3);
    expect(places[0]).toContain(ENGLISH);
  });
});

describe('wording compared with the document', () => {
  const DOCUMENT =
    'The mayor of the old town told everyone that the great flood would return before the next full moon came. ';
  const THAI_RUN = 'นายกเทศมนตรีเมืองเก่าบอกทุกคนว่าน้ำหลากจะกลับมาอีกก่อนพระจันทร์เต็มดวงครั้งหน้า';

  it('a copied run of eight words or forty Thai characters is reported', () => {
    course.change(ENGLISH, 'very long', 'told everyone that the great flood would return **very long');
    course.change(THAI, 'และไหล', `${THAI_RUN} และไหล`);
    course.change(QUESTIONS, 'Because the text', 'Everyone that the great flood would return before as the text');
    const { problems } = checkCourse(course.folder, DOCUMENT + THAI_RUN);
    for (const [file, at] of [
      [ENGLISH, '## The river'],
      [THAI, '## แม่น้ำ'],
      [QUESTIONS, '- id: bg-card'],
    ] as const) {
      expect(problems).toContainEqual(
        expect.objectContaining({
          file,
          line: course.lineOf(file, at),
          message: expect.stringContaining('same words as in the document'),
        }),
      );
    }
  });

  it('seven words, and names and numbers, may be the same', () => {
    course.change(ENGLISH, 'very long', 'told everyone that the great flood would** differ **long');
    course.change(ENGLISH, '- one', '- river of the old town told everyone that 12 the great flood\n- one');
    const { problems } = checkCourse(course.folder, DOCUMENT.replace('that the', 'that 12 the'));
    expect(problems).toEqual([]);
  });
});
