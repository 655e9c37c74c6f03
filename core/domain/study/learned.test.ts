import { describe, expect, it } from 'vitest';
import { UNTOUCHED } from '../progress.ts';
import { learnedOf } from './learned.ts';

const right = (daysRight: number, suspended = false) => ({ ...UNTOUCHED, daysRight, suspended });

describe('a lesson counts as learned', () => {
  it.each([
    ['when every question was right on three days', [right(3), right(5), right(3)], 3, [1, 1, 1]],
    ['by its weakest question', [right(3), right(1), right(2)], 1, [1, 2 / 3, 1 / 3]],
    ['not while one was never right', [right(3), undefined], 0, [0.5, 0.5, 0.5]],
    ['without the questions that are put away', [right(2), right(0, true)], 2, [1, 1, 0]],
    ['not where it has none', [], 0, [0, 0, 0]],
    ['not where all are put away', [right(3, true)], 0, [0, 0, 0]],
  ])('%s', (_what, states, dots, shares) => {
    expect(learnedOf(states)).toEqual({ dots, shares });
  });
});
