import { answeredAs, type Form } from '../answered-as.ts';
import type { Question } from '../question.ts';
import { seededRandom } from '../random.ts';
import { guessChance } from '../simulation/guess-chance.ts';

/** Questions of one form of a lesson check, where the lesson has as many. */
const CHECK_QUESTIONS = 5;

/** Two forms of equal difficulty: `before[i]` is matched by `after[i]`. No question stands in both. */
export interface CheckForms {
  readonly before: readonly Question[];
  readonly after: readonly Question[];
}

/** Kinds from the easiest to the hardest to get right, by what has to be done: to pick, to place, to say. */
const HARDNESS: Readonly<Record<Form, number>> = {
  card: 0,
  choice: 1,
  choices: 2,
  match: 3,
  order: 4,
  date: 5,
  number: 6,
  cloze: 7,
  typed: 8,
};

/** Things that must all be right. */
function parts(question: Question): number {
  switch (question.kind) {
    case 'cloze':
      return question.blanks.length;
    case 'choices':
      return question.answer.length;
    case 'order':
      return question.items.length;
    case 'match':
      return question.left.length;
    case 'date':
      return question.answer.split('-').length;
    case 'label':
      return question.task === 'place' ? question.marks.length : 1;
    default:
      return 1;
  }
}

/** How far two questions are apart: kinds first, then the chance of a guess, then parts and length. 0: alike. */
export function difficultyGap(a: Question, b: Question): number {
  const kinds = Math.abs(HARDNESS[answeredAs(a)] - HARDNESS[answeredAs(b)]);
  const guesses = Math.abs(guessChance(a) - guessChance(b));
  return kinds + 2 * guesses + Math.abs(parts(a) - parts(b)) / 4 + Math.abs(wordiness(a) - wordiness(b)) / 4;
}
const wordiness = ({ prompt }: Question) => Math.log2(1 + prompt.en.length);

/**
 * Two forms drawn by rule: questions that a machine grades are put into pairs of the nearest difficulty, the pairs are spread over the
 * lesson's sections, and a coin says which of a pair is asked before. The same seed gives the same forms; nothing in them depends on
 * the learner. Null where there is not even one pair.
 */
export function checkForms(questions: readonly Question[], seed: string): CheckForms | null {
  const asked = questions.filter(({ kind }) => kind !== 'card');
  const pairs = spread(pairsOf(asked), Math.min(CHECK_QUESTIONS, Math.floor(asked.length / 2)));
  if (pairs.length === 0) return null;
  const coin = seededRandom(seed);
  const drawn = pairs.map(([one, other]) => (coin() < 0.5 ? [one, other] : [other, one]) as Pair);
  return { before: drawn.map(([one]) => one), after: drawn.map(([, other]) => other) };
}

type Pair = readonly [Question, Question];

/** Every question in at most one pair, the nearest two first. */
function pairsOf(questions: readonly Question[]): Pair[] {
  const gaps = questions.flatMap((one, at) =>
    questions
      .slice(at + 1)
      .map((other, more) => ({ pair: [one, other] as Pair, gap: difficultyGap(one, other), at, more })),
  );
  gaps.sort((a, b) => a.gap - b.gap || a.at - b.at || a.more - b.more);
  const used = new Set<Question>();
  const pairs: Pair[] = [];
  for (const { pair } of gaps) {
    if (used.has(pair[0]) || used.has(pair[1])) continue;
    used.add(pair[0]).add(pair[1]);
    pairs.push(pair);
  }
  return pairs;
}

/** So many of the pairs: in turn those that bring sections and kinds that are in none yet, else the nearest. */
function spread(pairs: readonly Pair[], most: number): Pair[] {
  const rest = [...pairs];
  const chosen: Pair[] = [];
  const times = new Map<string, number>();
  const seen = (pair: Pair) =>
    pair.reduce((sum, { sectionId, kind }) => sum + (times.get(sectionId) ?? 0) + (times.get(kind) ?? 0), 0);
  while (chosen.length < most && rest.length > 0) {
    const costs = rest.map((pair) => seen(pair) / 4 + difficultyGap(...pair));
    const [pair] = rest.splice(costs.indexOf(Math.min(...costs)), 1) as [Pair];
    chosen.push(pair);
    for (const { sectionId, kind } of pair)
      for (const name of [sectionId, kind]) times.set(name, (times.get(name) ?? 0) + 1);
  }
  return chosen;
}
