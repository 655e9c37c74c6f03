import { MAX_FIELD } from '../../domain/history/limits.ts';
import { changedParts, partsOfQuestion } from '../../domain/note/question-parts.ts';
import { questionProblems } from '../../domain/note/question-problems.ts';
import { withTexts, type TextPlace } from '../../domain/note/text-places.ts';
import type { Question } from '../../domain/question.ts';

interface QuestionNote {
  readonly question: Question;
  readonly languages: readonly ('th' | 'en')[];
}

/** What is written of a question in which texts are replaced, or why it is left alone. */
export type Replaced =
  | { readonly parts: ReadonlyMap<string, string>; readonly why: null }
  | { readonly parts: null; readonly why: 'too-long' | 'not-whole' };

/** A question that could be asked must be one that can be asked still: without its gaps, or with two options alike, it is not. */
export function replacedQuestion(
  { question, languages }: QuestionNote,
  changes: readonly { readonly path: TextPlace['path']; readonly text: string }[],
): Replaced {
  const changed = withTexts(question, languages, changes);
  const known = new Set(questionProblems(question, languages));
  if (questionProblems(changed, languages).some((problem) => !known.has(problem)))
    return { parts: null, why: 'not-whole' };
  const parts = changedParts(partsOfQuestion(question, languages), partsOfQuestion(changed, languages));
  const isTooLong = [...parts.values()].some((text) => text.length > MAX_FIELD);
  return isTooLong ? { parts: null, why: 'too-long' } : { parts, why: null };
}
