import type { Course } from '../../domain/course.ts';
import type { Question } from '../../domain/question.ts';
import type { Problems } from '../problems.ts';
import type { Asked } from './asked.ts';

type Choice = Extract<Question, { kind: 'choice' | 'choices' }>;
type Language = 'th' | 'en';

/** The right option of a lesson's choice questions may be the longest in this share of them, and the shortest. */
const RIGHT_MOST_SHARE = 0.4;
const FEW_CHOICES = 4;

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

/** No lesson gives its right options away by their length. */
export function checkBalance(course: Course, questions: readonly Asked[], problems: Problems): void {
  for (const { id } of course.lessons) {
    const own = questions.filter(({ question }) => question.lessonId === id);
    const choices = choicesOf(own.map(({ question }) => question));
    if (choices.length < FEW_CHOICES) continue;
    for (const language of ['th', 'en'] as const) {
      for (const most of ['longest', 'shortest'] as const) {
        const count = choices.filter((choice) => isRightMost(choice, language, most)).length;
        if (count / choices.length > RIGHT_MOST_SHARE)
          problems.add({
            file: own[0]?.file ?? '',
            message: `the right option is the ${most} (${language}) in ${count} of ${choices.length} choice questions`,
          });
      }
    }
  }
}
