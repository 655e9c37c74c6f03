import { asPattern } from './as-pattern.ts';
import type { Term } from '../../domain/course.ts';
import type { Question } from '../../domain/question.ts';
import type { Name } from '../schema-names.ts';
import type { Fault } from './fault.ts';
import { figuresIn } from './figures-in.ts';
import type { NamesVoice } from './voices.ts';

/** A made-up state or sentence of a case. */
const CASE = {
  th: /สมมุติ|สมมติ|(?:รัฐ|สมาชิก)\s?[ก-ฮ](?![\u0E01-\u0E4E])/,
  en: /\bmade-up\b|\b(?:State|Member|Country)s? [A-Z]\b/,
} as const;

/** Words by which a prompt can say what it is about. */
export interface Subjects {
  readonly th: RegExp;
  readonly en: RegExp;
}

/** The names and terms of a course, with their abbreviations. */
export function subjectsOf(names: Iterable<Name>, glossary: readonly Term[]): Subjects {
  const known = [...names].map((name) => ({
    th: name.th,
    en: [...name.en, ...('abbr' in name ? (name.abbr ?? []) : [])],
  }));
  const terms = glossary.map(({ term, abbr }) => ({
    th: [term.th],
    en: [term.en, ...(abbr === undefined ? [] : [abbr])],
  }));
  const all = [...known, ...terms];
  const short = all.flatMap(({ en }) => en).filter((form) => /^[A-Z][A-Za-z ]{1,8}$/.test(form));
  const either = (forms: readonly string[]) =>
    forms
      .filter((form) => form.length > 1)
      .map(asPattern)
      .join('|');
  return {
    th: new RegExp(either([...all.flatMap(({ th }) => th), ...short])),
    en: new RegExp(`(?<!\\p{L})(?:${either(all.flatMap(({ en }) => en))})`, 'iu'),
  };
}

/** A prompt that names neither a subject nor a year and shows no passage or picture is not understood alone. */
export function missingSubject(question: Question, subjects: Subjects, namesVoice: NamesVoice): Fault[] {
  if (question.passage !== undefined || question.kind === 'label') return [];
  return (['th', 'en'] as const).flatMap((language): Fault[] => {
    const text = question.prompt[language];
    const named =
      subjects[language].test(text) ||
      namesVoice[language].test(text) ||
      CASE[language].test(text) ||
      figuresIn(text).years.size > 0;
    return named ? [] : [{ path: ['prompt', language], message: 'the prompt names no subject: whose, where, when?' }];
  });
}
