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
      // The question says how many to choose: one set of so many is right.
      return 1 / choicesOf(question.options.length, question.answer.length);
    case 'order':
      return 1 / arrangements(question.items.length, question.items.length);
    case 'match':
      return 1 / arrangements(question.right.length, question.left.length);
    default:
      return 0;
  }
}

/** How many sets of `few` there are among `many`. */
const choicesOf = (many: number, few: number): number => arrangements(many, few) / arrangements(few, few);

/** In how many ways `places` can be filled in order from `items`. */
function arrangements(items: number, places: number): number {
  let ways = 1;
  for (let place = 0; place < Math.min(items, places); place += 1) ways *= items - place;
  return ways;
}
