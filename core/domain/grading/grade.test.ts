import { describe, expect, it } from 'vitest';
import { gradeOf, mayTryAgain } from './grade.ts';

const [AGAIN, HARD, GOOD] = [1, 2, 3];

describe('gradeOf', () => {
  it.each([
    ['right', 1, {}, GOOD],
    ['right', 1, { hinted: true }, HARD],
    ['right', 1, { secondTry: true }, HARD],
    ['right', 1, { hinted: true, secondTry: true }, HARD],
    ['close', 0, {}, AGAIN],
    ['close', 0, { secondTry: true }, AGAIN],
    ['wrong', 0, {}, AGAIN],
    ['partial', 0.8, {}, HARD],
    ['partial', 4 / 5, { hinted: true }, HARD],
    ['partial', 0.79, {}, AGAIN],
  ] as const)('%s with score %d and %j is %d', (verdict, score, circumstances, grade) => {
    expect(gradeOf({ verdict, score }, { hinted: false, secondTry: false, ...circumstances })).toBe(grade);
  });
});

describe('mayTryAgain', () => {
  it.each([
    ['close', true],
    ['right', false],
    ['wrong', false],
    ['partial', false],
  ] as const)('%s: %s', (verdict, may) => {
    expect(mayTryAgain({ verdict })).toBe(may);
  });
});
