import { graphemes } from '../grading/graphemes.ts';
import type { Question } from '../question.ts';
import { hidesNegation, isLumpOption, tellsYear } from './item-wording.ts';

/** What would make a question better. It can be asked all the same. */
const WRITING_HINTS = [
  /** It asks for what is not so, and the word that says it is easily passed over. */
  'negative-stem',
  /** An option that stands for the others gives itself away, or asks for none of them. */
  'lump-option',
  'right-is-longest',
  'right-is-shortest',
  /** Lengths of options differ so much that they are not of one kind. */
  'uneven-options',
  'few-options',
  /** All options are right, so nothing is to be known. */
  'all-right',
  /** A wrong option does not say why it is wrong. */
  'no-why',
  'no-explanation',
  /** What is asked for stands in the prompt. */
  'holds-answer',
  /** Items to be put in order tell their own year. */
  'tells-year',
  /** What is matched leaves the last pair over. */
  'no-extra',
  'long-prompt',
] as const;
export type WritingHint = (typeof WRITING_HINTS)[number];

type Language = 'th' | 'en';
type Choice = Extract<Question, { kind: 'choice' | 'choices' }>;

/** Signs; a longer prompt has to be read twice. */
const LONG_PROMPT = 300;
/** An option of fewer signs is not longer than another in a way that shows. */
const SHORT_OPTION = 12;
const UNEVEN = 3;

/** The rules of item writing that a program can see, in the order a form shows them. @param languages it is written in */
export function writingHints(question: Question, languages: readonly Language[]): WritingHint[] {
  const found = new Set<WritingHint>();
  for (const language of languages) for (const hint of hintsIn(question, language)) found.add(hint);
  return WRITING_HINTS.filter((hint) => found.has(hint));
}

function* hintsIn(question: Question, language: Language): Generator<WritingHint> {
  const prompt = question.prompt[language];
  if (graphemes(prompt).length > LONG_PROMPT) yield 'long-prompt';
  if (question.kind !== 'card' && question.explanation[language].trim() === '') yield 'no-explanation';
  switch (question.kind) {
    case 'choice':
    case 'choices':
      if (hidesNegation(prompt)) yield 'negative-stem';
      return yield* optionHints(question, language);
    case 'typed':
      if (question.accept[language].some((answer) => holds(prompt, answer))) yield 'holds-answer';
      return;
    case 'order':
      if (question.items.some(({ text }) => tellsYear(text[language]))) yield 'tells-year';
      return;
    case 'match':
      if (question.left.length > 1 && question.right.length <= question.left.length) yield 'no-extra';
      return;
    default:
  }
}

function* optionHints({ kind, options, answer }: Choice, language: Language): Generator<WritingHint> {
  const written = options.filter(({ text }) => text[language].trim() !== '');
  if (written.some(({ text }) => isLumpOption(text[language]))) yield 'lump-option';
  const wrong = options.filter(({ id }) => !answer.includes(id));
  if (written.length === options.length && options.length === 2 && kind === 'choice') yield 'few-options';
  if (written.length > 1 && wrong.length === 0) yield 'all-right';
  if (answer.length > 0 && wrong.some(({ text, why }) => text[language].trim() !== '' && !why?.[language].trim()))
    yield 'no-why';
  if (written.length === options.length && options.length > 2) yield* lengthHints(options, answer, language);
}

function* lengthHints(
  options: Choice['options'],
  answer: readonly string[],
  language: Language,
): Generator<WritingHint> {
  const lengths = options.map(({ text }) => graphemes(text[language].trim()).length);
  const longest = Math.max(...lengths);
  if (longest <= SHORT_OPTION) return;
  const isRight = options.map(({ id }) => answer.includes(id));
  const of = (right: boolean) => lengths.filter((_, at) => isRight[at] === right);
  const [right, wrong] = [of(true), of(false)];
  if (right.length === 1 && wrong.length > 0) {
    const [only = 0] = right;
    if (only > Math.max(...wrong) * 1.3) yield 'right-is-longest';
    if (only * 1.3 < Math.min(...wrong)) yield 'right-is-shortest';
  }
  if (longest > UNEVEN * Math.max(1, Math.min(...lengths))) yield 'uneven-options';
}

/** Answers of few letters stand in many words. */
function holds(prompt: string, answer: string): boolean {
  const wanted = answer.trim().toLocaleLowerCase();
  return wanted.length > 3 && prompt.toLocaleLowerCase().includes(wanted);
}
