/** Format characters (ZWSP, ZWNJ, ZWJ, BOM, soft hyphen, bidi marks) and the others Unicode calls ignorable. */
export const INVISIBLE_CLASS = '\\p{Cf}\\p{Default_Ignorable_Code_Point}';
const INVISIBLE = new RegExp(`[${INVISIBLE_CLASS}]`, 'gu');
export const SPACES = /[\s\p{Z}\p{Cc}]+/gu;

/** Full-width forms of the printable ASCII characters, as East Asian keyboards write them. */
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
/** Zeros of scripts whose digits learners type: Thai, Lao, Khmer, Myanmar, Arabic, Persian, Devanagari, Bengali. */
const ZEROS = [0x0e50, 0x0ed0, 0x17e0, 0x1040, 0x0660, 0x06f0, 0x0966, 0x09e6];

/** A digit of another script as a plain one; others stay. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? digit : String(code - zero);
}

/**
 * One character for those that look or mean the same: nothing that can not be seen, one space for a run of any kind, plain digits,
 * letters of one width, one hyphen, one apostrophe. NFC.
 */
export const plainCharacters = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .normalize('NFC')
    .replace(FULL_WIDTH, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/\p{Nd}/gu, plainDigit)
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, '-')
    .replace(/[\u2018-\u201B\u2032\u02BC\u02B9`\u00B4\uFF07]/g, "'");
