import type { Question } from '../question.ts';

/**
 * Chance of a right answer by picking blindly, 0 to 1. Only what is picked can be guessed: a text, a number and a date can not, and a
 * card is graded by the learner alone.
 */
export function guessChance(question: Question): number {
  switch (question.kind) {
    case 'choice':
      return 1 / question.options.length;
    case 'choices':
      // Any of the options may be right, but never none.
      return 1 / (2 ** question.options.length - 1);
    case 'order':
      return 1 / arrangements(question.items.length, question.items.length);
    case 'match':
      return 1 / arrangements(question.right.length, question.left.length);
    default:
      return 0;
  }
}

/** In how many ways `places` can be filled in order from `items`. */
function arrangements(items: number, places: number): number {
  let ways = 1;
  for (let place = 0; place < Math.min(items, places); place += 1) ways *= items - place;
  return ways;
}
