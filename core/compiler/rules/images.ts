import type { LessonSource } from '../compile-course.ts';
import { imageFile, MEDIA_FOLDER } from '../images.ts';
import type { Problems } from '../problems.ts';

/** Images that lessons show lie in the folder of media. */
export function checkImages(paths: readonly string[], lessons: readonly LessonSource[], problems: Problems): void {
  const there = new Set(paths);
  for (const { th, en } of lessons) {
    for (const { file, sections } of new Set([th, en])) {
      for (const { line, blocks } of sections) {
        for (const block of blocks) {
          if (block.kind === 'image' && !there.has(imageFile(block.file)))
            problems.add({ file, line, message: `no image "${block.file}" in ${MEDIA_FOLDER}/` });
        }
      }
    }
  }
}
