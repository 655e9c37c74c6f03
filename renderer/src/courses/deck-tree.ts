import type { Output } from '../../../core/api/contract.ts';
import { nameInTitle, nestedDeckName } from '../../../core/domain/note/deck-name.ts';
import type { Bilingual } from '../../../core/domain/question.ts';
import { contains, typedQuery } from '../../../core/domain/text/needle.ts';
import { searchForm } from '../../../core/domain/text/search-form.ts';

export type LibraryItem = Output<'library.list'>['courses'][number];
export type ItemOrder = 'name' | 'due';

/** Something to study in the library, with what lies below it. */
export interface LibraryNode {
  readonly item: LibraryItem;
  /** Its own name in the language in use, without those above it. */
  readonly name: string;
  /** The whole of it: names from the outermost, as Anki nests them. */
  readonly path: string;
  readonly depth: number;
  readonly below: readonly LibraryNode[];
}

/** Decks and courses as trees, in the order they came. One whose deck above is not there stands at the top. */
export function libraryTrees(items: readonly LibraryItem[], named: (text: Bilingual) => string): LibraryNode[] {
  const ids = new Set(items.map(({ id }) => id));
  const byParent = new Map<string | null, LibraryItem[]>();
  for (const item of items) {
    const parent = item.parentId !== null && ids.has(item.parentId) ? item.parentId : null;
    byParent.set(parent, [...(byParent.get(parent) ?? []), item]);
  }
  const nodesBelow = (parent: LibraryItem | null, above: string, depth: number): LibraryNode[] =>
    (byParent.get(parent?.id ?? null) ?? []).map((item) => {
      const name = nameInTitle(named(item.title), parent === null ? '' : named(parent.title));
      const path = nestedDeckName(above, name);
      return { item, name, path, depth, below: nodesBelow(item, path, depth + 1) };
    });
  return nodesBelow(null, '', 0);
}

/** All of them, each before what lies below it. */
export const flattened = (nodes: readonly LibraryNode[]): LibraryNode[] =>
  nodes.flatMap((node) => [node, ...flattened(node.below)]);

/** By name, or those with the most due first. */
export function ordered(nodes: readonly LibraryNode[], by: ItemOrder, language: string): LibraryNode[] {
  const names = new Intl.Collator(language, { numeric: true });
  const compare = (a: LibraryNode, b: LibraryNode) =>
    (by === 'due' ? b.item.counts.due - a.item.counts.due : 0) || names.compare(a.name, b.name);
  const sorted = (some: readonly LibraryNode[]): LibraryNode[] =>
    some.toSorted(compare).map((node) => ({ ...node, below: sorted(node.below) }));
  return sorted(nodes);
}

/** Those whose whole name holds the words, with what they lie in; all of them where nothing is looked for. */
export function matching(nodes: readonly LibraryNode[], query: string): LibraryNode[] {
  const words = typedQuery(query)?.words ?? [];
  const found = (some: readonly LibraryNode[]): LibraryNode[] =>
    some.flatMap((node) => {
      const below = found(node.below);
      const path = searchForm(node.path);
      return below.length > 0 || words.every((word) => contains(path, word)) ? [{ ...node, below }] : [];
    });
  return found(nodes);
}

/** What of the trees is on screen: what lies below an item only where that is open. */
export const shownOf = (nodes: readonly LibraryNode[], isOpen: (id: string) => boolean): LibraryNode[] =>
  nodes.flatMap((node) => [node, ...(isOpen(node.item.id) ? shownOf(node.below, isOpen) : [])]);
