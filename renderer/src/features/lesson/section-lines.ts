import { textOf } from '../../../../core/domain/block-texts.ts';
import type { Block, Inline } from '../../../../core/domain/course.ts';
import type { HighlightColour } from '../../../../core/domain/highlight-colours.ts';
import { linesOf } from '../../../../core/domain/inline-parts.ts';
import { plainText } from '../../../../core/domain/unbroken.ts';
import type { Range } from '../../../../core/domain/text/found-ranges.ts';
import { sentencesOf } from '../../../../core/domain/text/sentences.ts';

/** A marked passage as the text shows it; places are those of the section's text. */
export interface ShownMark {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly colour: HighlightColour;
  readonly quote: string;
  readonly note: string;
}

/** What of a line is marked, and behind the last piece of a mark the sign that opens it. */
export type MarkedInline =
  | Exclude<Inline, { readonly children: unknown }>
  | { readonly kind: 'strong' | 'em'; readonly children: readonly MarkedInline[] }
  | { readonly kind: 'term'; readonly termId: string; readonly children: readonly MarkedInline[] }
  | { readonly kind: 'mark'; readonly mark: ShownMark; readonly text: string }
  | { readonly kind: 'sign'; readonly mark: ShownMark };

/** Where the lines of each block begin in the section's text: `block-texts.ts`. */
export function lineStarts(blocks: readonly Block[]): number[][] {
  let at = 0;
  return blocks.map((block) =>
    linesOf(block).map((line) => {
      const start = at;
      at += textOf(line).length + 1;
      return start;
    }),
  );
}

/** The sentences of a section, as places in its text. */
export function sentencesIn(blocks: readonly Block[], language: 'th' | 'en'): Range[] {
  const starts = lineStarts(blocks).flat();
  return blocks.flatMap(linesOf).flatMap((line, i) => {
    const start = starts[i]!;
    return sentencesOf(textOf(line), language, citesIn(line)).map(([from, to]): Range => [start + from, start + to]);
  });
}

/** Places of a line behind which a citation stands. */
function citesIn(line: readonly Inline[]): number[] {
  let at = 0;
  return line.flatMap((part) => {
    if (part.kind === 'cite') return [at];
    at += textOf([part]).length;
    return [];
  });
}

/** A line with its marks. Of marks over each other the one that was made last is seen. @param start of the line in the section's text */
export function markedLine(
  line: readonly Inline[],
  start: number,
  marks: readonly ShownMark[],
): readonly MarkedInline[] {
  const end = start + textOf(line).length;
  const here = marks.filter(({ from, to }) => from < end && to > start);
  if (here.length === 0) return line;
  let at = start;
  const marked = (parts: readonly Inline[]): MarkedInline[] =>
    parts.flatMap((part): MarkedInline[] => {
      if (part.kind === 'cite') return [part];
      if (part.kind !== 'text') return [{ ...part, children: marked(part.children) }];
      const from = at;
      at += part.text.length;
      return pieces(part.text, from, here);
    });
  return marked(line);
}

function pieces(text: string, start: number, marks: readonly ShownMark[]): MarkedInline[] {
  const end = start + text.length;
  const cuts = new Set([start, end]);
  for (const { from, to } of marks) for (const cut of [from, to]) if (cut > start && cut < end) cuts.add(cut);
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(0, -1).flatMap((from, i): MarkedInline[] => {
    const to = ordered[i + 1]!;
    const mark = marks.findLast((one) => one.from <= from && one.to >= to);
    const piece = text.slice(from - start, to - start);
    const signs = marks.filter((one) => one.to === to).map((one) => ({ kind: 'sign' as const, mark: one }));
    return [mark ? { kind: 'mark', mark, text: piece } : { kind: 'text', text: piece }, ...signs];
  });
}

/** A piece of a section's text as people read and type it. */
export const readText = (text: string, [from, to]: Range): string =>
  plainText(text.slice(from, to)).replaceAll('\n', ' ').trim();
