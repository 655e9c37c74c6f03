import { keyOf, type KeyPress } from '../../ui/keys.ts';
import { insertTable, toggleLines, toggleMark, type Edit, type Selected } from './markdown-edits.ts';

/** What is done to a text by a button or its key, in the order they stand. */
export const WRITING_EDITS = [
  { keys: 'Ctrl B', does: 'bold' },
  { keys: 'Ctrl I', does: 'stress' },
  { keys: 'Ctrl Shift 8', does: 'bullets' },
  { keys: 'Ctrl Shift 7', does: 'numbers' },
  { keys: 'Ctrl Shift 9', does: 'quote' },
  { keys: 'Ctrl Shift 0', does: 'table' },
] as const;
export type WritingEdit = (typeof WRITING_EDITS)[number]['does'];

/** What the keys of the lesson editor do, in the order they are told. */
export const WRITING_KEYS = [
  ...WRITING_EDITS,
  { keys: 'Alt ↑ ↓', does: 'move' },
  { keys: 'Ctrl Shift Enter', does: 'add' },
] as const;

/** @param heads of a new table */
export function editBy(does: WritingEdit, heads: readonly [string, string]): (selected: Selected) => Edit {
  switch (does) {
    case 'bold':
      return (selected) => toggleMark(selected, '**');
    case 'stress':
      return (selected) => toggleMark(selected, '*');
    case 'table':
      return (selected) => insertTable(selected, heads);
    default:
      return (selected) => toggleLines(selected, does);
  }
}

/** The edit that a key asks for; null where it asks for none. */
export function editOf(event: KeyPress): WritingEdit | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  if (!event.shiftKey) return ({ B: 'bold', I: 'stress' } as const)[keyOf(event) ?? ''] ?? null;
  return ({ Digit8: 'bullets', Digit7: 'numbers', Digit9: 'quote', Digit0: 'table' } as const)[event.code] ?? null;
}
