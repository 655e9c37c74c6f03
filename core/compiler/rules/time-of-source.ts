import type { Course } from '../../domain/course.ts';
import { BE_OFFSET } from '../../domain/text/years.ts';
import type { Bilingual, Question } from '../../domain/question.ts';
import type { LessonSource } from '../compile-course.ts';
import type { Problems } from '../problems.ts';
import { looseTextsOf } from '../texts-of.ts';
import { asPattern } from './as-pattern.ts';
import type { Fault } from './fault.ts';
import { textFields } from './shown-fields.ts';

/** The one form for what was so when the source was written, and what it may not be written as. */
export interface TimeForm {
  /** Common Era. */
  readonly year: string;
  readonly form: Bilingual;
  readonly others: { readonly th: RegExp; readonly en: RegExp };
}

/** @param form with the year in it: Buddhist Era in Thai, Common Era in English */
export function timeFormOf(form: Bilingual): TimeForm {
  const year = /\d{4}/.exec(form.en)?.[0] ?? '';
  const buddhist = String(Number(year) + BE_OFFSET);
  return {
    year,
    form,
    others: {
      th: new RegExp(
        `(?:ราว|ประมาณ)\\s*(?:ปี\\s*)?(?:พ\\.ศ\\.\\s*${buddhist}|ค\\.ศ\\.\\s*${year})|ข้อมูล(?:ถึง|ณ)\\s*(?:พ\\.ศ\\.\\s*)?${buddhist}`,
      ),
      en: new RegExp(`\\b(?:about|around|circa|as of)\\s+(?:the text\\b|${year}\\b)`, 'i'),
    },
  };
}

const NOW = { th: /ในปัจจุบัน|ปัจจุบันนี้|ขณะนี้|ทุกวันนี้/, en: /\b(?:now|today|currently|nowadays|at present)\b/i } as const;

/** Other ways to date what may have changed: there is one form, and "now" is never right. */
function otherTimeForms(texts: Bilingual, { year, form, others }: TimeForm): string[] {
  return (['th', 'en'] as const).flatMap((language) => {
    const rest = texts[language].replace(new RegExp(asPattern(form[language]), 'gi'), '');
    const found = others[language].exec(rest)?.[0];
    return found === undefined ? [] : [`"${found}": what was so about ${year} has one form, "${form[language]}"`];
  });
}

export function timeFaults(question: Question, time: TimeForm): Fault[] {
  const now = (['th', 'en'] as const).flatMap((language): Fault[] => {
    // A quoted sentence may say so: whether it may is what is asked.
    const found = NOW[language].exec(question.prompt[language].replace(/[“"][^”"]*[”"]/g, ''))?.[0];
    return found === undefined
      ? []
      : [{ path: ['prompt', language], message: `"${found}": the source ends about ${time.year}` }];
  });
  return [
    ...now,
    ...textFields(question).flatMap(({ path, text }) =>
      otherTimeForms(text, time).map((message) => ({ path, message })),
    ),
  ];
}

/** The same in the lessons and in the other texts of a course. Each language by itself: sections stand in two files. */
export function checkTimeForms(
  course: Course,
  lessons: readonly LessonSource[],
  time: TimeForm,
  problems: Problems,
): void {
  const check = (text: string, file: string, what: string, line?: number) => {
    for (const message of otherTimeForms({ th: text, en: text }, time))
      problems.add({ file, ...(line !== undefined && { line }), message: `${what}: ${message}` });
  };
  for (const { th, en } of lessons) {
    for (const { file, sections } of [th, en]) sections.forEach(({ id, line, text }) => check(text, file, id, line));
  }
  for (const { file, what, texts } of looseTextsOf(course)) check(texts.join(' | '), file, what);
}
