import type { Block, Inline, Section } from '../../domain/course.ts';

/** Ids of the glossary entries a section links to, in either language. */
export function linkedTerms({ blocks }: Pick<Section, 'blocks'>): Set<string> {
  const found = new Set<string>();
  const line = (parts: readonly Inline[]): void => {
    for (const part of parts) {
      if (part.kind === 'term') found.add(part.termId);
      if ('children' in part) line(part.children);
    }
  };
  const block = (entry: Block): void => {
    if (entry.kind === 'list') entry.items.forEach(line);
    else if (entry.kind === 'table') [entry.head, ...entry.rows].forEach((row) => row.forEach(line));
    else line(entry.children);
  };
  [...blocks.th, ...blocks.en].forEach(block);
  return found;
}
