import type { Course } from '../../domain/course.ts';
import type { LessonSource } from '../compile-course.ts';
import type { Language } from '../languages.ts';
import type { Problems } from '../problems.ts';
import { looseTextsOf } from '../texts-of.ts';

/** Machine-translated abbreviations that mean something else in Thai. They may stand only where they are explained. */
const FALSE_NAMES = ['คสช.', 'กสทช.', 'กศน.', 'สพฐ.', 'ครม.', 'ป.ป.ช.', 'กปปส.', 'อ.ก.ส.ท.', 'ก.พ.'];
/** The lesson that teaches how the source misleads. */
const EXPLAINING_LESSON = 'reading-critically';
const MIN_WORDS = 80;
const MAX_WORDS = 280;

/** Names and lengths: no false abbreviation, sections of a readable size, each language in its own script. */
export function checkWording(
  course: Course | null,
  lessons: readonly LessonSource[],
  languages: readonly Language[],
  problems: Problems,
): void {
  for (const { file, what, texts } of course ? looseTextsOf(course) : [])
    reportFalseNames(what, texts.join(' | '), file, 1, problems);
  for (const lesson of lessons) {
    for (const { file, sections } of [lesson.th, lesson.en]) {
      for (const { line, text } of sections) reportFalseNames(lesson.id, text, file, line, problems);
    }
    const { file, value, lineOf } = lesson.questions;
    value.forEach((question, index) =>
      reportFalseNames(lesson.id, JSON.stringify(question), file, lineOf([index]), problems),
    );
    for (const { line, text } of languages.includes('en') ? lesson.en.sections : []) {
      const words = text.split(/\s+/).length;
      if (words < MIN_WORDS || words > MAX_WORDS) {
        problems.add({
          file: lesson.en.file,
          line,
          message: `the section has ${words} words; ${MIN_WORDS} to ${MAX_WORDS} are read well`,
        });
      }
      if (lesson.id !== EXPLAINING_LESSON && /[\u0E01-\u0E5B]/.test(text))
        problems.add({ file: lesson.en.file, line, message: 'Thai letters in the English text' });
    }
  }
}

function reportFalseNames(lessonId: string, text: string, file: string, line: number, problems: Problems): void {
  if (lessonId === EXPLAINING_LESSON) return;
  for (const name of FALSE_NAMES) {
    // ก.พ. is also the month February (ก.พ. 2545), and the tail of no other word.
    if (new RegExp(`(?<![\\u0E00-\\u0E7F.])${name.replaceAll('.', '\\.')}(?!\\s*\\d)`).test(text)) {
      problems.add({ file, line, message: `"${name}" is a false abbreviation of the source: use the real name` });
    }
  }
}
