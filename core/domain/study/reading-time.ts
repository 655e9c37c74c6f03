import type { Block, Inline } from '../course.ts';
import { linesOf, partsOf } from '../inline-parts.ts';
import type { Bilingual } from '../question.ts';

/** Calm reading: English words and Thai characters a minute. Thai has no spaces to count words by. */
const WORDS_A_MINUTE = 190;
const THAI_CHARACTERS_A_MINUTE = 800;

const lineText = (line: readonly Inline[]): string =>
  partsOf(line)
    .map((part) => (part.kind === 'text' ? part.text : ''))
    .join('');

/** Minutes to read the blocks, with a fraction. */
export function readingMinutes(blocks: readonly Block[], language: keyof Bilingual): number {
  const all = blocks.flatMap(linesOf).map(lineText).join(' ');
  return language === 'th' ? all.length / THAI_CHARACTERS_A_MINUTE : all.split(/\s+/).length / WORDS_A_MINUTE;
}
