import { existsSync, readFileSync } from 'node:fs';
import type { Compiled } from './compile-course.ts';
import { compileFolder } from './compile-folder.ts';
import { placesOfRight, uncovered } from './coverage.ts';
import { byPlace, Problems } from './problems.ts';
import { askedQuestions } from './rules/asked.ts';
import { checkBalance } from './rules/balance.ts';
import { checkCopying } from './rules/copying.ts';
import { checkDesign } from './rules/design.ts';
import { checkFigures } from './rules/figures.ts';
import { checkItems } from './rules/items.ts';
import { checkWording } from './rules/wording.ts';

/** Chi-square at p = 0.01, by degrees of freedom: beyond it the place of the right option is not chance. */
const CHI_SQUARE: Record<number, number> = { 2: 9.21, 3: 11.34 };

/**
 * Compiles a course and applies every rule to it: what is no mistake but could be better is advice.
 * @param document the source document, to compare wording with; null where it is not at hand
 */
export function checkCourse(folder: string, document: string | null): Compiled {
  const compiled = compileFolder(folder);
  const problems = new Problems(true);
  const { course, lessons, names, goals, languages } = compiled;
  checkItems(lessons, languages, problems);
  checkWording(course, lessons, languages, problems);
  if (course) {
    if (course.paragraphs.length > 0) checkFigures(course, lessons, problems);
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
  return { ...compiled, problems: [...compiled.problems, ...problems.all].sort(byPlace) };
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
