import type { Question } from '../../../core/domain/question.ts';

type Choice = Extract<Question, { kind: 'choice' | 'choices' }>;
type Language = 'th' | 'en';

export const choicesOf = (questions: readonly Question[]): Choice[] =>
  questions.flatMap((question) => (question.kind === 'choice' ? [question] : []));

/** Whether the right option is longer (or shorter) than every other one. */
export function isRightMost({ options, answer }: Choice, language: Language, most: 'longest' | 'shortest'): boolean {
  const right = options.find(({ id }) => id === answer[0])?.text[language].length ?? 0;
  return options.every(({ id, text }) => {
    const length = text[language].length;
    return id === answer[0] || (most === 'longest' ? right > length : right < length);
  });
}
