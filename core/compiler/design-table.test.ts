import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkCourse } from './check.ts';
import type { CourseFolder } from './course.fixture.ts';
import { createDesignCourse } from './design-course.fixture.ts';
import { designTable } from './design-table.ts';
import { problemText } from './problems.ts';

let folder: CourseFolder;
beforeEach(() => (folder = createDesignCourse()));
afterEach(() => folder.dispose());

function table(): string {
  const { course, lessons, names, problems } = checkCourse(folder.folder, null);
  if (!course) throw new Error(problems.map(problemText).join('\n'));
  return designTable(course, lessons, names);
}
/** The cells of a row, its name first. */
const row = (text: string, name: string) =>
  text
    .split('\n')
    .find((line) => line.startsWith(name))!
    .slice(name.length)
    .trim()
    .split(/ {2,}/);

it('tells levels, shares and retired questions by lesson and of the whole course', () => {
  const text = table();
  expect(text.split('\n')[0]).toMatch(/^lesson +asked +recall +understand +apply +judge +above +made +retired$/);
  expect(row(text, '1 begin')).toEqual(['4', '1', '1', '1', '1', '75 %', '75 %', '0']);
  expect(row(text, 'all')).toEqual(['8', '3', '1', '2', '2', '63 %', '88 %', '0']);
});

it('tells how the right option stands out, what gives what away, and which pairs are named', () => {
  const text = table();
  expect(text).toContain('wrong options that say why: 2 of 2 (100 %)');
  expect(text).toMatch(/^right option is the longest: th 0 %, en 0 %; the shortest: th 100 %, en 100 %$/m);
  expect(text).toContain('give-aways: 0\nnear-duplicates: 0\nconfusable pairs: 0; pairs kept apart: 0');
});

it('counts a pair once, whichever names the other, and nothing of what is retired', () => {
  const first = 'lessons/01-begin/questions.yaml';
  folder.change(first, '  level: recall\n', '  level: recall\n  confuses: [lt-pilot]\n');
  folder.change('lessons/02-later/questions.yaml', '- id: lt-pilot\n', '- id: lt-pilot\n  confuses: [bg-mouth]\n');
  expect(table()).toContain('confusable pairs: 1; pairs kept apart: 0');
  folder.change(first, '- id: bg-flood-case\n', '- id: bg-flood-case\n  retired: true\n');
  expect(row(table(), '1 begin')).toEqual(['3', '1', '1', '0', '1', '67 %', '67 %', '1']);
});
