import type { Bilingual, ChoiceQuestion, Labelled, MatchQuestion, OrderQuestion } from '../../../domain/question.ts';
import { asHtml } from './plain-text.ts';

/** What stands on the two sides of a plain card beside prompt and reason. HTML. */
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

const item = (html: string) => `<li>${html}</li>`;
const list = (tag: 'ol' | 'ul', items: readonly string[]) => `<${tag}>${items.map(item).join('')}</${tag}>`;

/** The options in the order of their letters; which are right, and why the others are not. */
export function chosenFaces({ options, answer }: ChoiceQuestion, language: Language): Faces {
  const shown = mixed(options, language);
  const letters = (isRight: boolean, texts: (option: (typeof shown)[number]) => string) =>
    shown
      .map((option, i) => ({ option, letter: String.fromCharCode(65 + i) }))
      .filter(({ option }) => answer.includes(option.id) === isRight)
      .map(({ option, letter }) => ({ letter, text: texts(option) }));
  const right = letters(true, ({ text }) => asHtml(text[language]));
  const wrong = letters(false, ({ why }) => asHtml(why?.[language] ?? '')).filter(({ text }) => text !== '');
  const lines = [
    ...right.map(({ letter, text }) => `<b>${letter}. ${text}</b>`),
    ...wrong.map(({ letter, text }) => `${letter}: ${text}`),
  ];
  const options_ = shown.map(({ text }) => asHtml(text[language]));
  return { front: list('ol', options_).replace('<ol>', '<ol type="A">'), back: lines.join('<br>') };
}

/** The items mixed; then in their order. */
export function orderedFaces({ items }: OrderQuestion, language: Language): Faces {
  const texts = (shown: readonly Labelled[]) => shown.map(({ text }) => asHtml(text[language]));
  return { front: list('ul', texts(mixed(items, language))), back: list('ol', texts(items)) };
}

/** Both sides as lists; then the pairs as a table. */
export function matchedFaces({ left, right, answer }: MatchQuestion, language: Language): Faces {
  const textOf = ({ text }: Labelled) => asHtml(text[language]);
  const pairs = left.map((each) => {
    const match = right.find(({ id }) => id === answer[each.id]);
    return `<tr><td>${textOf(each)}</td><td>${match ? textOf(match) : ''}</td></tr>`;
  });
  return {
    front: list('ul', left.map(textOf)) + list('ul', mixed(right, language).map(textOf)),
    back: `<table>${pairs.join('')}</table>`,
  };
}
