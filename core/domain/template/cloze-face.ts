import { escapeAttribute } from './escape.ts';
import { clozedText, clozesIn, parseClozes, type Cloze, type ClozeNode } from './cloze.ts';
import { isOcclusion, occlusionOf, type OcclusionShape } from './occlusion.ts';
import type { Side } from './problems.ts';

/** A text with gaps as one card shows it. */
export interface ClozeFace {
  readonly html: string;
  readonly shapes: readonly OcclusionShape[];
}

/**
 * What a card shows of a text with gaps: on the front the gap that is asked as `[…]` or its hint, all others as text; on
 * the back all text, with the asked one marked. Nothing, where no gap of this number is in the text.
 */
export function clozeFace(text: string, number: number, side: Side): ClozeFace {
  const nodes = parseClozes(text);
  if (!clozesIn(nodes).some((cloze) => cloze.numbers.includes(number))) return { html: '', shapes: [] };
  const shapes: OcclusionShape[] = [];

  const show = (children: readonly ClozeNode[]): string =>
    children.map((node) => (node.kind === 'text' ? node.text : showCloze(node))).join('');
  const showCloze = (cloze: Cloze): string => {
    if (isOcclusion(cloze)) {
      const shape = occlusionOf(cloze, number, side);
      if (shape) shapes.push(shape);
      return '';
    }
    const ordinal = `data-ordinal="${cloze.numbers.join(',')}"`;
    const inner = show(cloze.children);
    if (!cloze.numbers.includes(number)) return `<span class="cloze-inactive" ${ordinal}>${inner}</span>`;
    if (side === 'back') return `<span class="cloze" ${ordinal}>${inner}</span>`;
    return `<span class="cloze" data-cloze="${escapeAttribute(inner)}" ${ordinal}>[${hintOf(cloze)}]</span>`;
  };
  return { html: show(nodes), shapes };
}

/** The asked gaps alone, with commas: on the front their hints, on the back their text. */
export function clozeOnly(text: string, number: number, side: Side): string {
  return asked(text, number)
    .map((cloze) => (side === 'front' ? hintOf(cloze) : clozedText(cloze)))
    .join(', ');
}

/** What is to be typed for the asked gaps: once, where all of them hold the same. */
export function clozeAnswer(text: string, number: number): string {
  const answers = asked(text, number).map(clozedText);
  return new Set(answers).size === 1 ? (answers[0] ?? '') : answers.join(', ');
}

const hintOf = (cloze: Cloze) => cloze.hint ?? '...';

const asked = (text: string, number: number): Cloze[] =>
  clozesIn(parseClozes(text)).filter((cloze) => cloze.numbers.includes(number) && !isOcclusion(cloze));
