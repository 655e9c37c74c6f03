import { keyOf } from '../../ui/keys.ts';
import type { BrowserPage } from './browser-page.svelte.ts';
import type { Change } from './card-changes.svelte.ts';
import type { CardRow } from './columns.ts';

/** What is asked about before it is done. */
export type Asked = 'move' | 'tags' | 'flag' | 'due' | 'replace' | 'export';
/** What can be done to the cards that are chosen, in the order it is offered. */
export const BULK_ACTIONS = [
  { name: 'move', key: 'M' },
  { name: 'tags', key: 'T' },
  { name: 'flag', key: 'F' },
  { name: 'suspended', key: 'S' },
  { name: 'marked', key: 'K' },
  { name: 'buried', key: 'P' },
  { name: 'due', key: 'D' },
  { name: 'reset', key: null },
  { name: 'replace', key: 'H' },
  { name: 'export', key: null },
  { name: 'removed', key: 'Delete' },
] as const satisfies readonly { name: Asked | Change['what']; key: string | null }[];
export type BulkAction = (typeof BULK_ACTIONS)[number]['name'];
/** Those that stand in the bar itself; the others are behind “more”. */
export const FIRST_ACTIONS: readonly BulkAction[] = ['move', 'tags', 'flag', 'suspended'];

/** The rows that are chosen, as far as they are read; the row the learner is at where none is. */
function chosenRows({ chosen, window, here }: BrowserPage): readonly CardRow[] {
  if (!chosen.all && chosen.ids.size === 0) return here ? [here] : [];
  const rows: CardRow[] = [];
  for (let at = 0; at < Math.min(window.total, 10_000); at++) {
    const row = window.row(at);
    if (row && chosen.has(row.cardId)) rows.push(row);
  }
  return rows;
}

/** Are the chosen cards so already, as far as is known? Then the action takes that back. */
export const isSo = (page: BrowserPage, state: 'suspended' | 'marked' | 'buried'): boolean => {
  const rows = chosenRows(page);
  return rows.length > 0 && rows.every((row) => row[state]);
};

/** The change that an action makes at once; null for one that is asked about first. */
export function changeOf(action: BulkAction, page: BrowserPage): Change | null {
  switch (action) {
    case 'suspended':
      return { what: 'suspended', suspended: !isSo(page, 'suspended') };
    case 'marked':
      return { what: 'marked', marked: !isSo(page, 'marked') };
    case 'buried':
      return { what: 'buried', buried: !isSo(page, 'buried') };
    case 'reset':
    case 'removed':
      return { what: action };
    default:
      return null;
  }
}

/** The action a key stands for, whatever the layout. */
export function actionOf(event: KeyboardEvent): BulkAction | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  const key = keyOf(event);
  return BULK_ACTIONS.find((action) => action.key !== null && action.key === key)?.name ?? null;
}
