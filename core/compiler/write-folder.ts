import type { Question } from '../domain/question.ts';
import { compileCourse } from './compile-course.ts';
import type { CourseFiles } from './course-files.ts';
import type { Language } from './languages.ts';
import { mediaFile } from './media-files.ts';
import { problemText, type Problem } from './problems.ts';
import { courseTexts, type WrittenCourse } from './write-course.ts';

/** A folder that is sure to be compiled again. */
interface WrittenFolder {
  readonly texts: readonly (readonly [string, string])[];
  /** Questions that its format does not take as they are. */
  readonly refused: ReadonlySet<Question>;
}

/** How a course is written down. */
interface Manner {
  readonly languages: readonly Language[];
  /** Names of the files that its lessons show. */
  readonly media: readonly string[];
  idOf(question: Question): string;
}

/**
 * Writes a course as the files of its folder and reads them back: what the format does not take is left out and named.
 * @throws RangeError where the course itself can not be written
 */
export function writeFolder(course: WrittenCourse, { languages, media, idOf }: Manner): WrittenFolder {
  const refused = new Set<Question>();
  for (;;) {
    const lessons = course.lessons.map((lesson) => ({
      ...lesson,
      questions: lesson.questions.filter((question) => !refused.has(question)),
    }));
    const texts = courseTexts({ ...course, lessons }, languages, idOf);
    const { problems } = compileCourse(filesOf(texts, media), null);
    if (problems.length === 0) return { texts, refused };
    const known = refused.size;
    for (const problem of problems) {
      const lesson = lessons.find(({ id }) => problem.file === questionsOf(id));
      const question = lesson?.questions[placeOf(problem, new Map(texts).get(problem.file) ?? '')];
      if (question) refused.add(question);
    }
    if (refused.size === known) throw new RangeError(`the course can not be written: ${problemText(problems[0]!)}`);
  }
}

const questionsOf = (lessonId: string): string => `lessons/${lessonId}/questions.yaml`;

/** Which of the questions of a file a problem is about: each begins a line of its own, and what it holds is indented. */
const placeOf = ({ line = 1 }: Problem, text: string): number =>
  text
    .split('\n')
    .slice(0, line)
    .filter((each) => each.startsWith('- ')).length - 1;

function filesOf(texts: readonly (readonly [string, string])[], media: readonly string[]): CourseFiles {
  const files = new Map(texts.map(([path, text]) => [path, Buffer.from(text)]));
  return {
    paths: [...files.keys(), ...media.map(mediaFile)],
    faults: [],
    read: (path) => files.get(path) ?? null,
  };
}
