/** Signs and vowels of Thai that count only between words whose letters are the same; and the length sign, a short ๆ of tones. */
const SECONDARY = /[\u0E47-\u0E4E\u0E3A\u0300-\u036F]/;
/** Their order is not that of Unicode's table. */
const RANK: Readonly<Record<string, string>> = { '\u0E4E': '\u0E41', '\u0E4C': '\u0E42' };
const IGNORED = /[\p{P}\p{Z}\p{Cc}\p{Cf}\u0E2F\u0E46]/u;
const SYMBOL = /[\p{S}]/u;
const SYMBOLS = '`´¨^¯°©®+±÷×<=>|¦~';
/** Two letters written as one. */
const LIGATURES: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE' };
const LEADING = /([\u0E40-\u0E44])([\u0E01-\u0E2E])/g;
const THAI_FIRST = 0x0e01;
const THAI_LAST = 0x0e5b;
const SHIFT = 0x1000;
/** So much of a text is looked at. */
const MOST = 100;

/**
 * A text that stands, compared by `<`, where dictionaries put this one: digits, then Thai, then Latin and the other scripts. A vowel
 * written before its consonant counts behind it; tones, accents and case count only where letters are the same; punctuation and
 * spaces do not count. It agrees with Intl.Collator('th'), which takes a second for what keys do in hundredths.
 */
export function sortKey(text: string): string {
  const plain = text
    .slice(0, MOST)
    .normalize('NFD')
    .replace(/\u0E40\u0E40/g, '\u0E41')
    .replace(/\u0E4D\u0E32/g, '\u0E33')
    .replace(/[ßæÆœŒ]/g, (letter) => LIGATURES[letter] ?? letter);
  const letters: number[] = [];
  const marks: number[] = [];
  const cases: number[] = [];
  const ordered = plain.replace(LEADING, '$2$1');
  for (let i = 0; i < ordered.length; i++) {
    const { weight, mark, isUpper } = placeOf(ordered.charCodeAt(i));
    if (mark !== 0) marks[marks.length] = mark;
    for (const unit of weight) letters[letters.length] = unit;
    if (weight.length === 0) continue;
    marks[marks.length] = SPACE;
    cases[cases.length] = isUpper ? SPACE + 1 : SPACE;
  }
  return `${textOf(letters)}\u0000${textOf(trimmed(marks))}\u0000${textOf(trimmed(cases))}`;
}

const SPACE = 0x20;
const textOf = (units: readonly number[]): string => String.fromCharCode(...units);

/** What says nothing at the end is left out. */
function trimmed(units: readonly number[]): readonly number[] {
  let end = units.length;
  while (end > 0 && units[end - 1] === SPACE) end--;
  return end === units.length ? units : units.slice(0, end);
}

/** What a sign adds to a key: a letter, a mark, or nothing. */
interface Place {
  readonly weight: readonly number[];
  readonly mark: number;
  readonly isUpper: boolean;
}
/** By code unit: there are few signs, and a hundred thousand texts. */
const places: Place[] = [];

function placeOf(code: number): Place {
  return (places[code] ??= newPlace(String.fromCharCode(code)));
}

function newPlace(sign: string): Place {
  const lower = sign.toLowerCase();
  if (SECONDARY.test(sign)) return { weight: [], mark: (RANK[sign] ?? sign).charCodeAt(0), isUpper: false };
  const weight = IGNORED.test(sign) ? '' : weightOf(lower);
  return { weight: Array.from(weight, (unit) => unit.charCodeAt(0)), mark: 0, isUpper: lower !== sign };
}

function weightOf(letter: string): string {
  const code = letter.charCodeAt(0);
  if (/\p{Nd}/u.test(letter)) return digitOf(letter);
  if (SYMBOL.test(letter)) return symbolOf(letter);
  if (code >= THAI_FIRST && code <= THAI_LAST) return letter;
  return String.fromCharCode((code + SHIFT) & 0xffff);
}

/** Before digits: signs in the order of the Unicode table, then others, then those of money. */
function symbolOf(sign: string): string {
  const at = SYMBOLS.indexOf(sign);
  return at >= 0 ? `\u0001${String.fromCharCode(at)}` : `${/\p{Sc}/u.test(sign) ? '\u0003' : '\u0002'}${sign}`;
}

/** Digits of every script stand in runs of ten, each from its zero on. */
function digitOf(digit: string): string {
  const code = digit.charCodeAt(0);
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCharCode(zero - 1)) && code - zero < 9) zero--;
  return String(code - zero);
}
