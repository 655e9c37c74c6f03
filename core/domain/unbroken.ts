/** Word joiner: no line breaks where it stands, and nothing is seen of it. */
const JOINER = '\u2060';
/** A place where a line may break, and nothing is seen of it. */
const BREAK = '\u200B';
const NO_BREAK_SPACE = '\u00A0';

const letters = new Intl.Segmenter('th', { granularity: 'grapheme' });
const joined = (word: string): string => [...letters.segment(word)].map(({ segment }) => segment).join(JOINER);
const literally = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Thai letters that belong to the letter before them, and vowels that belong to the one behind. */
const AFTER = '\\u0E30-\\u0E3A\\u0E45\\u0E47-\\u0E4E';
const BEFORE = '\\u0E40-\\u0E44';
const THAI = /[ก-ฮ]|[เ-ไ]|\p{M}|[ะาำ]/u;

/**
 * Thai is written without spaces, and browsers guess where its words end; names they do not know they cut anywhere. The result
 * takes a text and joins the letters of the given words, so that no line breaks inside one; beside one a line may break.
 */
export function keepWhole(words: readonly string[]): (text: string) => string {
  if (words.length === 0) return (text) => text;
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length);
  const forms = new Map(longestFirst.map((word) => [word, joined(word)]));
  const pattern = new RegExp(`(?<![${BEFORE}])(?:${longestFirst.map(literally).join('|')})(?![${AFTER}])`, 'gu');
  return (text) =>
    text.replace(pattern, (word, index: number) => {
      const isLetter = (place: number) => THAI.test(text.charAt(place));
      return `${isLetter(index - 1) ? BREAK : ''}${forms.get(word) ?? word}${isLetter(index + word.length) ? BREAK : ''}`;
    });
}

const names = (language: string, style: 'long' | 'short'): string[] => {
  const format = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2000, month, 1)));
};
export const THAI_MONTHS: readonly string[] = names('th-TH', 'long');
const MONTH = [...THAI_MONTHS, ...names('th-TH', 'short'), ...names('en-GB', 'long'), ...names('en-GB', 'short')]
  .sort((a, b) => b.length - a.length)
  .map(literally)
  .join('|');
const ERA = 'พ\\.ศ\\.|ค\\.ศ\\.|B\\.E\\.|C\\.E\\.|BE|CE';
const before = (left: string, right: string) => new RegExp(`(?<=${left}) (?=${right})`, 'gu');
/** Where a space stands inside a date: day and month, month and year, era and year. */
const DATE_SPACES = [
  before('(?<!\\d)\\d{1,2}', `(?:${MONTH})(?![a-z])`),
  before(`(?<![A-Za-z])(?:${MONTH})`, `(?:${ERA})|\\d`),
  before(`(?<![A-Za-z])(?:${ERA})`, '\\d|\\{\\{'),
];
const YEARS = /(?<![\d./–-])(\d{4}) ?[-–] ?(\d{4}|\d{2})(?![\d–-]|\.\d)/g;
const DAYS = new RegExp(`(?<![\\d./–-])(\\d{1,2}) ?[-–] ?(\\d{1,2})(?= (?:${MONTH})(?![a-z]))`, 'gu');
/** Of numbers and paragraphs, where the dash is set already. */
const RANGES = /(?<=\d)–(?=p?\d)/g;

/** A text whose dates and ranges stay on one line, those of years or days with their dash as printers set it. */
export function keepDates(text: string): string {
  const ranged = text.replace(YEARS, `$1${JOINER}–${JOINER}$2`).replace(DAYS, `$1${JOINER}–${JOINER}$2`);
  const joinedRanges = ranged.replace(RANGES, `${JOINER}–${JOINER}`);
  return DATE_SPACES.reduce((rest, space) => rest.replace(space, NO_BREAK_SPACE), joinedRanges);
}

/** A text as it was typed: without what only guides the breaking of lines. */
export const plainText = (text: string): string => text.replace(/[\u2060\u200B]/g, '').replaceAll(NO_BREAK_SPACE, ' ');
