import { editDistance } from './edit-distance.ts';
import { ENGLISH, ENGLISH_SCALES, type NumberWord, THAI_SCALES } from './number-words.ts';

const wordsIn = (text: string): string[] => text.split(/[^a-z]+/).filter((word) => word !== '');

/** Slips between two words; so far apart that it does not matter where their lengths are. */
const slips = (a: string, b: string): number =>
  Math.abs(a.length - b.length) > 2 ? Infinity : editDistance([...a], [...b]);

/** Hundreds and thousands have no neighbours among other words; minions are no millions. */
const slipsIn = (scale: string): number => (/^(?:hundred|thousand)/.test(scale) ? 2 : 1);
const isNearlyScale = (word: string): boolean => ENGLISH_SCALES.some(([scale]) => slips(word, scale) <= slipsIn(scale));

/** What is counted and has no plural with an s, and so may be one slip away from ten or four. */
const COUNTED = new Set(['men', 'ton', 'hour']);
/** @param last behind tens only units go on with a number, behind a scale any value does */
const isNearlyValue = (word: string, last: NumberWord): boolean =>
  !COUNTED.has(word) &&
  [...ENGLISH].some(([name, { kind, value }]) => {
    const mayFollow = kind === 'value' && name.length > 2 && (last.kind === 'scale' || value < 10);
    return mayFollow && slips(word, name) <= 1;
  });

/** Tone marks and the sign over a short vowel, which a slip leaves out or puts in. */
const MARKS = /[\u0E47-\u0E4E]/g;
const bare = (text: string): string => text.replace(MARKS, '');

const FRACTION = /^(?:and )?(?:an? |one |three )?(?:half|halves|quarters?|thirds|fifths)(?![a-z])|^(?:กับ)?(?:ครึ่ง|เศษ)/;

/**
 * Does what stands behind a number go on with it, misspelled ("six hundert", "forty-tow", "5 ลาน") or as a fraction? Then the
 * number was not read to its end.
 * @param rest tidied and lower-case @param words the number so far @param units what may be counted
 */
export function goesOn(rest: string, words: readonly NumberWord[], units: readonly string[]): boolean {
  const text = rest.trim().replace(/^-/, '');
  if (FRACTION.test(text)) return true;
  const counted = new Set(units.flatMap(wordsIn));
  const others = wordsIn(text).filter((word) => !counted.has(word));
  if (others.some((word) => ENGLISH.has(word) || isNearlyScale(word))) return true;
  const last = words.at(-1);
  const next = /^[a-z]/.test(text) ? wordsIn(text)[0] : undefined;
  const isAsked = next !== undefined && !counted.has(next) && (last?.kind === 'scale' || last?.isTens === true);
  if (isAsked && isNearlyValue(next, last)) return true;
  const isUnit = units.some((unit) => unit !== '' && text.startsWith(unit));
  return !isUnit && THAI_SCALES.some((scale) => !text.startsWith(scale) && bare(text).startsWith(bare(scale)));
}
