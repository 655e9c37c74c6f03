import type { Bilingual, ChoiceQuestion, Labelled, MatchQuestion, OrderQuestion } from '../../../domain/question.ts';
import { asHtml } from './plain-text.ts';

/** What stands on the two sides of a plain card beside prompt and reason. HTML that reads as well without its marks. */
export interface Faces {
  readonly front: string;
  readonly back: string;
}
type Language = keyof Bilingual;

/** In an order that says nothing about the answer, and is the same in every file. */
function mixed<T extends Labelled>(items: readonly T[], language: Language): T[] {
  const collator = new Intl.Collator(language, { numeric: true });
  return [...items].sort((a, b) => collator.compare(a.text[language], b.text[language]) || (a.id < b.id ? -1 : 1));
}

const block = (lines: readonly string[]) => `<div>${lines.join('<br>')}</div>`;
const letterOf = (place: number) => String.fromCharCode(65 + place);

/** The options in the order of their letters; which are right, and why the others are not. */
export function chosenFaces({ options, answer }: ChoiceQuestion, language: Language): Faces {
  const shown = mixed(options, language).map(({ id, text, why }, i) => ({
    isRight: answer.includes(id),
    line: `${letterOf(i)}. ${asHtml(text[language])}`,
    why: why ? `${letterOf(i)}: ${asHtml(why[language])}` : null,
  }));
  const right = shown.filter(({ isRight }) => isRight).map(({ line }) => `<b>${line}</b>`);
  const whyNot = shown.flatMap(({ isRight, why }) => (isRight || why === null ? [] : [why]));
  return { front: block(shown.map(({ line }) => line)), back: block([...right, ...whyNot]) };
}

/** The items mixed; then in their order. */
export function orderedFaces({ items }: OrderQuestion, language: Language): Faces {
  const texts = (shown: readonly Labelled[]) => shown.map(({ text }) => asHtml(text[language]));
  return {
    front: block(texts(mixed(items, language)).map((text) => `– ${text}`)),
    back: block(texts(items).map((text, i) => `${i + 1}. ${text}`)),
  };
}

/** Both sides, the right one mixed; then the pairs. */
export function matchedFaces({ left, right, answer }: MatchQuestion, language: Language): Faces {
  const textOf = ({ text }: Labelled) => asHtml(text[language]);
  const pairs = left.map((each) => {
    const partner = right.find(({ id }) => id === answer[each.id]);
    return `${textOf(each)} → ${partner ? textOf(partner) : ''}`;
  });
  const choices = mixed(right, language).map((each) => `– ${textOf(each)}`);
  return { front: block(left.map((each) => `${textOf(each)} → ?`)) + block(choices), back: block(pairs) };
}
