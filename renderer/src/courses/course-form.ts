export type Language = 'th' | 'en';
export const LANGUAGES: readonly Language[] = ['th', 'en'];
type Text = { th: string; en: string };

/** What a course of the learner's own is called, what it is about, and in which languages it is written. */
export interface CourseForm {
  readonly title: Text;
  readonly about: Text;
  readonly languages: Language[];
}

const isText = (value: Partial<Text> | undefined): value is Text =>
  LANGUAGES.every((language) => typeof value?.[language] === 'string');

/** One that was kept; null where it is none. */
export function courseFormOf(value: unknown): CourseForm | null {
  const { title, about, languages } = (value ?? {}) as Partial<CourseForm>;
  if (!isText(title) || !isText(about) || !Array.isArray(languages)) return null;
  return { title, about, languages: LANGUAGES.filter((language) => languages.includes(language)) };
}
