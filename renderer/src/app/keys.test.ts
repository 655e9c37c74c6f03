import { describe, expect, it } from 'vitest';
import type { KeyPress } from '../ui/keys.ts';
import { commandOf, NO_QUESTION, type Command, type KeyPlace } from './keys.ts';

/** A press as browsers tell it: what the layout types, and the key's place. `mods`: S(hift), C(trl), M(eta), A(lt). */
const press = (key: string, code: string, mods = ''): KeyPress => ({
  key,
  code,
  shiftKey: mods.includes('S'),
  ctrlKey: mods.includes('C'),
  metaKey: mods.includes('M'),
  altKey: mods.includes('A'),
});
const CARD: KeyPlace = { ...NO_QUESTION, digits: 4 };
const CHOICE: KeyPlace = { ...NO_QUESTION, letters: 8 };
const TEXT: KeyPlace = { ...NO_QUESTION, expectsText: true };
const FIELD: KeyPlace = { ...TEXT, field: 'untouched' };
const EDITED: KeyPlace = { ...TEXT, field: 'edited' };

const TABLE: [layout: string, KeyPress, KeyPlace, Command | null][] = [
  ['US', press('Enter', 'Enter'), CARD, 'answer'],
  ['US: not sure', press('Enter', 'Enter', 'S'), CARD, 'unsure'],
  ['US: not sure, in a field', press('Enter', 'Enter', 'S'), EDITED, 'unsure'],
  ['US: the system', press('Enter', 'Enter', 'CS'), CARD, null],
  ['US', press(' ', 'Space'), CARD, 'advance'],
  ['US', press('Escape', 'Escape'), FIELD, 'leave'],
  ['US', press('3', 'Digit3'), CARD, 'pick 3'],
  ['US: a sign is no digit', press('@', 'Digit2', 'S'), CARD, null],
  ['US', press('5', 'Digit5'), CARD, null],
  ['US', press('u', 'KeyU'), CARD, 'undo'],
  ['US', press('S', 'KeyS', 'S'), CARD, 'suspend'],
  ['US', press('b', 'KeyB'), CHOICE, 'pick B'],
  ['US: an option before a command', press('h', 'KeyH'), CHOICE, 'pick H'],
  ['US', press('?', 'Slash', 'S'), CARD, 'keys'],
  ['US', press('/', 'Slash'), CARD, null],
  ['US: text is expected', press('u', 'KeyU'), TEXT, null],
  ['US: text is expected', press('s', 'KeyS'), TEXT, null],
  ['US: text is expected', press('1', 'Digit1'), TEXT, null],
  ['US: in a field', press('?', 'Slash', 'S'), FIELD, null],
  ['US: in a field', press('Enter', 'Enter'), FIELD, null],
  ['US: in a field', press('h', 'KeyH', 'A'), EDITED, 'hint'],
  ['US: in a field', press('n', 'KeyN', 'A'), EDITED, 'unknown'],
  ['US: an untouched field', press('z', 'KeyZ', 'C'), FIELD, 'undo'],
  ['US: the field has its own undo', press('z', 'KeyZ', 'C'), EDITED, null],
  ['US: redo', press('Z', 'KeyZ', 'CS'), CARD, null],
  ['Mac', press('z', 'KeyZ', 'M'), CARD, 'undo'],
  ['Mac: Option types a sign', press('˙', 'KeyH', 'A'), FIELD, 'hint'],
  ['Polish AltGr types ś', press('ś', 'KeyS', 'CA'), CARD, null],
  ['US: the system', press('s', 'KeyS', 'C'), CARD, null],
  ['Thai', press('ี', 'KeyU'), CARD, 'undo'],
  ['Thai', press('ห', 'KeyS'), CARD, 'suspend'],
  ['Thai', press('ิ', 'KeyB'), CHOICE, 'pick B'],
  ['Thai', press('ผ', 'KeyZ', 'C'), CARD, 'undo'],
  ['Thai: Shift+2 is ๑', press('๑', 'Digit2', 'S'), CARD, 'pick 1'],
  ['Thai: Shift+5 is ๔', press('๔', 'Digit5', 'S'), CARD, 'pick 4'],
  ['Thai: the 2 key', press('/', 'Digit2'), CARD, 'pick 2'],
  ['Thai: the 1 key', press('ๅ', 'Digit1'), CARD, 'pick 1'],
  ['Thai: a sign is no digit', press('+', 'Digit1', 'S'), CARD, null],
  ['Thai: ? is on M', press('?', 'KeyM', 'S'), CARD, 'keys'],
  ['Thai: the ? key', press('ฦ', 'Slash', 'S'), CARD, 'keys'],
  ['Thai: text is expected', press('ี', 'KeyU'), TEXT, null],
  ['Thai', press('้', 'KeyH', 'A'), FIELD, 'hint'],
  ['AZERTY: digits need Shift', press('1', 'Digit1', 'S'), CARD, 'pick 1'],
  ['AZERTY: the key alone', press('é', 'Digit2'), CARD, 'pick 2'],
  ['AZERTY: A is on Q', press('a', 'KeyQ'), CHOICE, 'pick A'],
  ['AZERTY: Z is on W', press('z', 'KeyW', 'C'), CARD, 'undo'],
  ['AZERTY: W is on Z', press('w', 'KeyZ', 'C'), CARD, null],
  ['AZERTY', press('?', 'KeyM', 'S'), CARD, 'keys'],
  ['numpad', press('3', 'Numpad3'), CARD, 'pick 3'],
  ['numpad', press('Enter', 'NumpadEnter'), CARD, 'answer'],
  ['numpad without NumLock', press('End', 'Numpad1'), CARD, null],
];

describe('one grammar of keys', () => {
  it.each(TABLE)('%s: %o', (_layout, event, place, command) => {
    expect(commandOf(event, place)).toBe(command);
  });

  it('an input method at work takes every key', () => {
    expect(commandOf({ ...press('u', 'KeyU'), isComposing: true }, CARD)).toBeNull();
  });
});
