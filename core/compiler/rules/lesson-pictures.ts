import type { Block, Course } from '../../domain/course.ts';
import { marksOf } from '../../domain/picture-marks.ts';
import type { LessonSource } from '../compile-course.ts';
import type { Problems } from '../problems.ts';

/** Pictures in lessons exist, with the marks they emphasise, and are the same in both languages. */
export function checkLessonPictures(course: Course, lessons: readonly LessonSource[], problems: Problems): void {
  for (const { th, en } of lessons) {
    for (const { file, sections } of [th, en]) {
      for (const { line, blocks } of sections) {
        for (const { picture, focus } of picturesIn(blocks)) {
          const marks = course.pictures ? marksOf(course.pictures, picture) : [];
          if (marks.length === 0) problems.add({ file, line, message: `no picture "${picture}"` });
          for (const id of focus) {
            if (marks.length > 0 && !marks.some((mark) => mark.id === id))
              problems.add({ file, line, message: `no mark "${id}" in the picture "${picture}"` });
          }
        }
      }
    }
    for (const thai of th.sections) {
      const english = en.sections.find(({ id }) => id === thai.id);
      if (english && shownIn(english.blocks) !== shownIn(thai.blocks))
        problems.add({ file: en.file, line: english.line, message: `section ${thai.id}: other pictures than in Thai` });
    }
  }
}

const picturesIn = (blocks: readonly Block[]) => blocks.filter((block) => block.kind === 'picture');
const shownIn = (blocks: readonly Block[]): string =>
  picturesIn(blocks)
    .map(({ picture, focus }) => `${picture}#${focus.join()}`)
    .join(' ');
