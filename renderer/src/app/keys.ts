import { keyOf, type KeyPress } from '../ui/keys.ts';

/** What a key asks for where questions are answered and lessons read. */
export type Command =
  | 'answer'
  /** As `answer`, by somebody who is not sure. */
  | 'unsure'
  | 'advance'
  | 'leave'
  | 'undo'
  | 'keys'
  | 'hint'
  | 'right'
  | 'unknown'
  | 'suspend'
  | 'why'
  | 'as-it-is'
  /** Hear the sounds of a card again. */
  | 'replay'
  /** Write a new note. */
  | 'add'
  /** Change the note that is on show. */
  | 'edit'
  | `pick ${string}`;

export interface KeyPlace {
  /** The field that has the focus: `edited` has something of its own to undo. */
  readonly field: 'none' | 'untouched' | 'edited';
  /** The question waits for text, wherever the focus is: a letter is the answer's, never a command. */
  readonly expectsText: boolean;
  /** Letters from A and digits from 1 that pick something: options, sides of pairs, grades. */
  readonly letters: number;
  readonly digits: number;
}
export const NO_QUESTION: KeyPlace = { field: 'none', expectsText: false, letters: 0, digits: 0 };

const ALONE: Readonly<Record<string, Command>> = {
  A: 'add',
  E: 'edit',
  Enter: 'answer',
  Space: 'advance',
  Escape: 'leave',
  '?': 'keys',
  H: 'hint',
  I: 'right',
  N: 'unknown',
  O: 'as-it-is',
  R: 'replay',
  S: 'suspend',
  U: 'undo',
  W: 'why',
};
/** With Alt they work in a field too. */
const WITH_ALT: Readonly<Record<string, Command>> = {
  A: 'add',
  E: 'edit',
  H: 'hint',
  I: 'right',
  N: 'unknown',
  R: 'replay',
  S: 'suspend',
  W: 'why',
  '?': 'keys',
};

/** The one table of keys: what a key press means at a place; null where it means nothing, or belongs to the field or the system. */
export function commandOf(event: KeyPress, place: KeyPlace): Command | null {
  const key = keyOf(event);
  if (key === null) return null;
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  if (ctrlKey !== metaKey && !altKey) return key === 'Z' && !shiftKey && place.field !== 'edited' ? 'undo' : null;
  // AltGr comes as Ctrl and Alt together, and types a sign.
  if (altKey) return ctrlKey || metaKey ? null : (WITH_ALT[key] ?? null);
  if (ctrlKey || metaKey) return null;
  if (key === 'Enter' && shiftKey) return 'unsure';
  if (place.field !== 'none') return key === 'Escape' ? 'leave' : null;
  if (place.expectsText && /^[A-Z0-9]$/.test(key)) return null;
  const at = key.length === 1 ? key.charCodeAt(0) - 65 : -1;
  if (at >= 0 && at < place.letters) return `pick ${key}`;
  if (/^[1-9]$/.test(key)) return Number(key) <= place.digits ? `pick ${key}` : null;
  return ALONE[key] ?? null;
}
