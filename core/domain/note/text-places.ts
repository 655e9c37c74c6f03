import type { Question } from '../question.ts';

/** Parts of a question in which its texts stand, as they are called where one is shown alone. */
export const TEXT_PARTS = [
  'prompt',
  'back',
  'options',
  'why',
  'accept',
  'unit',
  'items',
  'left',
  'right',
  'mark',
  'marks',
  'regions',
  'labels',
  'hint',
  'explanation',
] as const;
export type TextPart = (typeof TEXT_PARTS)[number];
type Language = 'th' | 'en';

/** One text of a question in one language, and where it stands. */
export interface TextPlace {
  readonly part: TextPart;
  /** Which option, item or gap it belongs to, from 1 on; null where there is one. */
  readonly nth: number | null;
  readonly language: Language;
  readonly path: readonly (string | number)[];
  readonly text: string;
}

const isPart = (key: unknown): key is TextPart => (TEXT_PARTS as readonly unknown[]).includes(key);

/** Every text that a learner wrote in a question, empty ones left out. @param languages in which it is written */
export function* textPlaces(question: Question, languages: readonly Language[]): Generator<TextPlace> {
  for (const part of Object.keys(question)) yield* placesIn(question, [part], languages);
}

function* placesIn(
  question: Question,
  path: (string | number)[],
  languages: readonly Language[],
): Generator<TextPlace> {
  const value = valueAt(question, path);
  if (typeof value === 'string') {
    const found = value === '' ? null : placeAt(path, value);
    if (found && languages.includes(found.language)) yield found;
  } else if (Array.isArray(value)) {
    for (const at of value.keys()) yield* placesIn(question, [...path, at], languages);
  } else if (typeof value === 'object' && value !== null)
    for (const key of Object.keys(value)) yield* placesIn(question, [...path, key], languages);
}

/** Null where the text is none of a language: a name, a date. */
function placeAt(path: readonly (string | number)[], text: string): TextPlace | null {
  const at = path.findIndex((key) => key === 'th' || key === 'en');
  const part = path.slice(0, at).findLast(isPart);
  if (at < 0 || part === undefined) return null;
  const nth = path.find((key): key is number => typeof key === 'number');
  return { part, nth: nth === undefined ? null : nth + 1, language: path[at] as Language, path, text };
}

type Path = TextPlace['path'];

/**
 * The question with other texts in some places. Of one that is written in one language the other one says the same.
 * @param changes places of this question, each with what stands there then
 */
export function withTexts(
  question: Question,
  languages: readonly Language[],
  changes: readonly { readonly path: Path; readonly text: string }[],
): Question {
  const all = changes.flatMap(({ path, text }) =>
    languages.length === 1
      ? LANGUAGES.map((language) => ({ path: inLanguage(path, language), text }))
      : [{ path, text }],
  );
  return all.reduce<unknown>((changed, { path, text }) => withValue(changed, path, text), question) as Question;
}

const LANGUAGES = ['th', 'en'] as const;
const inLanguage = (path: Path, language: Language): Path =>
  path.map((key) => (key === 'th' || key === 'en' ? language : key));

/** The same but for what stands at the end of the path; a place that is not there is left alone. */
function withValue(value: unknown, [key, ...rest]: Path, text: string): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value)) return value.map((each: unknown, at) => (at === key ? withValue(each, rest, text) : each));
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return value;
  return { ...value, [key]: withValue((value as Record<string | number, unknown>)[key], rest, text) };
}

const valueAt = (question: Question, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], question);
