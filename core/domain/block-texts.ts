import type { Block, Inline } from './course.ts';
import { linesOf } from './inline-parts.ts';

/** What is read of a line: citations stand beside it. */
export const textOf = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'cite' ? '' : textOf(inline.children)))
    .join('');

/** What stands in blocks as plain text, a line each: a paragraph, an item, a row of a table, the words below a picture. */
export const blockTexts = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.map(textOf);
    if (block.kind === 'table') return [block.head, ...block.rows].map((row) => row.map(textOf).join(' · '));
    return [textOf(block.children)];
  });

/** The lines of a section's text, each as it is read: a paragraph, an item, a cell, the words below a picture. */
export const lineTexts = (blocks: readonly Block[]): string[] => blocks.flatMap(linesOf).map(textOf);

/** A section's text as one: places in it name places on the page. */
export const sectionText = (blocks: readonly Block[]): string => lineTexts(blocks).join('\n');
