import type { Block, Inline, Section } from './course.ts';

/** The lines of a block: its one paragraph, the items of a list, the cells of a table from the head on. */
export function linesOf(block: Block): readonly (readonly Inline[])[] {
  if (block.kind === 'list') return block.items;
  return block.kind === 'table' ? [block.head, ...block.rows].flat() : [block.children];
}

/** Every part of a line, those inside others behind the one they are in. */
export const partsOf = (line: readonly Inline[]): Inline[] =>
  line.flatMap((part) => ('children' in part ? [part, ...partsOf(part.children)] : [part]));

/** Every part of the blocks. */
export const partsOfBlocks = (blocks: readonly Block[]): Inline[] => blocks.flatMap(linesOf).flatMap(partsOf);

/** Ids of the glossary entries a section links to, in either language. */
export function linkedTerms({ blocks }: Pick<Section, 'blocks'>): Set<string> {
  const parts = partsOfBlocks([...blocks.th, ...blocks.en]);
  return new Set(parts.flatMap((part) => (part.kind === 'term' ? [part.termId] : [])));
}
