import type { Accepted, Bilingual } from '../domain/question.ts';
import { LANGUAGES, type Language } from './languages.ts';

/** A text as the files of a course hold it: in the languages of the course. */
export type Both = (text: Bilingual) => Partial<Bilingual>;

const other = (language: Language): Language => (language === 'th' ? 'en' : 'th');

export const isBlank = ({ th, en }: Bilingual): boolean => th.trim() === '' && en.trim() === '';

/** Where a text is missing in one of them, that of the other stands for it. */
export const bothIn =
  (languages: readonly Language[]): Both =>
  (text) =>
    Object.fromEntries(languages.map((language) => [language, text[language].trim() || text[other(language)].trim()]));

/** The same of lists of accepted answers. */
export const acceptedIn = (forms: Accepted, both: Both) =>
  Object.fromEntries(
    LANGUAGES.filter((language) => language in both({ th: '', en: '' })).map((language) => [
      language,
      forms[language].length > 0 ? forms[language] : forms[other(language)],
    ]),
  );
