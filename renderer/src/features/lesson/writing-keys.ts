import { keyOf, type KeyPress } from '../../ui/keys.ts';
import { insertTable, toggleLines, toggleMark, type Edit, type Selected } from './markdown-edits.ts';

/** What the keys of the lesson editor do, in the order they are told. */
export const WRITING_KEYS = [
  { keys: 'Ctrl B', does: 'bold' },
  { keys: 'Ctrl I', does: 'stress' },
  { keys: 'Ctrl Shift 8', does: 'bullets' },
  { keys: 'Ctrl Shift 7', does: 'numbers' },
  { keys: 'Ctrl Shift 9', does: 'quote' },
  { keys: 'Ctrl Shift 0', does: 'table' },
  { keys: 'Alt ↑ ↓', does: 'move' },
  { keys: 'Ctrl Shift Enter', does: 'add' },
] as const;

/** The edit that a key asks for; null where it asks for none. @param heads of a new table */
export function editOf(event: KeyPress, heads: readonly [string, string]): ((selected: Selected) => Edit) | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  if (!event.shiftKey) {
    const mark = { B: '**', I: '*' }[keyOf(event) ?? ''];
    return mark === undefined ? null : (selected) => toggleMark(selected, mark);
  }
  switch (event.code) {
    case 'Digit8':
      return (selected) => toggleLines(selected, 'bullets');
    case 'Digit7':
      return (selected) => toggleLines(selected, 'numbers');
    case 'Digit9':
      return (selected) => toggleLines(selected, 'quote');
    case 'Digit0':
      return (selected) => insertTable(selected, heads);
    default:
      return null;
  }
}
