import { expect, it } from 'vitest';
import type { KeyPlace } from '../../app/keys.ts';
import type { KeyPress } from '../../ui/keys.ts';
import { examCommand } from './exam-keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: key.length === 1 ? `Key${key.toUpperCase()}` : key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});
const OPTIONS: KeyPlace = { field: 'none', expectsText: false, letters: 4, digits: 0 };
const PAIRS: KeyPlace = { field: 'none', expectsText: false, letters: 3, digits: 3 };
const FIELD: KeyPlace = { field: 'edited', expectsText: true, letters: 0, digits: 0 };
const BESIDE_FIELD: KeyPlace = { ...FIELD, field: 'none' };

it.each<[string, KeyPress, KeyPlace, string | null]>([
  ['a letter picks an option', press('b'), OPTIONS, 'pick B'],
  ['also typed with a Thai layout', press('ิ', { code: 'KeyB' }), OPTIONS, 'pick B'],
  ['a letter beyond the options is a command', press('m'), OPTIONS, 'mark'],
  ['a digit takes a side of a pair', press('3'), PAIRS, 'pick 3'],
  ['arrows turn the page', press('ArrowRight'), OPTIONS, 'next'],
  ['Enter goes on', press('Enter'), OPTIONS, 'next'],
  ['in a field an arrow moves in the text', press('ArrowLeft'), FIELD, null],
  ['in a field a letter is the answer', press('m'), FIELD, null],
  ['beside a field too', press('q'), BESIDE_FIELD, null],
  ['with Alt it is a command', press('m', { altKey: true }), FIELD, 'mark'],
  ['the map', press('q', { altKey: true }), FIELD, 'map'],
  ['AltGr types a sign', press('q', { altKey: true, ctrlKey: true }), FIELD, null],
  ['in a field the page keys turn the page', press('PageDown'), FIELD, 'next'],
  ['Ctrl Enter hands in, from everywhere', press('Enter', { ctrlKey: true }), FIELD, 'hand-in'],
  ['Escape leaves the field', press('Escape'), FIELD, 'leave'],
  ['Ctrl with a letter is the system’s', press('m', { ctrlKey: true }), OPTIONS, null],
])('%s', (_, event, place, command) => {
  expect(examCommand(event, place)).toBe(command);
});
