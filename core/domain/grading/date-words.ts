import type { Era } from '../text/years.ts';
import { MONTH_NUMBERS } from './month-names.ts';
import { tidy } from './normalise.ts';

export type DateWord =
  | { readonly kind: 'number'; readonly value: number; readonly digits: number }
  | { readonly kind: 'month'; readonly value: number }
  | { readonly kind: 'era'; readonly era: Era };

/** Written like tidied text: lower-case, no dots after letters, no spaces beside Thai. */
const ERAS: ReadonlyMap<string, Era> = new Map([
  ['พศ', 'BE'],
  ['พุทธศักราช', 'BE'],
  ['be', 'BE'],
  ['คศ', 'CE'],
  ['คริสต์ศักราช', 'CE'],
  ['คริสตศักราช', 'CE'],
  ['ce', 'CE'],
  ['ad', 'CE'],
]);

/** Words that may stand in a date and say nothing that is checked; a weekday is not compared with the date. */
const NOISE = new Set([
  'วันที่',
  'วัน',
  'ที่',
  'เดือน',
  'ปี',
  'ใน',
  'เมื่อ',
  'จันทร์',
  'อังคาร',
  'พุธ',
  'พฤหัสบดี',
  'พฤหัส',
  'ศุกร์',
  'เสาร์',
  'อาทิตย์',
  'in',
  'on',
  'of',
  'the',
  'year',
  'day',
  'month',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'mon',
  'tue',
  'tues',
  'wed',
  'thu',
  'thur',
  'thurs',
  'fri',
  'sat',
  'sun',
]);

/** Thai is written without spaces, so the longest word that fits is taken: วันที่ before วัน. */
const THAI_WORDS = [...ERAS.keys(), ...MONTH_NUMBERS.keys(), ...NOISE]
  .filter((word) => /^[\u0E00-\u0E7F]/.test(word))
  .sort((a, b) => b.length - a.length);

/** Longest usual date: a weekday, both eras, every word spelt out. */
const MAX_LENGTH = 120;
const GAP = /[\s,()/.-]+/y;
const NUMBER = /(\d+)(?:(?:st|nd|rd|th)(?![a-z]))?/y;
const LATIN_WORD = /[a-z]+/y;

/** The numbers, month names and eras of a written date, in order; undefined when anything else stands in it. */
export function readDateWords(text: string): DateWord[] | undefined {
  const line = tidy(text)
    .toLowerCase()
    .replace(/buddhist era|\bb e\b/g, 'be')
    .replace(/common era|\bc e\b|\ba d\b/g, 'ce');
  if (line.length > MAX_LENGTH) return undefined;
  const words: DateWord[] = [];
  let index = 0;
  while (index < line.length) {
    const gap = matchAt(GAP, line, index);
    const number = matchAt(NUMBER, line, index);
    const name = gap || number ? undefined : (matchAt(LATIN_WORD, line, index)?.[0] ?? thaiWordAt(line, index));
    const found = gap?.[0] ?? number?.[0] ?? name;
    if (found === undefined) return undefined;
    if (number?.[1] !== undefined) words.push({ kind: 'number', value: Number(number[1]), digits: number[1].length });
    if (name !== undefined && !NOISE.has(name)) {
      const word = nameWord(name);
      if (word === undefined) return undefined;
      words.push(word);
    }
    index += found.length;
  }
  return words;
}

function nameWord(name: string): DateWord | undefined {
  const month = MONTH_NUMBERS.get(name);
  if (month !== undefined) return { kind: 'month', value: month };
  const era = ERAS.get(name);
  return era === undefined ? undefined : { kind: 'era', era };
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text) ?? undefined;
}

function thaiWordAt(text: string, index: number): string | undefined {
  return THAI_WORDS.find((word) => text.startsWith(word, index));
}
