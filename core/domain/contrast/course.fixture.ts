import { cardIdOf } from '../ids.ts';
import type { Bilingual, Question } from '../question.ts';
import type { AskedCard } from './ideas.ts';

const both = (text: string): Bilingual => ({ th: text, en: text });
const letters = 'abcdefghij';

/** A question of the course `c`, with what no test here looks at filled in. */
export function asked(id: string, own: Record<string, unknown>): AskedCard {
  const base = { id, lessonId: 'l', sectionId: 's', prompt: both(id), explanation: both('why'), inline: false };
  return { cardId: cardIdOf('c', id), question: { ...base, evidence: [], ...own } as unknown as Question };
}

export const typedCard = (id: string, answer: string, ...others: string[]): AskedCard =>
  asked(id, { kind: 'typed', accept: { th: [answer], en: [answer, ...others] } });

/** The first option is right; they are called a, b, c … */
export const choiceCard = (id: string, ...options: string[]): AskedCard =>
  asked(id, {
    kind: 'choice',
    options: options.map((text, index) => ({ id: letters[index], text: both(text) })),
    answer: ['a'],
  });

/** Left sides la, lb, lc … belong to right sides ra, rb, rc … in the order given. */
export const matchCard = (id: string, ...right: string[]): AskedCard =>
  asked(id, {
    kind: 'match',
    left: right.map((_, index) => ({ id: `l${letters[index]}`, text: both(`left ${index}`) })),
    right: right.map((text, index) => ({ id: `r${letters[index]}`, text: both(text) })),
    answer: Object.fromEntries(right.map((_, index) => [`l${letters[index]}`, `r${letters[index]}`])),
  });
