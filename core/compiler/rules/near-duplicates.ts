import type { Question } from '../../domain/question.ts';
import type { Problems } from '../problems.ts';
import type { Asked } from './asked.ts';
import { contentWords, thaiWords, weightIn, type Weight } from './content-words.ts';
import { answerText } from './shown-texts.ts';

/** Two questions that ask the same. */
interface Pair {
  readonly first: Asked;
  readonly second: Asked;
}

/** Likeness (0 to 1) from which on two questions are the same: with any answer, with the same one, with one that only one fact has. */
const SAME_PROMPT = 0.75;
const SAME_ANSWER = 0.4;
const SAME_FACT = 0.1;
const LIKE_ANSWER = 0.8;

/** Pairs that ask the same in other words: what they ask is alike, or the answer is the same and the rest somewhat alike. */
export function nearDuplicates(questions: readonly Asked[]): Pair[] {
  const read = questions.map((asked) => ({ asked, ...askedText(asked.question) }));
  const english = weightIn(read.map(({ en }) => en));
  const thai = weightIn(
    read.map(({ th }) => th),
    thaiWords,
  );
  const texts = read.map(({ asked, th, en }) => ({
    asked,
    th: thaiWords(th),
    en: contentWords(en),
    answer: contentWords(answerText(asked.question).en),
  }));
  return texts.flatMap((first, index) =>
    texts.slice(index + 1).flatMap((second) => {
      const likeness = (alike(first.en, second.en, english) + alike(first.th, second.th, thai)) / 2;
      const least = leastLikeness(
        first.asked.question,
        second.asked.question,
        alike(first.answer, second.answer, english),
      );
      return likeness >= least ? [{ first: first.asked, second: second.asked }] : [];
    }),
  );
}

/** The prompt, and what is put in order or matched: those prompts say "put in order" only. */
function askedText(question: Question): { th: string; en: string } {
  const more =
    question.kind === 'order'
      ? question.items.map(({ text }) => text)
      : question.kind === 'match'
        ? [...question.left, ...question.right].map(({ text }) => text)
        : [];
  const all = [question.prompt, ...more];
  return { th: all.map(({ th }) => th).join(' '), en: all.map(({ en }) => en).join(' ') };
}

function leastLikeness(first: Question, second: Question, answers: number): number {
  const value = valueOf(first);
  if (value !== undefined && value === valueOf(second)) return isOneFact(value) ? SAME_FACT : SAME_ANSWER;
  return answers >= LIKE_ANSWER ? SAME_ANSWER : SAME_PROMPT;
}

function valueOf(question: Question): string | undefined {
  return question.kind === 'date' || question.kind === 'number' ? String(question.answer) : undefined;
}

/** A day, or a figure of three digits: two facts of one course hardly share it. */
const isOneFact = (value: string): boolean => /^\d{4}-\d\d-\d\d$|^\d{3}$|^\d{5,}$/.test(value);

/** Share of what both say in what either says. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: Weight): number {
  const both = weight([...a].filter((word) => b.has(word)));
  return both === 0 ? 0 : both / (weight(a) + weight(b) - both);
}

/** Reports the later of two questions that ask the same. */
export function checkNearDuplicates(questions: readonly Asked[], problems: Problems): void {
  for (const { first, second } of nearDuplicates(questions))
    problems.add({
      file: second.file,
      line: second.lineOf('prompt'),
      field: 'prompt',
      message: `${second.question.id} asks nearly the same as ${first.question.id}`,
    });
}
