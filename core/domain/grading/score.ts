import type { Verdict } from '../judgement.ts';
import type { Bilingual } from '../question.ts';

/** The verdict on an answer of several parts: right only when all is right. */
export function verdictOf(score: number): Verdict {
  if (score >= 1) return 'right';
  return score > 0 ? 'partial' : 'wrong';
}

/** Several texts as one, in both languages. */
export function joinTexts(texts: readonly Bilingual[], separator: string): Bilingual {
  return { th: texts.map((text) => text.th).join(separator), en: texts.map((text) => text.en).join(separator) };
}
