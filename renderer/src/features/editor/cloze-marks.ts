import type { GapRow, Language, QuestionForm } from './question-form.ts';
import { noText } from './question-form.ts';

/** A text with one part of it taken for a gap, and where the writing goes on. */
export interface Marked {
  readonly text: string;
  readonly caret: number;
}

const GAP = /\{\{(\d+)\}\}/g;

/**
 * Makes a gap of what is selected in the prompt of a cloze: the first number that this language has not yet. What stood there is an
 * accepted answer of it. Nothing selected makes an empty gap.
 */
export function markGap(form: QuestionForm, language: Language, begin: number, end: number): Marked {
  const prompt = form.prompt[language];
  const [from, to] = withoutBlanks(prompt, begin, end);
  const taken = new Set(Array.from(prompt.matchAll(GAP), (match) => Number(match[1])));
  let number = 1;
  while (taken.has(number)) number += 1;
  while (form.gaps.length < number) form.gaps.push({ as: 'text', accept: noText(), answer: '' });
  const gap = form.gaps[number - 1]!;
  const said = prompt.slice(from, to).trim();
  if (said !== '') {
    const lines = gap.accept[language].split('\n').filter((line) => line.trim() !== '');
    gap.accept[language] = [...new Set([...lines, said])].join('\n');
  }
  const mark = `{{${number}}}`;
  const text = prompt.slice(0, from) + mark + prompt.slice(to);
  form.prompt[language] = text;
  return { text, caret: from + mark.length };
}

/** What is selected, less the blanks at its ends: those stand beside the gap. Blanks alone are left as they are. */
function withoutBlanks(text: string, from: number, to: number): [from: number, to: number] {
  const selected = text.slice(from, to);
  const inner = selected.trim();
  const begin = from + selected.indexOf(inner);
  return inner === '' ? [from, to] : [begin, begin + inner.length];
}

/** Takes a gap out: its answer stands in the prompt again, and those behind it move up. */
export function dropGap(form: QuestionForm, at: number): void {
  const [gone] = form.gaps.splice(at, 1);
  if (!gone) return;
  for (const language of ['th', 'en'] as const)
    form.prompt[language] = form.prompt[language].replaceAll(GAP, (mark, digits: string) => {
      const number = Number(digits);
      if (number === at + 1) return answerOf(gone, language);
      return number > at + 1 ? `{{${number - 1}}}` : mark;
    });
}

const answerOf = ({ as, accept, answer }: GapRow, language: Language): string =>
  as === 'text' ? (accept[language].split('\n')[0] ?? '') : answer;

const FIELD_GAP = /\{\{c(\d+)::/g;

/**
 * Makes a gap of what is selected in a field of a note type: `{{c2::…}}`, with the next number of all fields.
 * @param isSame asked on the card of the last gap
 */
export function markFieldGap(
  text: string,
  begin: number,
  end: number,
  allFields: readonly string[],
  isSame: boolean,
): Marked {
  const [from, to] = withoutBlanks(text, begin, end);
  const numbers = allFields.flatMap((field) => Array.from(field.matchAll(FIELD_GAP), (match) => Number(match[1])));
  const last = Math.max(0, ...numbers);
  const opening = `{{c${isSame ? Math.max(1, last) : last + 1}::`;
  const marked = `${text.slice(0, from)}${opening}${text.slice(from, to)}}}${text.slice(to)}`;
  // Of an empty gap the writing goes on in it.
  return { text: marked, caret: from === to ? from + opening.length : to + opening.length + 2 };
}
