import type { Course } from '../../domain/course.ts';
import type { LessonSource } from '../compile-course.ts';
import type { Problems } from '../problems.ts';
import { looseTextsOf, textsOf } from '../texts-of.ts';

const THAI_RUN = 40;
const WORD_RUN = 8;
/** States and cities stand in lists that can only be written one way. */
const NAMES =
  /อาร์เมเนีย|อาเซอร์ไบจาน|เบลารุส|จอร์เจีย|คาซัคสถาน|คีร์กีซสถาน|มอลโดวา|รัสเซีย|ทาจิกิสถาน|เติร์กเมนิสถาน|ยูเครน|อุซเบกิสถาน|อัฟกานิสถาน|เซอร์เบีย|สหประชาชาติ|ค\.ศ\.|พ\.ศ\.|\d+/g;

/** No run of eight words or forty Thai characters is the same as in the document; names, terms and numbers aside. */
export function checkCopying(
  document: string,
  course: Course,
  lessons: readonly LessonSource[],
  problems: Problems,
): void {
  const terms = course.glossary.flatMap(({ term }) => [term.th, term.en]).sort((a, b) => b.length - a.length);
  // A bar stands for a name, so that no run goes across it.
  const strip = (text: string) => terms.reduce((rest, term) => rest.replaceAll(term, '|'), text).replace(NAMES, '|');
  const thai = windows(thaiOf(strip(document)), THAI_RUN);
  const words = windows(wordsOf(strip(document)), WORD_RUN);
  const check = (text: string, file: string, line: number, what: string) => {
    const bare = strip(text);
    const copied = firstCommon(thaiOf(bare), THAI_RUN, thai) ?? firstCommon(wordsOf(bare), WORD_RUN, words);
    if (copied !== null)
      problems.add({ file, line, message: `${what}: the same words as in the document: "${copied}"` });
  };
  for (const { th, en, questions } of lessons) {
    for (const { file, sections } of [th, en]) sections.forEach(({ id, line, text }) => check(text, file, line, id));
    questions.value.forEach((question, index) =>
      check(textsOf(question).join(' | '), questions.file, questions.lineOf([index]), question.id),
    );
  }
  for (const { file, what, texts } of looseTextsOf(course)) check(texts.join(' | '), file, 1, what);
}

const thaiOf = (text: string): string[] => [...text.replace(/[^\u0E00-\u0E7F|]+/g, '')];
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]+|\||[\u0E00-\u0E7F]+/g) ?? [];
const joined = (parts: readonly string[], from: number, length: number) => {
  const run = parts.slice(from, from + length);
  return run.length === length && !run.includes('|') ? run.join(' ') : null;
};

function windows(parts: readonly string[], length: number): Set<string> {
  const found = new Set<string>();
  for (let from = 0; from + length <= parts.length; from += 1) {
    const run = joined(parts, from, length);
    if (run !== null) found.add(run);
  }
  return found;
}

function firstCommon(parts: readonly string[], length: number, known: ReadonlySet<string>): string | null {
  for (let from = 0; from + length <= parts.length; from += 1) {
    const run = joined(parts, from, length);
    if (run !== null && known.has(run)) return length === THAI_RUN ? parts.slice(from, from + length).join('') : run;
  }
  return null;
}
