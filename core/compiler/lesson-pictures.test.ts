import { describe, expect, it } from 'vitest';
import type { Course } from '../domain/course.ts';
import { toBlocks } from './blocks.ts';
import type { LessonSource } from './compile-course.ts';
import { Problems } from './problems.ts';
import { checkLessonPictures } from './rules/lesson-pictures.ts';

const both = (text: string) => ({ th: text, en: text });

function read(markdown: string) {
  const reported: string[] = [];
  const blocks = toBlocks(markdown, (line, message) => reported.push(`${line}: ${message}`));
  return { blocks, reported };
}

describe('pictures in a lesson', () => {
  it('stand alone in a paragraph, with marks to emphasise and words below', () => {
    const { blocks, reported } = read(
      'Before.\n\n![Where the [Charter](term:charter) was signed. [p019]](picture:map#chisinau,moscow)\n\nBehind.',
    );
    expect(reported).toEqual([]);
    expect(blocks[1]).toEqual({
      kind: 'picture',
      picture: 'map',
      focus: ['chisinau', 'moscow'],
      children: [
        { kind: 'text', text: 'Where the ' },
        { kind: 'term', termId: 'charter', children: [{ kind: 'text', text: 'Charter' }] },
        { kind: 'text', text: ' was signed.' },
        { kind: 'cite', paragraphs: ['p019'] },
      ],
    });
    expect(read('![All.](picture:timeline)').blocks).toMatchObject([{ picture: 'timeline', focus: [] }]);
  });

  it.each([
    ['![A map.](map.png)', '1: the image "map.png" is not allowed'],
    ['![A map.](picture:Map)', '1: the image "picture:Map" is not allowed'],
    ['![](picture:map)', '1: a picture wants words below it'],
    ['Text with ![a map](picture:map) inside.', '1: "image" is not allowed here'],
    ['- ![a map](picture:map)', '1: "image" is not allowed here'],
  ])('%s is a mistake', (markdown, message) => {
    expect(read(markdown).reported[0]).toContain(message);
  });
});

describe('the check of pictures in lessons', () => {
  const pictures = { timeline: [], bodies: [], members: [{ id: 'armenia', name: both('Armenia') }], map: null };
  const course = { pictures: { ...pictures, exercises: [], partners: [] } } as unknown as Course;
  const section = (markdown: string) => [{ id: 'one', line: 7, blocks: read(markdown).blocks }];
  const complaints = (th: string, en: string, of: Course = course) => {
    const problems = new Problems();
    const lesson = { th: { file: 'th', sections: section(th) }, en: { file: 'en', sections: section(en) } };
    checkLessonPictures(of, [lesson as unknown as LessonSource], problems);
    return problems.all.map(({ file, line, message }) => `${file}:${line} ${message}`);
  };
  const good = '![Members.](picture:members#armenia)';

  it('is content with what is there and alike in both languages', () => {
    expect(complaints(good, good)).toEqual([]);
  });

  it('names a picture and a mark that are not there', () => {
    expect(complaints('![A.](picture:map)', '![A.](picture:map)')).toEqual([
      'en:7 no picture "map"',
      'th:7 no picture "map"',
    ]);
    expect(complaints(good, '![A.](picture:members#georgia)')).toEqual([
      'en:7 no mark "georgia" in the picture "members"',
      'en:7 section one: other pictures than in Thai',
    ]);
    expect(complaints(good, good, { pictures: null } as unknown as Course)).toContain('th:7 no picture "members"');
  });

  it('names a picture that one language lacks', () => {
    expect(complaints(good, 'Nothing.')).toEqual(['en:7 section one: other pictures than in Thai']);
  });
});
