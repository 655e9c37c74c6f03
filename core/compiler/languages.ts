/** Those that a course can be written in. */
export const LANGUAGES = ['th', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The languages that the value of course.yaml names; both where it names none that there are. */
export function languagesIn(course: unknown): readonly Language[] {
  const named = isObject(course) && Array.isArray(course['languages']) ? (course['languages'] as unknown[]) : [];
  const known = LANGUAGES.filter((language) => named.includes(language));
  return known.length > 0 ? known : LANGUAGES;
}

/**
 * A value of a file with every text under both languages: what a course of one language says stands under the other too, so all that
 * reads a course finds a text in either.
 */
export function underBoth(value: unknown, languages: readonly Language[]): unknown {
  const [only] = languages;
  if (languages.length !== 1 || only === undefined) return value;
  const other = only === 'th' ? 'en' : 'th';
  const filled = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(filled);
    if (!isObject(part)) return part;
    const entries = Object.entries(part).map(([key, inner]) => [key, filled(inner)] as const);
    const isText = Object.hasOwn(part, only) && !Object.hasOwn(part, other);
    return Object.fromEntries(isText ? [...entries, [other, filled(part[only])]] : entries);
  };
  return filled(value);
}
