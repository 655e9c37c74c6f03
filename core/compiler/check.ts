import { existsSync, readFileSync } from 'node:fs';
import { compileCourse, type Compiled } from './compile-course.ts';
import { placesOfRight, uncovered } from './coverage.ts';
import { Problems } from './problems.ts';
import { askedQuestions } from './rules/asked.ts';
import { checkBalance } from './rules/balance.ts';
import { checkCopying } from './rules/copying.ts';
import { checkDesign } from './rules/design.ts';
import { checkFigures } from './rules/figures.ts';
import { checkItems } from './rules/items.ts';
import { checkLabels } from './rules/labels.ts';
import { checkLessonPictures } from './rules/lesson-pictures.ts';
import { checkReferences } from './rules/references.ts';
import { checkWording } from './rules/wording.ts';

/** Chi-square at p = 0.01, by degrees of freedom: beyond it the place of the right option is not chance. */
const CHI_SQUARE: Record<number, number> = { 2: 9.21, 3: 11.34 };

/**
 * Compiles a course and applies every rule to it.
 * @param document the source document, to compare wording with; null where it is not at hand
 */
export function checkCourse(folder: string, document: string | null): Compiled {
  const compiled = compileCourse(folder);
  const problems = new Problems();
  compiled.problems.forEach((problem) => problems.add(problem));
  const { course, lessons, names, goals } = compiled;
  checkItems(lessons, problems);
  checkWording(course, lessons, problems);
  if (course) {
    checkReferences(course, lessons, problems);
    checkLabels(course, lessons, problems);
    checkLessonPictures(course, lessons, problems);
    checkFigures(course, lessons, problems);
    checkBalance(course, askedQuestions(course, lessons), problems);
    const open = uncovered(course);
    if (open.length > 0)
      problems.add({ file: 'source.yaml', message: `no section and no question cites ${open.join(', ')}` });
    for (const [options, counts] of placesOfRight(course)) {
      const expected = counts.reduce((sum, count) => sum + count, 0) / options;
      const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      if (expected >= 5 && chiSquare > (CHI_SQUARE[options - 1] ?? Infinity)) {
        problems.add({
          file: 'course.yaml',
          message: `the right one of ${options} options stands at ${counts.join(', ')}: not even`,
        });
      }
    }
    if (goals) checkDesign(course, lessons, names, goals, problems);
    if (document !== null) checkCopying(document, course, lessons, problems);
  }
  return { ...compiled, problems: problems.all };
}

/**
 * The source document, to compare wording with; null where no folder is given.
 * @param folder holds `document.th.txt`
 * @throws Error when the folder was given and has none
 */
export function sourceDocument(folder: string | undefined): string | null {
  if (folder === undefined || folder === '') return null;
  const file = `${folder}/document.th.txt`;
  if (!existsSync(file)) throw new Error(`no document.th.txt in ${folder}`);
  return readFileSync(file, 'utf8');
}
