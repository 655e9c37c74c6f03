import type { Accepted, Bilingual } from '../question.ts';
import { findDifference } from './difference.ts';
import { editDistance } from './edit-distance.ts';
import { type Finding, RIGHT, WRONG } from './finding.ts';
import { graphemes } from './graphemes.ts';
import { withoutHonorific } from './honorific.ts';
import type { Accents } from '../text/fold-letters.ts';
import { normalise, tidy } from './normalise.ts';
import { withoutThaiMarks } from '../text/thai-spelling.ts';
import {
  abbreviates,
  differByPlural,
  dropArticles,
  expandEntry,
  isAcronym,
  isName,
  splitBrackets,
  wordings,
} from './wording.ts';

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
  const bare = withoutHonorific(typed, accept);
  if (bare !== undefined) return judgeText(bare, accept, accents);
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
  const wanted = entries.map((entry) => ({ keys: wordings(entry, accents), isName: isName(entry) }));
  const accepted = (text: string) => {
    const given = wordings(text, accents);
    return wanted.some(({ keys, isName: name }) => meansSame(given, keys, name));
  };
  if (accepted(typed)) return true;
  const parts = splitBrackets(typed);
  if (parts === undefined) return false;
  // "Full name (ABBR)" is right where both are, each by itself; and where one is right and the other is its abbreviation.
  const right = parts.map(accepted);
  const short = (part: string) => entries.some((entry) => abbreviates(part, entry));
  return parts.every((part, index) => right[index] === true || short(part)) && right.some(Boolean);
}

function meansSame(given: readonly string[], wanted: readonly string[], name: boolean): boolean {
  return given.some((key) => wanted.includes(key) || (!name && wanted.some((one) => differByPlural(key, one))));
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
  const wanted = (sameScript.length > 0 ? sameScript : shown).map((text) => ({ text, key: keyOf(text, accents) }));
  const given = keyOf(typed, accents);
  const candidates = wanted.map((entry) => measure(given, entry, wanted));
  // Stable: of two equally near texts the one listed first is shown.
  return candidates.sort((a, b) => Number(b.near) - Number(a.near) || a.farness - b.farness)[0];
}

interface Wanted {
  readonly text: string;
  /** As two answers are compared. */
  readonly key: string;
}

const keyOf = (text: string, accents: Accents): string => normalise(dropArticles(tidy(text)), accents);

function measure(given: string, { text, key }: Wanted, all: readonly Wanted[]): Candidate {
  const [a, b] = [graphemes(given), graphemes(key)];
  const longest = Math.max(a.length, b.length, 1);
  const distance = longest > MAX_CLUSTERS ? longest : editDistance(a, b);
  const marksOnly = withoutMarks(given) === withoutMarks(key);
  const near = !isAcronym(tidy(text)) && isNear(distance, b.length, marksOnly);
  return {
    text,
    near: near && digitsOf(given) === digitsOf(key) && all.every((core) => fitsCore(given, key, core.key)),
    marksOnly,
    farness: distance / longest,
  };
}

/**
 * A title or a place beside a name buys no more slips in the name: where the answer holds a shorter accepted one and all around
 * that is typed as it should be, the rest must be near the shorter one ("Mr Vasin" is not a slip of "Mr Vanek" if "Vasin" is none of "Vanek").
 */
function fitsCore(given: string, key: string, core: string): boolean {
  const at = key === core || graphemes(core).length < MIN_CORE ? -1 : key.indexOf(core);
  if (at < 0) return true;
  const [before, after] = [key.slice(0, at), key.slice(at + core.length)];
  if (!given.startsWith(before) || !given.endsWith(after) || given.length < before.length + after.length) return true;
  const rest = given.slice(before.length, given.length - after.length);
  const [a, b] = [graphemes(rest), graphemes(core)];
  return a.length <= MAX_CLUSTERS && isNear(editDistance(a, b), b.length, withoutMarks(rest) === withoutMarks(core));
}

/** Shorter answers allow no slip at all and stand in longer ones by chance. */
const MIN_CORE = 4;

/**
 * One slip from 4 clusters on, two from 9 on. Where only Thai marks or Latin accents differ the answer is close at any length: the
 * learner knows the word and must see which mark it takes. A wrong digit is another figure and is never close, a wrong letter of
 * an abbreviation another body.
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
