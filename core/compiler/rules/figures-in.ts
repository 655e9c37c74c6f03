import { BE_OFFSET } from '../../domain/text/years.ts';
import { MONTHS } from '../../domain/grading/month-names.ts';

const ENGLISH_MONTHS = MONTHS.map(({ en }) => en);
const THAI_MONTHS = MONTHS.map(({ th }) => th);
const DATE = new RegExp(
  `(?:(?<!\\d)(\\d{1,2})(?:\\s*[–-]\\s*\\d{1,2})?\\s+)?(?:เดือน)?(${[...ENGLISH_MONTHS, ...THAI_MONTHS].join('|')})(?:\\s*(?:พ\\.ศ\\.|ค\\.ศ\\.)?\\s*(\\d{4})(?!\\d))?`,
  'g',
);
const YEAR = /(?<![\d,.-])(19\d\d|20[0-2]\d|24\d\d|25[0-7]\d)(?![\d,]*\d)/g;
const ROMAN = 'II III IV V VI VII VIII IX X XI XII'.split(' ');
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const ENGLISH_SMALL = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const THAI_SMALL = 'ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ สิบเอ็ด สิบสอง'.split(' ');

/** The dates and figures of a text. Dates are ISO, years Common Era, whatever the era they are written in. */
export interface Figures {
  readonly days: ReadonlySet<string>;
  readonly months: ReadonlySet<string>;
  readonly years: ReadonlySet<string>;
  /** All other figures in digits. */
  readonly numbers: ReadonlySet<number>;
  /** Figures up to twelve (and twenty) that stand in words, as ordinals or in Roman numerals. */
  readonly words: ReadonlySet<number>;
}

export function figuresIn(text: string): Figures {
  const plain = text.replace(/\bp\d{3}\b|\{\{\d\}\}/g, ' ').replace(/[\u00a0\u202f]/g, ' ');
  const found = { days: new Set<string>(), months: new Set<string>(), years: new Set<string>() };
  let rest = plain.replace(DATE, (_all, day: string | undefined, name: string, year: string | undefined) => {
    const month = String((ENGLISH_MONTHS.includes(name) ? ENGLISH_MONTHS : THAI_MONTHS).indexOf(name) + 1).padStart(
      2,
      '0',
    );
    if (year === undefined) return ' ';
    const common = commonEra(year);
    found.years.add(common);
    found.months.add(`${common}-${month}`);
    if (day !== undefined) found.days.add(`${common}-${month}-${day.padStart(2, '0')}`);
    return ' ';
  });
  rest = rest.replace(YEAR, (year) => (found.years.add(commonEra(year)), ' '));
  const digits = rest.replace(/(\d),(?=\d{3}(?!\d))/g, '$1').match(/\d+(?:\.\d+)?/g) ?? [];
  const small = (words: readonly string[], isWord: (word: string) => boolean) =>
    words.flatMap((word, value) => (isWord(word) ? [value] : []));
  return {
    ...found,
    numbers: new Set(digits.map(Number)),
    words: new Set([
      ...small(ENGLISH_SMALL, (word) => new RegExp(`\\b${word}\\b`, 'i').test(text)),
      ...small(ORDINALS, (word) => new RegExp(`\\b${word}\\b`, 'i').test(text)).map((value) => value + 1),
      ...small(ROMAN, (word) => new RegExp(`\\b${word}\\b`).test(text)).map((value) => value + 2),
      ...(/\btwentieth\b|\btwenty\b|ยี่สิบ/i.test(text) ? [20] : []),
      ...small(THAI_SMALL, (word) => text.includes(word)),
    ]),
  };
}

const commonEra = (year: string): string => String(Number(year) >= 2400 ? Number(year) - BE_OFFSET : Number(year));
