import type { Key } from './key-model.ts';

const letters = (all: string): Key[] => [...all].map((key) => ({ key, code: `Key${key.toUpperCase()}` }));
const named = (times: number, ...keys: readonly string[]): Key[] =>
  keys.flatMap((key) => Array.from({ length: times }, () => ({ key, code: key === ' ' ? 'Space' : key })));

/** What a hand may press, those more often that a learner presses more often. */
export const RANDOM_KEYS: readonly Key[] = [
  ...letters('abcdefghijklmnopqrstuvwxyz'),
  // Thai Kedmanee: what the letters of commands and options type there.
  { key: 'ี', code: 'KeyU' },
  { key: 'ห', code: 'KeyS' },
  { key: '้', code: 'KeyH' },
  { key: 'ร', code: 'KeyI' },
  { key: 'ื', code: 'KeyN' },
  { key: 'ิ', code: 'KeyB' },
  { key: 'ฟ', code: 'KeyA' },
  { key: '๑', code: 'Digit2', mod: 'Shift' },
  { key: '๒', code: 'Digit3', mod: 'Shift' },
  { key: '/', code: 'Digit2' },
  ...['1', '2', '3', '4', '7'].map((key) => ({ key, code: `Digit${key}` })),
  { key: '@', code: 'Digit2', mod: 'Shift' },
  { key: '?', code: 'Slash', mod: 'Shift' },
  { key: 'z', code: 'KeyZ', mod: 'Ctrl' },
  { key: 'ผ', code: 'KeyZ', mod: 'Ctrl' },
  ...letters('hins').map((key) => ({ ...key, mod: 'Alt' as const })),
  ...named(2, 'ArrowUp', 'ArrowDown'),
  ...named(4, 'Tab', 'Escape'),
  ...named(6, 'Enter'),
  ...named(10, ' '),
];
