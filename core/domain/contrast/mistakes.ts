import type { CardId, EventRef } from '../ids.ts';
import type { ChoiceQuestion, LabelQuestion, MatchQuestion, Question, Response } from '../question.ts';
import type { AskedCard, Idea, Ideas } from './ideas.ts';

/** A wrong answer as the history keeps it. */
export interface WrongAnswer {
  readonly ref: EventRef;
  /** Epoch ms. */
  readonly at: number;
  readonly response: Response;
}

/** One thing that was asked for and not given, and what could have been given instead. */
export interface Mistake {
  readonly cardId: CardId;
  readonly answer: WrongAnswer;
  readonly expected: Idea;
  /** Null where it was nothing that the course knows. */
  readonly given: Idea | null;
  readonly alternatives: readonly Idea[];
}

type Found = Omit<Mistake, 'cardId' | 'answer'>;

/** What was mistaken for what in a wrong answer; empty where it does not say. A mistake that goes both ways (a swap) is one. */
export function mistakesIn({ cardId, question }: AskedCard, answer: WrongAnswer, ideas: Ideas): Mistake[] {
  const found = FIND[question.kind]?.(question as never, answer.response, ideas) ?? [];
  const seen: Found[] = [];
  for (const mistake of found) {
    const isBack = seen.some(({ expected, given }) => expected === mistake.given && given === mistake.expected);
    if (mistake.expected !== mistake.given && !isBack) seen.push(mistake);
  }
  return seen.map((mistake) => ({ cardId, answer, ...mistake }));
}

type Of<K extends Question['kind']> = Extract<Question, { kind: K }>;
type Find<K extends Question['kind']> = (question: Of<K>, response: Response, ideas: Ideas) => Found[];

/** By kind; of the others an answer does not say what was taken for what. */
const FIND: { readonly [K in Question['kind']]?: Find<K> } = {
  typed: (question, response, ideas) => written(ideas.asked(question), response, ideas),
  number: (question, response, ideas) => written(ideas.asked(question), response, ideas),
  date: (question, response, ideas) => written(ideas.asked(question), response, ideas),
  cloze: ({ blanks }, response, ideas) =>
    Array.isArray(response)
      ? blanks.flatMap((blank, gap) => written(ideas.asked(blank), (response as string[])[gap] ?? '', ideas))
      : [],
  choice: (question, response, ideas) => chosen(question, typeof response === 'string' ? [response] : [], ideas),
  choices: (question, response, ideas) => chosen(question, Array.isArray(response) ? response : [], ideas),
  match: paired,
  label: onPicture,
};

function onPicture(question: LabelQuestion, response: Response, ideas: Ideas): Found[] {
  if (question.task === 'place')
    return paired({ left: question.marks, right: question.labels, answer: question.answer }, response, ideas);
  if ('accept' in question) return written(ideas.asked(question), response, ideas);
  const picked = typeof response === 'string' ? [response] : [];
  if (question.task === 'name') return chosen(question, picked, ideas);
  // A mark that was pointed at in the place of another is an option like any.
  return chosen({ options: question.marks, answer: [question.answer] }, picked, ideas);
}

type Sides = Pick<MatchQuestion, 'left' | 'right' | 'answer'>;
function paired({ left, right, answer }: Sides, response: Response, ideas: Ideas): Found[] {
  if (typeof response === 'string' || Array.isArray(response)) return [];
  const given = response as Readonly<Record<string, string>>;
  const ideaOf = (id: string | undefined) => {
    const side = right.find((one) => one.id === id);
    return side ? ideas.text(side.text) : null;
  };
  return left.flatMap(({ id }) => {
    const expected = ideaOf(answer[id]);
    if (!expected || given[id] === undefined || given[id] === answer[id]) return [];
    const others = right.filter((side) => side.id !== answer[id]).map(({ text }) => ideas.text(text));
    return { expected, given: ideaOf(given[id]), alternatives: others };
  });
}

function written(expected: Idea, response: Response, ideas: Ideas): Found[] {
  if (typeof response !== 'string' || response.trim() === '') return [];
  const given = ideas.written(response, expected);
  return [{ expected, given, alternatives: ideas.insteadOf(expected) }];
}

/** An option that was taken for the right one: said only where one was left out, and one taken instead. */
function chosen(
  { options, answer }: Pick<ChoiceQuestion, 'options' | 'answer'>,
  picked: readonly string[],
  ideas: Ideas,
): Found[] {
  const missed = options.filter(({ id }) => answer.includes(id) && !picked.includes(id));
  const wrong = options.filter(({ id }) => !answer.includes(id));
  const taken = wrong.filter(({ id }) => picked.includes(id));
  const [expected, given] = [missed[0], taken[0]];
  if (!expected || !given || missed.length > 1 || taken.length > 1) return [];
  const alternatives = wrong.map(({ text }) => ideas.text(text));
  return [{ expected: ideas.text(expected.text), given: ideas.text(given.text), alternatives }];
}
