import { describe, expect, it } from 'vitest';
import { levelOf, shareKnown } from './mark-level.ts';

describe('the level of a mark', () => {
  it.each([
    [1, 0.9, 'sure'],
    [0.95, 0.9, 'sure'],
    [0.949, 0.9, 'good'],
    [0.9, 0.9, 'good'],
    [0.899, 0.9, 'under'],
    [0.7, 0.9, 'under'],
    [0.699, 0.9, 'fading'],
    [0, 0.9, 'fading'],
    [0.8, 0.8, 'good'],
    [null, 0.9, 'none'],
  ] as const)('of recall %s with a target of %s is %s', (recall, target, level) => {
    expect(levelOf(recall, target)).toBe(level);
  });
});

it('counts what was never asked as not known', () => {
  expect(shareKnown([{ recall: 0.9 }, { recall: null }, { recall: 0.6 }])).toBeCloseTo(0.5);
  expect(shareKnown([])).toBe(0);
});
