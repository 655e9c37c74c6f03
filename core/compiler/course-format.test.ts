import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { QUESTION_KINDS } from '../domain/question.ts';
import { checkCourse } from './check.ts';
import { createCourseFolder } from './course.fixture.ts';
import { formatDocument } from './format-document.ts';

const document = readFileSync(join(import.meta.dirname, '../../docs/course-format.md'), 'utf8');

/** The files of the example as a reader copies them from the page. */
const exampleFiles = (): [string, string][] =>
  Array.from(document.matchAll(/^`([\w./]+)`\n\n```\w+\n([\s\S]*?)^```$/gm), ([, file, text]) => [file!, text!]);

describe('docs/course-format.md', () => {
  it('is what the schemas make: else run npm run format-docs', () => {
    expect(document).toBe(formatDocument());
  });

  it('tells of every kind of question', () => {
    for (const kind of QUESTION_KINDS) expect(document).toContain(`### ${kind}`);
  });

  it('has an example that is right, without a word of advice but for its short sections', () => {
    const folder = createCourseFolder(Object.fromEntries(exampleFiles()));
    try {
      const { course, problems } = checkCourse(folder.folder, null);
      expect(problems.filter(({ message }) => !message.includes('words; 80 to 280'))).toEqual([]);
      expect(course).toMatchObject({ id: 'rivers', languages: ['en'], title: { th: 'Rivers', en: 'Rivers' } });
      const kinds = course!.lessons.flatMap(({ questions }) => questions.map(({ kind }) => kind));
      expect(kinds).toEqual(QUESTION_KINDS.filter((kind) => kind !== 'label'));
    } finally {
      folder.dispose();
    }
  });
});
