import type { Outcome } from '../../../core/api/contract.ts';
import type { FramePage } from './frame-page.ts';

const CLASSES = { same: 'typeGood', extra: 'typeBad', missing: 'typeMissed' } as const;

/** Says in its place in the card how what was typed differs from what was wanted; it is typed below the card. */
export function fillTypedPlace({ doc, qa }: FramePage, text: string, outcome: Outcome | null, answer: string): void {
  const place = qa.querySelector<HTMLElement>('[data-typed]');
  if (!place || outcome === null) return;
  const part = (words: string, className: string) => {
    const span = doc.createElement('span');
    span.className = className;
    span.textContent = words;
    return span;
  };
  place.dir = 'auto';
  if (outcome.verdict === 'right') place.replaceChildren(part(text, CLASSES.same));
  else if (outcome.difference)
    place.replaceChildren(...outcome.difference.map(({ kind, text: words }) => part(words, CLASSES[kind])));
  else place.replaceChildren(...(text === '' ? [] : [part(text, CLASSES.extra), ' → ']), part(answer, CLASSES.missing));
}
