/** Vowels, tones and signs that stand above or below a Thai letter; never stripped when two answers are compared. */
const MARKS = '\u0E31\u0E34-\u0E3A\u0E47-\u0E4E';
const TONES = '\u0E48-\u0E4B';

const MARK_RUN = new RegExp(`[${MARKS}]+`, 'g');
/** A tone typed after SARA A or SARA AA (or the AA of SARA AM) belongs to the letter before it. */
const LATE_TONE = new RegExp(`([\u0E01-\u0E2E][${MARKS}]*)([\u0E30\u0E32])([${TONES}]+)`, 'g');
/** Without any of these, marks stand as they are spelt: a vowel, a tone, a sign. */
const VOWELS = '\u0E31\u0E34-\u0E3A\u0E47';
const ODD = new RegExp(
  `\u0E40\u0E40|\u0E4D|\u0E33\u0E33|[\u0E30\u0E32\u0E33][${TONES}]|[${VOWELS}]{2}|[${TONES}][${VOWELS}${TONES}]|[\u0E4C\u0E4E][${MARKS}]|\u0E34[${TONES}]*\u0E33`,
);
const SARA_UE_IN_TWO = new RegExp(`\u0E34([${TONES}]*)\u0E4D`, 'g');

/**
 * One spelling for Thai that looks the same but is stored differently. NFC leaves all of these alone:
 * SARA AM in two characters with the tone anywhere, tone before vowel, a mark typed twice,
 * two SARA E for SARA AE, SARA I with NIKHAHIT for SARA UE. Idempotent; adds or strips no mark that can be seen.
 */
export function spellThai(text: string): string {
  if (!ODD.test(text)) return text;
  return text
    .replace(/\u0E40\u0E40/g, '\u0E41')
    .replace(/\u0E33+/g, '\u0E4D\u0E32')
    .replace(MARK_RUN, orderMarks) // tones to the front of each run, where the next line finds them
    .replace(LATE_TONE, '$1$3$2')
    .replace(MARK_RUN, orderMarks)
    .replace(SARA_UE_IN_TWO, '\u0E36$1')
    .replace(/(?:\u0E4D\u0E32)+/g, '\u0E33');
}

/** The letters alone: equal skeletons of unequal words mean that only marks differ. For that question only. */
export function withoutThaiMarks(text: string): string {
  return text.replace(MARK_RUN, '');
}

function orderMarks(run: string): string {
  const marks = [...run].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return marks.filter((mark, i) => mark !== marks[i - 1]).join('');
}

/** Vowel, then tone, then the signs; NIKHAHIT last, so that it meets the SARA AA it makes SARA AM with. */
function rank(mark: string): number {
  if (mark === '\u0E4D') return 3;
  if (mark >= '\u0E48' && mark <= '\u0E4B') return 1;
  return mark >= '\u0E4C' ? 2 : 0;
}
