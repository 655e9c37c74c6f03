import type { LessonSource } from '../compile-course.ts';
import { mediaFile, MEDIA_FOLDER } from '../media-files.ts';
import type { Problems } from '../problems.ts';

/** Pictures, sounds and films that lessons show lie in the folder of media. */
export function checkMedia(paths: readonly string[], lessons: readonly LessonSource[], problems: Problems): void {
  const there = new Set(paths.map((path) => path.normalize('NFC')));
  for (const { th, en } of lessons) {
    for (const { file, sections } of new Set([th, en])) {
      for (const { line, blocks } of sections) {
        for (const block of blocks) {
          if (block.kind === 'medium' && !there.has(mediaFile(block.name)))
            problems.add({ file, line, message: `no file "${block.name}" in ${MEDIA_FOLDER}/` });
        }
      }
    }
  }
}
