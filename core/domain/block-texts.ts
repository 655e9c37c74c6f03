import type { Block, Inline } from './course.ts';

const textOf = (inlines: readonly Inline[]): string =>
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
