import type { Accepted } from '../question.ts';
import { tidy } from './normalise.ts';

/** Forms of address that say nothing about who is meant. Offices (President, เลขาธิการ) do, and are listed where they are fair. */
const HONORIFIC = /^(?:(?:mr|mrs|ms|miss)\.? (?=\S)|(?:นางสาว|นาง|นาย)(?=[\u0E01-\u0E4E]))/iu;
const SMALL_WORDS = new Set(['of', 'the', 'de', 'von', 'van', 'bin', 'al']);

/**
 * The text without "Mr", "นาย" and the like; undefined where it has none, or where the accepted answers are no proper names: in นางแบบ
 * (a model) the first letters are part of the word.
 */
export function withoutHonorific(typed: string, { en }: Accepted): string | undefined {
  if (en.length === 0 || !en.every(isProperName)) return undefined;
  const text = tidy(typed);
  const bare = text.replace(HONORIFIC, '');
  return bare === text ? undefined : bare;
}

/** Every word of it has a capital: "Vyacheslav Volodin", "V. V. Volodin". */
function isProperName(text: string): boolean {
  return text.split(/\s+/).every((word) => /^\p{Lu}/u.test(word) || SMALL_WORDS.has(word));
}
