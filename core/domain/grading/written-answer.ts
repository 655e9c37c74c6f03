import type { Judgement } from '../judgement.ts';
import type { Bilingual } from '../question.ts';
import type { Finding } from './finding.ts';

/** A written answer has no parts: it is right or it is not. */
export function judgeWritten(finding: Finding, answer: Bilingual): Judgement {
  return { ...finding, score: finding.verdict === 'right' ? 1 : 0, parts: [], answer };
}
