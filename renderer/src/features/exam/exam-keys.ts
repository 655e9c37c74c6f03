import type { KeyPlace } from '../../app/keys.ts';
import { keyOf, type KeyPress } from '../../ui/keys.ts';

export type ExamCommand = 'next' | 'previous' | 'mark' | 'map' | 'time' | 'hand-in' | 'leave' | `pick ${string}`;

const ANYWHERE: Readonly<Record<string, ExamCommand>> = { PageDown: 'next', PageUp: 'previous' };
const ALONE: Readonly<Record<string, ExamCommand>> = {
  ...ANYWHERE,
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  Enter: 'next',
  Escape: 'leave',
  M: 'mark',
  Q: 'map',
  T: 'time',
};
/** With Alt they work in a field too. */
const WITH_ALT: Readonly<Record<string, ExamCommand>> = { M: 'mark', Q: 'map', T: 'time' };

/** What a key means while an exam is sat; null where it means nothing, or belongs to the field or the system. */
export function examCommand(event: KeyPress, place: KeyPlace): ExamCommand | null {
  const key = keyOf(event);
  if (key === null) return null;
  const { ctrlKey, metaKey, altKey } = event;
  if (altKey) return ctrlKey || metaKey ? null : (WITH_ALT[key] ?? null);
  if (ctrlKey || metaKey) return key === 'Enter' ? 'hand-in' : null;
  if (place.field !== 'none') return key === 'Escape' ? 'leave' : (ANYWHERE[key] ?? null);
  if (place.expectsText && /^[A-Z0-9]$/.test(key)) return null;
  const at = key.length === 1 ? key.charCodeAt(0) - 65 : -1;
  if (at >= 0 && at < place.letters) return `pick ${key}`;
  if (/^[1-9]$/.test(key)) return Number(key) <= place.digits ? `pick ${key}` : null;
  return ALONE[key] ?? null;
}
