import type { Block, Inline } from '../../../../core/domain/course.ts';

/** The place of the first block that cites a passage; -1 where none does. */
export function citing(blocks: readonly Block[], passage: string): number {
  return blocks.findIndex((block) => partsOf(block).some((part) => cites(part, passage)));
}

function partsOf(block: Block): readonly Inline[] {
  if (block.kind === 'list') return block.items.flat();
  return block.kind === 'table' ? [...block.head, ...block.rows.flat()].flat() : block.children;
}

const cites = (part: Inline, passage: string): boolean =>
  part.kind === 'cite'
    ? part.paragraphs.includes(passage)
    : 'children' in part && part.children.some((inner) => cites(inner, passage));
