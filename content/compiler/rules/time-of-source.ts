import type { Course } from '../../../core/domain/course.ts';
import type { Question } from '../../../core/domain/question.ts';
import type { LessonSource } from '../compile-course.ts';
import type { Problems } from '../problems.ts';
import { looseTextsOf } from '../texts-of.ts';
import type { Fault } from './fault.ts';
import { textFields } from './shown-fields.ts';

/** The one form for what was so when the source was written. */
const FORM = { th: 'ตามเนื้อหา ราว พ.ศ. 2562', en: 'as the source stood, about 2019' } as const;
const OTHER_FORM = {
  th: /(?:ราว|ประมาณ)\s*(?:ปี\s*)?(?:พ\.ศ\.\s*2562|ค\.ศ\.\s*2019)|ข้อมูล(?:ถึง|ณ)\s*(?:พ\.ศ\.\s*)?2562/,
  en: /\b(?:about|around|circa|as of)\s+(?:the text\b|2019\b)/i,
} as const;
const NOW = { th: /ในปัจจุบัน|ปัจจุบันนี้|ขณะนี้|ทุกวันนี้/, en: /\b(?:now|today|currently|nowadays|at present)\b/i } as const;

/** Other ways to date what may have changed: there is one form, and "now" is never right. */
function otherTimeForms(texts: Readonly<Record<'th' | 'en', string>>): string[] {
  return (['th', 'en'] as const).flatMap((language) => {
    const rest = texts[language].replace(new RegExp(FORM[language], 'gi'), '');
    const found = OTHER_FORM[language].exec(rest)?.[0];
    return found === undefined ? [] : [`"${found}": what was so about 2019 has one form, "${FORM[language]}"`];
  });
}

export function timeFaults(question: Question): Fault[] {
  const now = (['th', 'en'] as const).flatMap((language): Fault[] => {
    // A quoted sentence may say so: whether it may is what is asked.
    const found = NOW[language].exec(question.prompt[language].replace(/[“"][^”"]*[”"]/g, ''))?.[0];
    return found === undefined
      ? []
      : [{ path: ['prompt', language], message: `"${found}": the source ends about 2019` }];
  });
  return [
    ...now,
    ...textFields(question).flatMap(({ path, text }) => otherTimeForms(text).map((message) => ({ path, message }))),
  ];
}

/** The same in the lessons and in the other texts of a course. Each language by itself: sections stand in two files. */
export function checkTimeForms(course: Course, lessons: readonly LessonSource[], problems: Problems): void {
  const check = (text: string, file: string, what: string, line?: number) => {
    for (const message of otherTimeForms({ th: text, en: text }))
      problems.add({ file, ...(line !== undefined && { line }), message: `${what}: ${message}` });
  };
  for (const { th, en } of lessons) {
    for (const { file, sections } of [th, en]) sections.forEach(({ id, line, text }) => check(text, file, id, line));
  }
  for (const { file, what, texts } of looseTextsOf(course)) check(texts.join(' | '), file, what);
}
