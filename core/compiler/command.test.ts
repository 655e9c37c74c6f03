import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCourseCommand } from './command.ts';
import { createCourseFolder, type CourseFolder } from './course.fixture.ts';
import { EXAMPLE } from './format-example.ts';

const QUESTIONS = 'lessons/begin/questions.yaml';

let course: CourseFolder;
beforeEach(() => (course = createCourseFolder(EXAMPLE)));
afterEach(() => course.dispose());

/** One call, and all it said. */
function called(...args: string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const place = { root: course.folder, here: course.folder, source: '' };
  const status = runCourseCommand(args, {
    ...place,
    print: (text) => void out.push(text),
    complain: (text) => void errors.push(text),
  });
  return { status, out: out.join('\n'), errors: errors.join('\n') };
}

describe('npm run course -- FOLDER', () => {
  it('checks a course without source, counts its questions, and writes it compiled', () => {
    const { status, out } = called('.', '--out', 'rivers.json');
    expect(status).toBe(0);
    expect(out).toMatch(/^all( +1){9} +0 +9$/m);
    expect(out).toContain('rivers: mistakes 0, advice 2');
    const written = JSON.parse(readFileSync(join(course.folder, 'rivers.json'), 'utf8')) as { id: string };
    expect(written.id).toBe('rivers');
  });

  it('takes advice for mistakes where it is told to', () => {
    expect(called('.', '--strict').status).toBe(1);
  });

  it.each([
    [
      'a field that is missing',
      "  prompt: { en: 'A river",
      "  ask: { en: 'A river",
      /questions\.yaml:\d+ 1\.prompt: is missing: a group of fields belongs here/,
    ],
    [
      'a field nobody knows',
      '  kind: card',
      '  kind: card\n  colour: red',
      /questions\.yaml:1 0: "colour" is no field that is known here/,
    ],
    ['a kind there is not', 'kind: typed', 'kind: essay', /questions\.yaml:\d+ 4\.kind: .*mind its spelling/],
    ['a level there is not', '  kind: card', '  kind: card\n  level: easy', /level: must be one of "recall"/],
    [
      'a text in a language that the course has not',
      '{ en: It carries much sand. }',
      '{ th: ทราย }',
      /questions\.yaml:\d+ 0\.back\.en: is missing: a text/,
    ],
    [
      'an answer without an option that is right',
      ', right: true }\n    - { en: in its upper',
      ' }\n    - { en: in its upper',
      /rv-sand: 0 options are right/,
    ],
    ['a section of another lesson', 'section: the-nile', 'section: the-rhine', /no section "the-rhine"/],
    ['an alias', 'kind: card', 'kind: &a card\n  level: *a', /aliases \(\*name\) are not read/],
  ])('names file, line and field of %s, and does not write it', (_, find, by, message) => {
    course.change(QUESTIONS, find, by);
    const { status, out } = called('.', '--out', 'rivers.json');
    expect(out).toMatch(message);
    expect(status).toBe(1);
    expect(() => readFileSync(join(course.folder, 'rivers.json'))).toThrow();
  });

  it('reads no link, and says so', () => {
    mkdirSync(join(course.folder, 'media'));
    symlinkSync('/etc/hostname', join(course.folder, 'media/secret.png'));
    const { status, out } = called('.');
    expect(status).toBe(1);
    expect(out).toContain('media/secret.png: a link or device, which is not read');
  });

  it('wants the images that lessons show', () => {
    course.change('lessons/begin/lesson.en.md', '- Water', '![a river](media/river.png)\n\n- Water');
    expect(called('.').out).toMatch(/lesson\.en\.md:\d+: no file "river\.png" in media\//);
    course.write('media/river.png', 'bytes');
    expect(called('.').status).toBe(0);
  });

  it.each([
    ['no folder', ['nowhere'], /no folder/],
    ['two folders', ['.', 'lessons'], /usage/],
    ['an unknown option', ['.', '--loud'], /--loud/],
    ['nothing', [], /usage/],
    ['no folder to compile to', ['compile'], /usage/],
  ])('tells how it is called: %s', (_, args, message) => {
    const { status, errors } = called(...args);
    expect(status).toBe(2);
    expect(errors).toMatch(message);
  });

  it('helps', () => {
    expect(called('--help')).toMatchObject({ status: 0, out: expect.stringContaining('Exit status') as string });
  });
});

describe('npm run course of all courses of a project', () => {
  beforeEach(() => {
    for (const [path, text] of Object.entries(EXAMPLE)) course.write(`content/rivers/${path}`, text);
    course.write('content/notes/readme.md', 'no course');
  });

  it('checks each strictly, and tells whether wording was compared', () => {
    const { status, out } = called('check');
    expect(status).toBe(1);
    expect(out).toMatch(/^content\/rivers\/lessons\//m);
    expect(out).toContain('wording not compared');
    expect(out).toMatch(/^1 courses, 2 problems$/m);
    course.write('source/document.th.txt', 'ข้อความ');
    expect(called('check', '--source', join(course.folder, 'source')).out).toContain('wording compared with');
  });

  it('compiles each for the app, and prints all for other programs', () => {
    called('compile', 'made');
    const written = JSON.parse(readFileSync(join(course.folder, 'made/rivers.json'), 'utf8')) as { id: string };
    expect(written.id).toBe('rivers');
    const dumped = JSON.parse(called('dump').out) as readonly { readonly id: string }[];
    expect(dumped.map(({ id }) => id)).toEqual(['rivers']);
  });

  it('names mistakes by course and file, and prints its format', () => {
    course.write('content/rivers/course.yaml', 'id: [');
    const { status, errors } = called('compile', 'made');
    expect(status).toBe(1);
    expect(errors).toMatch(/^content\/rivers\/course\.yaml/m);
    expect(called('format').out).toContain('rivers');
  });
});
