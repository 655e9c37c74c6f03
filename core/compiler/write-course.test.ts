import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockTexts } from '../domain/block-texts.ts';
import type { Block, Course, Inline } from '../domain/course.ts';
import { markdownOf } from './blocks-markdown.ts';
import { toBlocks } from './blocks.ts';
import { compileCourse } from './compile-course.ts';
import type { CourseFiles } from './course-files.ts';
import { EXAMPLE } from './format-example.ts';
import { courseTexts } from './write-course.ts';

function filesOf(texts: Iterable<readonly [string, string]>): CourseFiles {
  const files = new Map(Array.from(texts, ([path, text]) => [path, Buffer.from(text)]));
  return { paths: [...files.keys()], faults: [], read: (path) => files.get(path) ?? null };
}
const { 'glossary.yaml': _, ...WITHOUT_GLOSSARY } = EXAMPLE;
const texts = Object.entries(WITHOUT_GLOSSARY).map(([path, text]): [string, string] => [
  path,
  text.replace('[delta](term:delta)', 'delta'),
]);

describe('a course that is written', () => {
  it('is the same when it is compiled again: every kind of question, blocks, one language', () => {
    const { course, problems } = compileCourse(filesOf(texts), null);
    expect(problems).toEqual([]);
    const written = courseTexts(course!, ['en'], ({ id }) => id);
    const again = compileCourse(filesOf(written), null);
    expect(again.problems).toEqual([]);
    const bare = ({ lessons, ...rest }: Course) => ({
      ...rest,
      lessons: lessons.map(({ objectives: __, sections, ...lesson }) => ({
        ...lesson,
        sections: sections.map(({ text: ___, ...section }) => section),
      })),
    });
    expect(bare(again.course!)).toEqual(bare(course!));
  });
});

describe('the Markdown of blocks', () => {
  const text = fc.stringMatching(/^[a-zก-ฮ](?:[a-zก-ฮ0-9 *_#`<>&|\\!~()[\]{}.:/@+=-]{0,20}[a-zก-ฮ0-9.])?$/);
  const plain = text.map((words): Inline[] => [{ kind: 'text', text: words }]);
  const blocks = fc.array(
    fc.oneof(
      plain.map((children): Block => ({ kind: 'paragraph', children })),
      plain.map((children): Block => ({ kind: 'quote', children })),
      fc.array(plain, { minLength: 1, maxLength: 3 }).map((items): Block => ({ kind: 'list', ordered: false, items })),
    ),
    { minLength: 1, maxLength: 1 },
  );
  it('has every word of them, whatever signs stand in it', () => {
    fc.assert(
      fc.property(blocks, (some) => {
        const faults: string[] = [];
        const again = toBlocks(markdownOf(some), (_line, message) => void faults.push(message));
        expect(faults).toEqual([]);
        expect(blockTexts(again)).toEqual(blockTexts(some));
      }),
    );
  });

  it.each([
    ['1. not a list', '1\\. not a list'],
    ['- not a list', '\\- not a list'],
    ['see https://example.org', 'see https\\://example.org'],
  ])('lets %s be a line of words', (line, written) => {
    expect(markdownOf([{ kind: 'paragraph', children: [{ kind: 'text', text: line }] }])).toBe(written);
  });

  it('names a file of media so that Markdown reads it', () => {
    const block: Block = { kind: 'medium', name: 'a river 1.png', children: [{ kind: 'text', text: 'A river' }] };
    expect(toBlocks(markdownOf([block]), () => undefined)).toEqual([block]);
  });
});
