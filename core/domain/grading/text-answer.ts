import type { Accepted, Bilingual } from '../question.ts';
import { findDifference } from './difference.ts';
import { editDistance } from './edit-distance.ts';
import { type Finding, RIGHT, WRONG } from './finding.ts';
import { graphemes } from './graphemes.ts';
import { type Accents, normalise, tidy } from './normalise.ts';
import { withoutThaiMarks } from './thai-spelling.ts';
import { differByPlural, dropArticles, expandEntry, isName, splitBrackets, wordings } from './wording.ts';

/** Longer than any answer, in grapheme clusters; what is longer is not measured, only shown. */
const MAX_CLUSTERS = 400;

/**
 * Right: the same wording as an accepted text of either language. Close: a slip away from one (see `isNear`), never
 * counted as right. The difference is taken against the nearest accepted text in the script the learner typed.
 *
 * @param accents `ignore` where they are only a way to write a name; else a word with another accent is close at most
 */
export function judgeText(typed: string, accept: Accepted, accents: Accents = 'keep'): Finding {
  const entries = [...accept.th, ...accept.en].flatMap(expandEntry);
  const isSigns = !/[\p{L}\p{N}]/u.test(typed);
  if (isSigns ? areSameSigns(typed, entries) : isAccepted(typed, entries, accents)) return RIGHT;
  if (normalise(typed, accents) === '') return WRONG;
  const nearest = findNearest(typed, entries, accents);
  if (nearest === undefined) return WRONG;
  const difference = findDifference(typed, nearest.text, accents);
  if (!nearest.near || isSigns) return { verdict: 'wrong', difference };
  return nearest.marksOnly ? { verdict: 'close', difference, note: 'marks-differ' } : { verdict: 'close', difference };
}

/** An answer of nothing but signs (… ∑ ?) is compared as it stands: unifying signs would make them all alike. */
function areSameSigns(typed: string, entries: readonly string[]): boolean {
  const plain = (text: string) => text.normalize('NFC').replace(/[\s\p{Cf}]+/gu, '');
  return plain(typed) !== '' && entries.some((entry) => plain(entry) === plain(typed));
}

/** The first accepted text of each language; a language without one borrows the other's. */
export function showText(accept: Accepted): Bilingual {
  const th = accept.th[0] ?? accept.en[0] ?? '';
  return { th, en: accept.en[0] ?? th };
}

function isAccepted(typed: string, entries: readonly string[], accents: Accents): boolean {
  if (entries.some((entry) => meansSame(typed, entry, accents))) return true;
  // "Full name (ABBR)" is right where both are, each by itself.
  const parts = splitBrackets(typed);
  return parts !== undefined && parts.every((part) => entries.some((entry) => meansSame(part, entry, accents)));
}

function meansSame(typed: string, entry: string, accents: Accents): boolean {
  const wanted = wordings(entry, accents);
  return wordings(typed, accents).some(
    (given) => wanted.includes(given) || (!isName(entry) && wanted.some((key) => differByPlural(given, key))),
  );
}

interface Candidate {
  readonly text: string;
  readonly near: boolean;
  readonly marksOnly: boolean;
  /** 0 for equal, 1 for nothing in common. */
  readonly farness: number;
}

function findNearest(typed: string, entries: readonly string[], accents: Accents): Candidate | undefined {
  const shown = entries.filter((entry) => normalise(entry, accents) !== '');
  const sameScript = shown.filter((entry) => isThai(entry) === isThai(typed));
  const candidates = (sameScript.length > 0 ? sameScript : shown).map((entry) => measure(typed, entry, accents));
  // Stable: of two equally near texts the one listed first is shown.
  return candidates.sort((a, b) => Number(b.near) - Number(a.near) || a.farness - b.farness)[0];
}

function measure(typed: string, text: string, accents: Accents): Candidate {
  const given = normalise(dropArticles(tidy(typed)), accents);
  const wanted = normalise(dropArticles(tidy(text)), accents);
  const [a, b] = [graphemes(given), graphemes(wanted)];
  const longest = Math.max(a.length, b.length, 1);
  const distance = longest > MAX_CLUSTERS ? longest : editDistance(a, b);
  const marksOnly = withoutMarks(given) === withoutMarks(wanted);
  return {
    text,
    near: isNear(distance, b.length, marksOnly) && digitsOf(given) === digitsOf(wanted),
    marksOnly,
    farness: distance / longest,
  };
}

/**
 * One slip from 4 clusters on, two from 9 on. Where only Thai marks or Latin accents differ the answer is close at any length: the
 * learner knows the word and must see which mark it takes. A wrong digit is another figure and is never close.
 */
function isNear(distance: number, answerLength: number, marksOnly: boolean): boolean {
  const allowed = answerLength >= 9 ? 2 : answerLength >= 4 ? 1 : 0;
  return marksOnly || distance <= allowed;
}

const withoutMarks = (text: string): string => withoutThaiMarks(normalise(text, 'ignore'));

function digitsOf(text: string): string {
  return text.replace(/\P{Nd}+/gu, ' ').trim();
}

function isThai(text: string): boolean {
  return /[\u0E01-\u0E4E]/.test(text);
}
