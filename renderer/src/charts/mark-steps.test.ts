import { expect, it } from 'vitest';
import { stepAmong } from './mark-steps.ts';

const IDS = Array.from({ length: 20 }, (_, at) => String(at));

it.each([
  ['ArrowRight', 1, '4'],
  ['ArrowLeft', 1, '2'],
  ['ArrowDown', 1, '4'],
  ['ArrowRight', 7, '10'],
  ['ArrowDown', 7, '4'],
  ['ArrowLeft', 7, undefined],
  ['Home', 7, '0'],
  ['End', 7, '19'],
  ['a', 1, undefined],
])('%s from the fourth mark in columns of %i leads to %s', (key, column, to) => {
  expect(stepAmong(IDS, '3', key, column)).toBe(to);
});
