import { describe, expect, it } from 'vitest';
import { stepInMap } from './step-in-map.ts';

/** Two lessons: three marks and two below them, then a row of one. */
const marks = [
  { id: 'a', left: 0, top: 0 },
  { id: 'b', left: 16, top: 0 },
  { id: 'c', left: 32, top: 0 },
  { id: 'd', left: 0, top: 16 },
  { id: 'e', left: 16, top: 16 },
  { id: 'f', left: 0, top: 80 },
];

describe('an arrow key in the memory map', () => {
  it.each([
    ['a', 'ArrowRight', 'b'],
    ['c', 'ArrowRight', 'd'],
    ['d', 'ArrowLeft', 'c'],
    ['c', 'ArrowDown', 'e'],
    ['e', 'ArrowDown', 'f'],
    ['f', 'ArrowUp', 'd'],
    ['e', 'Home', 'a'],
    ['a', 'End', 'f'],
    ['a', 'ArrowLeft', undefined],
    ['b', 'ArrowUp', undefined],
    ['f', 'ArrowDown', undefined],
    ['gone', 'ArrowDown', undefined],
  ])('from %s with %s leads to %s', (from, key, to) => {
    expect(stepInMap(marks, from, key)).toBe(to);
  });
});
