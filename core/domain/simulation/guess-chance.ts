import type { LabelQuestion, Question } from '../question.ts';

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
    case 'label':
      return guessOnPicture(question);
    default:
      return 0;
  }
}

function guessOnPicture(question: LabelQuestion): number {
  switch (question.task) {
    case 'name':
      return 'options' in question ? 1 / question.options.length : 0;
    case 'find':
      return 1 / question.marks.length;
    case 'place':
      return 1 / arrangements(question.labels.length, question.marks.length);
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
