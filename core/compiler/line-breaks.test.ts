import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileFolder } from './compile-folder.ts';
import { createCourseFolder, type CourseFolder } from './course.fixture.ts';
import { dumpCourse } from './dump.ts';
import { withLineBreaks } from './line-breaks.ts';
import { textsOf } from './texts-of.ts';
import { plainText } from '../domain/unbroken.ts';

const GUIDES = /[\u2060\u200B\u00A0]/;

describe('line breaks of a course', () => {
  let files: CourseFolder;
  beforeAll(() => (files = createCourseFolder()));
  afterAll(() => files.dispose());

  it('joins the listed words and the dates of every text that is read', () => {
    files.write('words.yaml', '- แม่น้ำ\n');
    const { course, words, problems } = compileFolder(files.folder);
    expect([words, problems]).toEqual([['แม่น้ำ'], []]);
    const { lessons, glossary } = withLineBreaks(course!, words);
    expect(glossary[0]!.term).toEqual({ th: 'แ\u2060ม่\u2060น้ำ', en: 'river' });
    expect(lessons[0]!.sections[0]!.blocks.th[0]).toMatchObject({
      children: [{ children: [{ text: 'แ\u2060ม่\u2060น้ำ' }] }, { text: 'สายนี้' }, {}, {}, {}],
    });
    expect(lessons[0]!.questions[0]!.prompt.th).toBe('แ\u2060ม่\u2060น้ำ\u200Bเป็นอย่างไร');
  });

  it('leaves alone the Markdown, what answers are compared with, and what other programs read', () => {
    const { course, words } = compileFolder('content/csto');
    const { lessons } = withLineBreaks(course!, words);
    for (const { sections, questions } of lessons) {
      expect(
        sections
          .map(({ text }) => text)
          .flatMap(textsOf)
          .join(''),
      ).not.toMatch(GUIDES);
      const accepted = questions.flatMap((question) => ('accept' in question ? textsOf(question.accept) : []));
      expect(accepted.join('')).not.toMatch(/[\u2060\u200B]/);
    }
    expect(textsOf(dumpCourse(course!)).join('')).not.toMatch(GUIDES);
  });

  it('adds nothing that is seen: without its guides every text is as before, ranges aside', () => {
    const { course, words } = compileFolder('content/csto');
    const dashes = (text: string) => text.replaceAll('–', '-').replaceAll(' - ', '-');
    expect(textsOf(withLineBreaks(course!, words)).map(plainText).map(dashes)).toEqual(textsOf(course).map(dashes));
  });

  it('names a word that is none', () => {
    files.write('words.yaml', '- รัสเซีย\n- two words\n');
    expect(compileFolder(files.folder).problems).toMatchObject([{ file: 'words.yaml', line: 2 }]);
    files.remove('words.yaml');
  });
});
