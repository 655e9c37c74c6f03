import type { LessonSource } from '../compile-course.ts';
import { mediaFile, MEDIA_FOLDER } from '../media-files.ts';
import type { Problems } from '../problems.ts';
import { faultsOfEach } from './each-question.ts';

/** Pictures, sounds and films that lessons show, and pictures that questions are asked on, lie in the folder of media. */
export function checkMedia(paths: readonly string[], lessons: readonly LessonSource[], problems: Problems): void {
  const there = new Set(paths.map((path) => path.normalize('NFC')));
  const isThere = (name: string) => there.has(mediaFile(name.normalize('NFC')));
  const lacking = (name: string) => `no file "${name}" in ${MEDIA_FOLDER}/`;
  for (const { th, en } of lessons) {
    for (const { file, sections } of new Set([th, en])) {
      for (const { line, blocks } of sections) {
        for (const block of blocks) {
          if (block.kind === 'medium' && !isThere(block.name))
            problems.add({ file, line, message: lacking(block.name) });
        }
      }
    }
  }
  faultsOfEach(lessons, problems, (question) =>
    question.kind === 'label' && question.image && !isThere(question.image.file) ? [lacking(question.image.file)] : [],
  );
}
