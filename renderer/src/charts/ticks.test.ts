import { afterEach, describe, expect, it } from 'vitest';
import { locale } from '../i18n/locale.svelte.ts';
import { countScale, dayTicks } from './ticks.ts';

/** 2026-11-23. */
const MONDAY = 20_780;
const named = (from: number, to: number) => dayTicks(from, to, 6).map(({ label }) => label);

afterEach(() => locale.use('en'));

describe('a scale of counts', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [86, [0, 20, 40, 60, 80, 100]],
  ])('up to %i has whole steps and room for it', (most, values) => {
    expect(countScale(most)).toEqual({ top: values.at(-1), values });
  });
});

describe('names of days under a chart', () => {
  it('are weeks of a month, months of a year, years of many', () => {
    expect(named(MONDAY, MONDAY + 29)).toEqual(['23 Nov', '30 Nov', '7 Dec', '14 Dec', '21 Dec']);
    expect(named(MONDAY - 364, MONDAY)).toEqual(['2026', 'Mar', 'May', 'Jul', 'Sept', 'Nov']);
    expect(named(MONDAY - 4 * 365, MONDAY)).toEqual(['2023', '2024', '2025', '2026']);
  });

  it('are Thai, with the Buddhist year, where the interface is', () => {
    locale.use('th');
    expect(named(MONDAY, MONDAY + 10)[0]).toBe('23 พ.ย.');
    expect(named(MONDAY - 364, MONDAY)[0]).toBe('2569');
  });
});
