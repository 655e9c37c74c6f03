import type { Course } from '../domain/course.ts';
import { keepDates, keepWhole, THAI_MONTHS } from '../domain/unbroken.ts';

/** Texts that stay as they are: Markdown, what answers are compared with, and how the source writes a term. */
const UNREAD = new Set(['accept', 'as']);

/**
 * A course whose lines break only where they may, for the app: not inside a listed word or a date. What is compared with other
 * texts, or read by other programs, is the course without this.
 * @param words Thai words that browsers would cut (words.yaml)
 */
export function withLineBreaks(course: Course, words: readonly string[]): Course {
  const whole = keepWhole([...words, ...THAI_MONTHS]);
  const kept = (text: string) => whole(keepDates(text));

  function walked(value: unknown, key: string): unknown {
    if (typeof value === 'string') return key === 'th' || key === 'en' || key === 'text' ? kept(value) : value;
    if (Array.isArray(value)) return value.map((item) => walked(item, ''));
    if (typeof value !== 'object' || value === null) return value;
    const isSection = 'blocks' in value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        UNREAD.has(name) || (isSection && name === 'text') ? inner : walked(inner, name),
      ]),
    );
  }
  return walked(course, '') as Course;
}
