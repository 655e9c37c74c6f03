import { expect, it } from 'vitest';
import { forkedSpans } from './forks.ts';

it('what a copy said of its own clock is renamed with its events, from the fork on', () => {
  const way = { device: 'laptop', from: 10, fork: 'forkabc', chosen: [] };
  const days = 3287;
  const span = (from: number, to: number, device = 'laptop') => ({ device, from, to, days });
  expect(forkedSpans([span(3, 9)], way)).toEqual([span(3, 9)]);
  expect(forkedSpans([span(10, 20)], way)).toEqual([span(10, 20, 'forkabc')]);
  expect(forkedSpans([span(3, 20)], way)).toEqual([span(3, 9), span(10, 20, 'forkabc')]);
  expect(forkedSpans([span(3, 20, 'phones')], way)).toEqual([span(3, 20, 'phones')]);
});
