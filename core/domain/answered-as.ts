import type { Question } from './question.ts';

/** A way to answer, named by the kind that has it. */
export type Form = Exclude<Question['kind'], 'label'>;

/** How a question is answered: one on a picture is typed, chosen from or matched, like those without. */
export function answeredAs(question: Question): Form {
  if (question.kind !== 'label') return question.kind;
  switch (question.task) {
    case 'name':
      return 'accept' in question ? 'typed' : 'choice';
    case 'find':
      return 'choice';
    case 'place':
      return 'match';
  }
}
