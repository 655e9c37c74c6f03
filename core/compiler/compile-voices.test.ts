import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileFolder } from './compile-folder.ts';
import { createCourseFolder, type CourseFolder } from './course.fixture.ts';

let folder: CourseFolder;
beforeEach(() => {
  folder = createCourseFolder();
});
afterEach(() => folder.dispose());

const voice = (id: string, paragraphs: string, within = '') =>
  `- { id: ${id}, ${within && `within: ${within}, `}name: { th: เสียง, en: ${id} }, about: { th: ก, en: a }, paragraphs: [${paragraphs}] }\n`;

function compiled(...voices: string[]) {
  folder.write('voices.yaml', voices.join(''));
  const { course, problems } = compileFolder(folder.folder);
  return { voices: course?.voices, paragraphs: course?.paragraphs, messages: problems.map(({ message }) => message) };
}

describe('the voices of a source', () => {
  it('gives each paragraph the innermost voice that speaks in it, and a heading none', () => {
    const { voices, paragraphs, messages } = compiled(voice('essay', 'p001-p002'), voice('quoted', 'p002', 'essay'));
    expect(messages).toEqual([]);
    expect(voices?.map(({ id, within, paragraphs: own }) => [id, within, own])).toEqual([
      ['essay', undefined, ['p001']],
      ['quoted', 'essay', ['p002']],
    ]);
    expect(paragraphs?.map(({ id, voice: own }) => [id, own])).toEqual([
      ['p001', 'essay'],
      ['p002', 'quoted'],
      ['p003', undefined],
    ]);
  });

  it.each([
    ['a paragraph without one', [voice('essay', 'p001')], 'nobody speaks in p002'],
    ['two that meet', [voice('essay', 'p001-p002'), voice('note', 'p002')], 'p002 has the voice "essay" already'],
    ['a paragraph that is not there', [voice('essay', 'p001-p004')], 'no paragraph "p004"'],
    ['one within nothing', [voice('essay', 'p001'), voice('quoted', 'p002', 'letter')], 'no other voice "letter"'],
    [
      'one beside what it is within',
      [voice('essay', 'p001'), voice('quoted', 'p002', 'essay')],
      'p002 does not stand in "essay"',
    ],
    ['an id twice', [voice('essay', 'p001'), voice('essay', 'p002')], 'id "essay" is used twice'],
  ])('says what is wrong: %s', (_, voices, message) => {
    expect(compiled(...voices).messages).toContain(message);
  });

  it('needs no file: a course whose source speaks with one voice has none', () => {
    expect(compileFolder(folder.folder).course?.voices).toEqual([]);
  });
});
